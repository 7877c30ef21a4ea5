import { useParams } from 'react-router';

import { useEditedForm } from './edit-context.tsx';
import { SectionForm } from './section-form.tsx';
import { useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** One section of the form. */
export function SectionPage() {
  const t = useText();
  const { section: key } = useParams();
  const { sections } = useEditedForm();
  const section = sections.find((one) => one.key === key);
  if (section) return <SectionForm key={section.key} section={section} />;
  return (
    <div className="stack narrow">
      <PageHeading>{t.requests.section.notAsked}</PageHeading>
      <p>{t.requests.section.notAskedText}</p>
      <div>
        <ButtonLink to="..">{t.requests.section.back}</ButtonLink>
      </div>
    </div>
  );
}
