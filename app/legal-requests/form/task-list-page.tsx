import { useEditedForm } from './edit-context.tsx';
import { FindingList } from './finding-notice.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { SectionList } from './section-list.tsx';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** The sections of the form and how far each is. */
export function TaskListPage() {
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
        {facts.registration !== null
          ? t.mailIntake.sending.formLead
          : correctionEndsAt === null
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
