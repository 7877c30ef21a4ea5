import type { Decision } from '#app/legal-requests/legal-request-values.ts';

import type { Finding } from './decision-statement.ts';
import { faultsOf, type FindingDraft, type FindingFault } from './finding-drafts.ts';

/** What a reviewer is about to decide. */
export interface DecisionDraft {
  decision: Decision | '';
  findings: readonly FindingDraft[];
  general: string;
  /** Automatic checks that fail now. */
  failCount: number;
  /** The author rests it on a law that is not in the rule set: a reviewer must confirm that it holds. */
  isBasisUnlisted: boolean;
  failsConfirmed: boolean;
}

/** Keys of `desk.decision.errors`. */
export type DecisionFault = 'decision_missing' | 'findings_missing' | 'findings_left' | 'fails_not_confirmed';

export interface DecisionFaults {
  faults: DecisionFault[];
  findings: Map<number, FindingFault[]>;
}

/** Accepting it takes a word of the reviewer's own. */
export const mustConfirm = ({ failCount, isBasisUnlisted }: DecisionDraft): boolean =>
  failCount > 0 || isBasisUnlisted;

/** All that keeps a decision from being signed. */
export function checkDecision(draft: DecisionDraft): DecisionFaults {
  const { decision, findings, failsConfirmed } = draft;
  const faults: DecisionFault[] = [];
  if (decision === '') faults.push('decision_missing');
  if (decision === 'accept') {
    if (findings.length > 0) faults.push('findings_left');
    if (mustConfirm(draft) && !failsConfirmed) faults.push('fails_not_confirmed');
    return { faults, findings: new Map() };
  }
  if (decision !== '' && findings.length === 0) faults.push('findings_missing');
  const byKey = findings.map((finding) => [finding.key, faultsOf(finding)] as const);
  return { faults, findings: new Map(byKey.filter(([, found]) => found.length > 0)) };
}

export const isReady = ({ faults, findings }: DecisionFaults): boolean =>
  faults.length === 0 && findings.size === 0;

/** Findings as they are signed; call it after {@link checkDecision} found nothing. */
export function completeFindings(drafts: readonly FindingDraft[]): (Finding & { text: string })[] {
  return drafts.flatMap(({ field, code, text }) =>
    field === '' || code === '' ? [] : [{ field, code, text: text.trim() }],
  );
}
