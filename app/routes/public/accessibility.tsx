import { useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';
import { TextSections } from '#app/ui/text-sections.tsx';

export default function AccessibilityPage() {
  const { accessibility } = useText().publicPages;
  return (
    <PageMain narrow>
      <PageHeading>{accessibility.title}</PageHeading>
      <p className="lead">{accessibility.lead}</p>
      <TextSections sections={accessibility.sections} />
    </PageMain>
  );
}
