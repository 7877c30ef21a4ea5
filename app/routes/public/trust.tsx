import { Link } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

/** What is protected, against what, and what is not. */
export default function TrustPage() {
  const t = useText();
  const { trust } = t.publicPages;
  return (
    <PageMain narrow>
      <PageHeading>{trust.title}</PageHeading>
      <p className="lead">{trust.lead}</p>
      <TextSections sections={trust.sections} />
      <section className="stack stack--small">
        <h2 className="kern-heading-small">{trust.reportTitle}</h2>
        <p>{trust.report}</p>
        <p>
          <Link className="kern-link" to="/key">
            {t.layout.footerLinks.key}
          </Link>
        </p>
      </section>
    </PageMain>
  );
}
