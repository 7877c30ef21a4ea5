import { useState } from 'react';

import { Checkbox } from '#app/forms/choices.tsx';
import { ErrorSummary, type SummaryError } from '#app/forms/error-summary.tsx';
import { currentOverrides } from '#app/legal-requests/automatic-checks.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { errorText } from '#app/text/error-text.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';
import { isCompleteAttachment } from '#app/uploads/attachment-entry.ts';

import { useEditedForm } from './edit-context.tsx';
import type { OpenPoints } from './open-points.ts';
import { useSubmission } from './use-submission.ts';
import { reasonFieldId } from './warnings-part.tsx';

type DeclarationProps = { points: OpenPoints; answers: Answers; checks: readonly CheckResult[] };

/** The declaration and the signature. The button always answers: where something is open, it says what. */
export function DeclarationPart({ points, answers, checks }: DeclarationProps) {
  const t = useText();
  const { attachments, facts } = useEditedForm();
  const { step, failure, rules, submit } = useSubmission();
  const [isDeclared, setDeclared] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const texts =
    facts.registration === null ? t.requests.sending : { ...t.requests.sending, ...t.mailIntake.sending };
  const errors = openErrors(t, points, isDeclared);
  const send = () => {
    setAttempts(attempts + 1);
    if (errors.length > 0) return;
    const overrides = currentOverrides(checks, answers.overrides);
    submit({ ...answers, overrides }, attachments.filter(isCompleteAttachment));
  };
  return (
    <section className="stack">
      <h2 className="kern-heading-medium">{texts.title}</h2>
      {attempts > 0 ? <ErrorSummary errors={errors} title={texts.failedTitle} attempt={attempts} /> : null}
      <Checkbox
        id="declaration"
        name="declaration"
        label={texts.declaration}
        checked={isDeclared}
        onChange={setDeclared}
        {...(attempts > 0 && !isDeclared ? { error: texts.declarationMissing } : {})}
      />
      <p>{texts.explanation}</p>
      {failure === null ? null : (
        <Alert tone="danger" title={texts.failedTitle} announce>
          <p>{errorText(t, failure)}</p>
          {rules.length === 0 ? null : (
            <ul>
              {rules.map((rule) => (
                <li key={rule}>{t.legalRequests.checks[rule].problem}</li>
              ))}
            </ul>
          )}
          <p>{texts.stillThere}</p>
        </Alert>
      )}
      <div className="row">
        <Button busy={step !== null} onClick={send}>
          {texts.button}
        </Button>
        <span role="status">{step === null ? '' : texts.steps[step]}</span>
      </div>
    </section>
  );
}

/** Why it cannot be sent now, each with where to go on this page. */
function openErrors(
  t: Text,
  { errors, forbidden, unfinished, unexplained }: OpenPoints,
  isDeclared: boolean,
): SummaryError[] {
  const { check, sending } = t.requests;
  const isOpen = errors.length + forbidden.length + unfinished.length > 0;
  return [
    ...(isOpen ? [{ field: 'open-points', text: sending.problems.notReady }] : []),
    ...unexplained.map((rule) => ({ field: reasonFieldId(rule), text: check.reasonMissing })),
    ...(isDeclared ? [] : [{ field: 'declaration', text: sending.declarationMissing }]),
  ];
}
