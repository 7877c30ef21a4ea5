import { useEditedForm } from '#app/legal-requests/form/edit-context.tsx';
import { FindingList } from '#app/legal-requests/form/finding-notice.tsx';
import { DiscardDraft } from '#app/legal-requests/form/discard-draft.tsx';
import { SectionList } from '#app/legal-requests/form/section-list.tsx';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** The sections of the form and how far each is. */
export default function TaskListPage() {
  const t = useText();
  const locale = useLocale();
  const { facts } = useEditedForm();
  const { reference, category, correctionEndsAt } = facts;
  const texts = t.requests.taskList;
  return (
    <div className="stack narrow">
      <PageHeading>
        {reference === null
          ? texts.title(t.legalRequests.categories[category].name)
          : texts.correctionTitle(reference)}
      </PageHeading>
      <p>
        {correctionEndsAt === null
          ? texts.lead
          : t.requests.page.correctUntil(formatDate(correctionEndsAt, locale))}
      </p>
      <FindingList />
      <SectionList />
      <section className="stack">
        <h2 className="kern-heading-medium">{texts.checkTitle}</h2>
        <div>
          <ButtonLink to="check">{texts.check}</ButtonLink>
        </div>
        <p className="muted">{t.requests.draft.explanation}</p>
      </section>
      <DiscardDraft />
    </div>
  );
}
