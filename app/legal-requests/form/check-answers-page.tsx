import { Link } from 'react-router';

import { AnswersView } from './answers-view.tsx';
import { AttachmentNames } from './attachment-names.tsx';
import { DeclarationPart } from './declaration-part.tsx';
import { useCheckedAnswers, useEditedForm } from './edit-context.tsx';
import { OpenPointList } from './open-point-list.tsx';
import { openPoints } from './open-points.ts';
import { WarningsPart } from './warnings-part.tsx';
import { useText } from '#app/text/text.tsx';
import { PageHeading } from '#app/ui/page.tsx';

/** Everything once more, what is missing, the declaration and the signature. */
export function CheckAnswersPage() {
  const t = useText();
  const { context, attachments, facts } = useEditedForm();
  const { answers, checks } = useCheckedAnswers();
  const all = openPoints(answers, context, checks, attachments);
  // What a letter lacks is found by those who decide about it; staff registers it as it is.
  const points = facts.registration === null ? all : { ...all, forbidden: [], unexplained: [] };
  const texts = t.requests.check;
  return (
    <div className="stack narrow">
      <PageHeading>{texts.title}</PageHeading>
      <p>
        {facts.registration === null ? texts.lead : t.mailIntake.sending.lead}{' '}
        {facts.correction ? texts.reviewerSeesChanges : null}
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
      {facts.registration === null ? <WarningsPart checks={checks} answers={answers} /> : null}
      <DeclarationPart points={points} answers={answers} checks={checks} />
      <p>
        <Link className="kern-link" to=".." relative="path">
          {t.requests.section.back}
        </Link>
      </p>
    </div>
  );
}
