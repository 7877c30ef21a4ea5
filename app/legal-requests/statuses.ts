import type { Decision, Role, Status } from './legal-request-values.ts';

/** What can be done with a legal request. The permission table names the same actions. */
export const actions = [
  'create',
  'read',
  'save_draft',
  'discard_draft',
  'submit',
  'withdraw',
  'claim',
  'add_note',
  'add_finding',
  'return',
  'accept',
  'reject',
  'answer',
  'close',
] as const;
export type Action = (typeof actions)[number];

/** `system`: a deadline that ran out, not a person. */
export type Actor = Role | 'system';

/** `to: null` means that the legal request is gone afterwards. */
export type Transition = { from: Status; action: Action; to: Status | null; by: readonly Actor[] };

const agency = ['investigator', 'lead'] as const;
const desk = ['clerk', 'dpo', 'counsel'] as const;
const deciders = ['dpo', 'counsel'] as const;

/**
 * Every change of status there is. Accepting and rejecting take the signatures of `signaturesFor`: the transition
 * happens with the last of them. A submitted revision never changes; submitting again makes the next one.
 */
export const transitions: readonly Transition[] = [
  { from: 'draft', action: 'submit', to: 'submitted', by: agency },
  { from: 'draft', action: 'discard_draft', to: null, by: agency },
  { from: 'submitted', action: 'claim', to: 'in_review', by: desk },
  { from: 'submitted', action: 'withdraw', to: 'withdrawn', by: agency },
  { from: 'in_review', action: 'claim', to: 'in_review', by: desk },
  { from: 'in_review', action: 'return', to: 'returned', by: desk },
  { from: 'in_review', action: 'accept', to: 'accepted', by: deciders },
  { from: 'in_review', action: 'reject', to: 'rejected', by: deciders },
  { from: 'in_review', action: 'withdraw', to: 'withdrawn', by: agency },
  { from: 'returned', action: 'submit', to: 'submitted', by: agency },
  { from: 'returned', action: 'withdraw', to: 'withdrawn', by: agency },
  { from: 'returned', action: 'close', to: 'closed', by: ['system'] },
  { from: 'rejected', action: 'submit', to: 'submitted', by: agency },
  { from: 'rejected', action: 'close', to: 'closed', by: ['system'] },
  { from: 'accepted', action: 'answer', to: 'answered', by: desk },
  { from: 'answered', action: 'close', to: 'closed', by: [...desk, 'system'] },
];

/**
 * The status after an action, or `undefined` where the action is not allowed in that status; `null` when the legal
 * request is deleted by it (a discarded draft).
 */
export function transition(status: Status, action: Action): Status | null | undefined {
  return transitions.find((row) => row.from === status && row.action === action)?.to;
}

/** The changes of status that somebody in this role can start now, in the order of the table. */
export function actionsFor(status: Status, actor: Actor): Action[] {
  return transitions.filter((row) => row.from === status && row.by.includes(actor)).map((row) => row.action);
}

export type Turn = 'agency' | 'provider' | 'nobody';

const turns: Record<Status, Turn> = {
  draft: 'agency',
  submitted: 'provider',
  in_review: 'provider',
  returned: 'agency',
  rejected: 'agency',
  accepted: 'provider',
  answered: 'nobody',
  closed: 'nobody',
  withdrawn: 'nobody',
};

/** Whose turn it is. */
export function turnOf(status: Status): Turn {
  return turns[status];
}

/** A legal request in this status can be corrected: the next revision may be written and submitted. */
export function canBeCorrected(status: Status): boolean {
  return status === 'returned' || status === 'rejected';
}

/** Nothing can happen any more. */
export function isFinal(status: Status): boolean {
  return !transitions.some((row) => row.from === status);
}

/** Roles of which one person each must sign (`all`), or of which one person suffices (`one`). */
export type Signatures = { need: 'all' | 'one'; roles: readonly Role[] };

/** Acceptance and rejection take the data protection officer and the lawyer, two different persons. */
export function signaturesFor(decision: Decision): Signatures {
  return decision === 'return' ? { need: 'one', roles: desk } : { need: 'all', roles: deciders };
}

/**
 * @param signed the persons who have signed so far, with the role in which they signed
 * @returns whether the decision takes effect
 */
export function isFullySigned(
  decision: Decision,
  signed: readonly { personId: string; role: Role }[],
): boolean {
  const { need, roles } = signaturesFor(decision);
  if (need === 'one') return signed.some(({ role }) => roles.includes(role));
  const persons = new Set(signed.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId));
  return persons.size >= roles.length && roles.every((role) => signed.some((one) => one.role === role));
}
