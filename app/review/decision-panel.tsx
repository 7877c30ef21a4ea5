import { useState } from 'react';

import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import { Checkbox, RadioGroup } from '#app/forms/choices.tsx';
import { ErrorSummary, type SummaryError } from '#app/forms/error-summary.tsx';
import { TextArea } from '#app/forms/fields.tsx';
import type { Decision, Role } from '#app/legal-requests/legal-request-values.ts';
import type { LegalBasis } from '#app/legal-requests/rule-sets/rule-set.ts';
import { SaveLine } from '#app/messages/save-line.tsx';
import type { Manifest } from '#app/sealing/manifest.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { signDecision } from './decide.client.ts';
import {
  checkDecision,
  completeFindings,
  isReady,
  mustConfirm,
  type DecisionFaults,
} from './decision-form.ts';
import { decisionsFor } from './decisions.ts';
import type { FindingDraft } from './finding-drafts.ts';
import { FindingsEditor, findingId } from './findings-editor.tsx';
import type { Review } from './review.ts';
import type { Writing } from './use-findings.ts';
import type { useDecisionTask } from './use-decision-task.ts';

interface DecisionPanelProps {
  review: Review;
  manifest: Manifest;
  basis: LegalBasis | null;
  role: Role;
  failCount: number;
  writing: Writing;
  agencyLocale: Locale;
  task: ReturnType<typeof useDecisionTask>;
}

/** Findings and decision of one reviewer. `method="dialog"`: nothing of it can be posted natively. */
export function DecisionPanel({
  review,
  manifest,
  basis,
  role,
  failCount,
  writing,
  agencyLocale,
  task,
}: DecisionPanelProps) {
  const t = useText();
  const { decision: text } = t.desk;
  const keys = useSealingKeys();
  const [decision, setDecision] = useState<Decision | ''>('');
  const [failsConfirmed, setFailsConfirmed] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const { drafts: findings, general } = writing;
  const isBasisUnlisted = basis?.purpose === 'other';
  const draft = { decision, findings, general, failCount, isBasisUnlisted, failsConfirmed };
  const found = checkDecision(draft);
  const shown: DecisionFaults = attempts > 0 ? found : { faults: [], findings: new Map() };

  const sign = () => {
    setAttempts(attempts + 1);
    if (!isReady(found) || decision === '' || keys.state !== 'ready') return;
    const { reference, version } = review.legalRequest;
    const signed = {
      reference,
      manifest,
      decision,
      findings: completeFindings(findings),
      general: general.trim(),
    };
    task.run(async () => {
      const { outcome } = await signDecision(signed, keys, review.agency.key, version);
      await writing.clear();
      return outcome;
    });
  };

  return (
    <form method="dialog" className="stack" noValidate onSubmit={sign}>
      <ErrorSummary errors={summaryOf(t, shown, findings)} attempt={attempts} />
      <FindingsEditor
        category={review.legalRequest.category}
        reasons={{
          isFromPortal: review.legalRequest.channel === 'portal',
          needsOrder: basis?.judicialOrderAttached ?? false,
        }}
        drafts={findings}
        faults={shown.findings}
        agencyLocale={agencyLocale}
        onChange={writing.changeFindings}
      />
      <RadioGroup
        id="decision"
        name="decision"
        legend={text.legend}
        value={decision}
        error={shown.faults.includes('decision_missing') ? text.errors.decision_missing : undefined}
        choices={decisionsFor(role).map((value) => ({ value, ...text.choices[value] }))}
        onChange={(value) => setDecision(value as Decision)}
      />
      {decision === 'accept' && mustConfirm(draft) ? (
        <div className="stack stack--small confirm-fails">
          {failCount > 0 ? <p>{text.failsTitle(failCount)}.</p> : null}
          {isBasisUnlisted ? <p>{text.basisUnlisted}</p> : null}
          <Checkbox
            id="confirm-fails"
            name="confirm-fails"
            label={text.confirmFails}
            checked={failsConfirmed}
            onChange={setFailsConfirmed}
            error={shown.faults.includes('fails_not_confirmed') ? text.errors.fails_not_confirmed : undefined}
          />
        </div>
      ) : null}
      <TextArea
        id="general"
        rows={3}
        maxLength={10_000}
        optional
        label={t.desk.findings.general}
        lang={agencyLocale}
        value={general}
        onChange={(event) => writing.changeGeneral(event.target.value)}
      />
      <SaveLine status={writing.status} />
      <SealingBlockNotice />
      {review.agency.key ? null : <p className="kern-error">{text.agencyKeyMissing}</p>}
      <div className="stack stack--small">
        <div>
          <Button type="submit" busy={task.isBusy} disabled={keys.state !== 'ready'}>
            {text.sign[decision === '' ? 'return' : decision]}
          </Button>
        </div>
        <p className="muted">{text.signHint}</p>
      </div>
    </form>
  );
}

/** Every fault as a link to its control. */
function summaryOf(
  t: Text,
  { faults, findings }: DecisionFaults,
  drafts: readonly FindingDraft[],
): SummaryError[] {
  const { decision, findings: words } = t.desk;
  const controls = {
    decision_missing: 'decision',
    findings_missing: 'findings-title',
    findings_left: 'findings-title',
    fails_not_confirmed: 'confirm-fails',
  };
  const parts = { field_missing: 'field', code_missing: 'code', text_missing: 'text' } as const;
  return [
    ...drafts.flatMap(({ key }, index) =>
      (findings.get(key) ?? []).map((fault) => ({
        field: findingId(key, parts[fault]),
        text: `${words.legend(index + 1)}: ${words.errors[fault]}`,
      })),
    ),
    ...faults.map((fault) => ({ field: controls[fault], text: decision.errors[fault] })),
  ];
}
