import { TextArea } from '#app/forms/fields.tsx';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { CheckRule } from '#app/legal-requests/check-rules.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { needsReason } from '#app/legal-requests/public-checks.ts';
import { useText } from '#app/text/text.tsx';
import { Panel } from '#app/ui/page.tsx';

import { useEditedForm } from './edit-context.tsx';
import { PointLink } from './open-point-list.tsx';

type WarningsProps = { checks: readonly CheckResult[]; answers: Answers };

/** Warnings: put right, or explained to the reviewers. */
export function WarningsPart({ checks, answers }: WarningsProps) {
  const t = useText();
  const warnings = checks.filter(({ outcome }) => outcome === 'look');
  if (warnings.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="kern-heading-medium">{t.requests.check.warningsTitle}</h2>
      <p>{t.requests.check.warningsIntro}</p>
      {warnings.map((warning) => (
        <Warning key={warning.rule} warning={warning} answers={answers} />
      ))}
    </section>
  );
}

export const reasonFieldId = (rule: CheckRule) => `reason-${rule}`;

function Warning({ warning, answers }: { warning: CheckResult; answers: Answers }) {
  const t = useText();
  const { answers: typed, setAnswers } = useEditedForm();
  const { rule, field, rows } = warning;
  const reason = typed.overrides.find((override) => override.rule === rule)?.reason ?? '';
  const setReason = (text: string) =>
    setAnswers({
      overrides: [...typed.overrides.filter((override) => override.rule !== rule), { rule, reason: text }],
    });
  return (
    <Panel>
      <p className="kern-label">{t.legalRequests.checks[rule].problem}</p>
      {rows && rows.length > 0 ? (
        <p className="muted">{rows.map((row) => t.requests.targets.one(row + 1)).join(', ')}</p>
      ) : null}
      {field && answers ? (
        <p>
          <PointLink field={field} id={field} text={t.requests.check.toAnswer} />
        </p>
      ) : null}
      {needsReason(rule) ? (
        <TextArea
          id={reasonFieldId(rule)}
          label={t.requests.check.reason}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          autoComplete="off"
        />
      ) : (
        <p className="muted">{t.requests.check.noReasonNeeded}</p>
      )}
    </Panel>
  );
}
