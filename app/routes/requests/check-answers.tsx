import { Link } from 'react-router';

import { AnswersView } from '#app/legal-requests/form/answers-view.tsx';
import { AttachmentNames } from '#app/legal-requests/form/attachment-names.tsx';
import { DeclarationPart } from '#app/legal-requests/form/declaration-part.tsx';
import { useCheckedAnswers, useEditedForm } from '#app/legal-requests/form/edit-context.tsx';
import { OpenPointList } from '#app/legal-requests/form/open-point-list.tsx';
import { openPoints } from '#app/legal-requests/form/open-points.ts';
import { WarningsPart } from '#app/legal-requests/form/warnings-part.tsx';
import { useText } from '#app/text/text.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** Everything once more, what is missing, the declaration and the signature. */
export default function CheckAnswersPage() {
  const t = useText();
  const { context, attachments, facts } = useEditedForm();
  const { answers, checks } = useCheckedAnswers();
  const points = openPoints(answers, context, checks, attachments);
  const texts = t.requests.check;
  return (
    <div className="stack narrow">
      <PageHeading>{texts.title}</PageHeading>
      <p>
        {texts.lead} {facts.correction ? texts.reviewerSeesChanges : null}
      </p>
      <OpenPointList points={points} />
      <AnswersView
        heading="h2"
        answers={answers}
        context={context}
        files={<AttachmentNames files={attachments} />}
        action={({ key }) => (
          <Link
            className="kern-link"
            to={`../${key}`}
            relative="path"
            aria-label={texts.changeWhat(t.legalRequests.sections[key].title)}
          >
            {texts.change}
          </Link>
        )}
      />
      <WarningsPart checks={checks} answers={answers} />
      <DeclarationPart points={points} answers={answers} checks={checks} />
      <p>
        <Link className="kern-link" to=".." relative="path">
          {t.requests.section.back}
        </Link>
      </p>
    </div>
  );
}
