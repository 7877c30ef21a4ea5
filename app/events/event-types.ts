import type { SignedProof } from '#app/passkeys/signed-action.ts';

/**
 * Everything that can happen, as one typed union. Payloads carry codes, counts and ids; never a secret, a name or
 * anything sealed. `version` of an object counts its events.
 */
export interface EventPayloads {
  legal_request: {
    draft_created: { category: string };
    draft_discarded: Record<string, never>;
    submitted: {
      revision: number;
      category: string;
      priority: string;
      channel: string;
      /** Of the authority, at the time: what the report counts by. ISO 3166-1 alpha-2; a kind of legal-request-values.ts. */
      country: string | null;
      agencyKind: string | null;
      manifestSha256: string;
    };
    /** Somebody else of the agency is in charge now: ids of people. */
    handed_over: { from: string; to: string };
    /** It came beside the portal, and the authority has registered since: ids of teams, the new one's key. */
    handed_to_agency: { fromTeamId: string; toTeamId: string; fingerprint: string };
    review_started: Record<string, never>;
    claimed: Record<string, never>;
    claim_released: Record<string, never>;
    note_added: { noteId: string };
    decision_proposed: { decision: string; revision: number; statementSha256: string; decisionId: string };
    decision_set_aside: { decisionId: string };
    returned: { revision: number; decisionId: string; codes: string[]; correctionEndsAt: string };
    rejected: { revision: number; decisionId: string; codes: string[]; correctionEndsAt: string };
    accepted: { revision: number; decisionId: string };
    /** `proof`: the passkey's assertion over the withdrawal (withdrawal.ts), kept for later proof. */
    withdrawn: { revision: number; manifestSha256: string; proof: SignedProof };
    closed: { because: 'correction_period_ended' | 'answers_expired' };
    answer_prepared: { answerId: string; number: number; isFinal: boolean; statementSha256: string };
    answer_set_aside: { answerId: string; number: number };
    answer_released: { answerId: string; number: number; isFinal: boolean; outcome: string };
    /** Once for each person of the agency. */
    answer_opened: { answerId: string; number: number };
    answer_file_downloaded: { answerId: string; number: number; fileId: string };
    answer_expiry_warned: { answerId: string; number: number };
    /** The mail server took it, for an authority outside of the portal. */
    answer_mailed: { answerId: string; number: number };
    /** It is not tried any more: the mail server refused it for good, or the last try failed. Once for each queueing. */
    answer_mail_failed: { answerId: string; number: number };
    /** Staff sends it again. */
    answer_mail_queued_again: { answerId: string; number: number };
    answer_destroyed: { answerId: string; number: number };
    /** The confirmation of an emergency order did not come in time. */
    emergency_lapsed: { revision: number };
    correction_reminded: { revision: number; daysBefore: number };
    /** Somebody of the provider opened an attachment: once per person, file and day in Berlin. */
    /** How much, never what for. */
    costs_changed: { totalCents: number; positions: number; isClaimed: boolean };
    costs_claim_reminded: { claimEndsAt: string };
    file_opened: { fileId: string };
    message_sent: { messageId: string; side: 'agency' | 'provider'; intent: 'asks' | 'informs' };
    /** A question needs no reply any more; `side` said so. */
    turn_given_back: { side: 'agency' | 'provider' };
    call_back_recorded: { callBackId: string };
    /** A court confirmed the emergency order on this day, as `side` recorded. */
    emergency_confirmed: {
      revision: number;
      confirmationId: string;
      side: 'agency' | 'provider';
      confirmedOn: string;
    };
    /** Our deadline ends within a day, or has ended; `dueAt` tells one deadline from the next. */
    deadline_reminded: { dueAt: string };
    deadline_missed: { dueAt: string };
    interception_ending: { revision: number; daysBefore: number };
  };
  /** Something that came by another way than the portal: mail, letter, fax (2-domain §9). */
  arrival: {
    /** What is known at once; `receivedAt` (ISO 8601) is what the report counts by. `senderDomain` of mails only. */
    arrived: ArrivalFacts & { channel: string; receivedAt: string; senderDomain: string | null };
    /** Refused for good, without a look at the content: a code of `reasons.ts`, as `channel_plaintext`. */
    refused: { code: string };
    /** The refusal was sent or printed; null when nobody may be answered (automatic mail, a list). */
    refusal_sent: { by: 'mail' | 'letter' } | { by: null; because: string };
    /** Could not be taken for a request or a refusal: somebody of the provider has to look. */
    quarantined: { because: string };
    /** Staff said what it is. What is no request of an authority does not count. */
    described: ArrivalFacts & { isLegalRequest: boolean };
    /** It became this legal request, whose events go on from here. */
    registered: { legalRequestId: string };
    /** It was refused, and the authority sent the same request again by an admissible way. */
    corrected: { legalRequestId: string };
  };
  /** The transparency report of one year. */
  report: {
    words_changed: { year: number };
    publication_proposed: { year: number; version: number; approvalId: string; contentSha256: string };
    publication_set_aside: { year: number; version: number; approvalId: string };
    published: { year: number; version: number; approvalId: string; contentSha256: string };
    /** A year from before the portal, brought in by the operator. */
    imported: { year: number; version: number; contentSha256: string };
  };
  team: {
    agency_described: { country: string; agencyKind: string };
    verification_proposed: { approvalId: string };
    verification_set_aside: { approvalId: string };
    verified: { approvalId: string };
    /** The twelve months end within 30 days, or are over; `dueAt` tells one due date from the next. */
    verification_due: { dueAt: string };
    verification_overdue: { dueAt: string };
    declined: { approvalId?: string };
    suspended: Record<string, never>;
    reinstated: Record<string, never>;
    refusal_taken_back: Record<string, never>;
    key_made: { fingerprint: string };
    key_certified: { fingerprint: string };
    key_rotated: { fingerprint: string; predecessor: string };
    intake_key_proposed: { approvalId: string; fingerprint: string; predecessor: string };
    intake_key_set_aside: { approvalId: string };
    /** Two people; what they signed is kept beside the proposal (SHA-256, base64url). */
    intake_key_changed: {
      approvalId: string;
      fingerprint: string;
      predecessor: string;
      statementSha256: string;
    };
    key_alarm: { expected: string; seen: string };
    domains_changed: { domains: string[] };
  };
  person: {
    invited: { role: string };
    registered: { role: string };
    admitted: { role: string };
    declined: Record<string, never>;
    suspended: Record<string, never>;
    reinstated: Record<string, never>;
    refusal_taken_back: Record<string, never>;
    /** `fingerprint`: the team's key in use, if the person held it; a new one is due then. */
    withdrawn: { fingerprint: string | null };
    role_change_proposed: { role: string; approvalId: string };
    role_changed: { role: string; approvalId: string };
    role_change_declined: { approvalId: string };
    passkey_added: { passkeyId: string };
    passkey_revoked: { passkeyId: string };
    signed_in: Record<string, never>;
    recovered: { approvalId: string };
    recovery_confirmed: { approvalId: string };
    recovery_declined: { approvalId: string };
    recovery_code_changed: Record<string, never>;
    access_proposed: { approvalId: string };
    access_set_aside: { approvalId: string };
    /** Two people agreed: passkeys, sessions, locked keys ended; a link is on its way. */
    access_taken: { approvalId: string };
    access_used: { passkeyId: string };
    withdrawal_proposed: { approvalId: string };
    withdrawal_set_aside: { approvalId: string };
    team_key_exported: { fingerprint: string };
    team_key_granted: { fingerprint: string };
  };
}

/** What the report counts an arrival by; null where nobody knows (yet). Values of legal-request-values.ts. */
interface ArrivalFacts {
  /** ISO 3166-1 alpha-2, upper case */
  country: string | null;
  agencyKind: string | null;
  category: string | null;
}

export type ObjectType = keyof EventPayloads;
export type EventType<O extends ObjectType> = keyof EventPayloads[O] & string;

/** Every name that a payload uses. */
export type PayloadKey = KeyOf<{ [O in ObjectType]: EventPayloads[O][keyof EventPayloads[O]] }[ObjectType]>;
type KeyOf<Payload> = Payload extends unknown
  ? string extends keyof Payload
    ? never
    : keyof Payload
  : never;

/** One event to append. `expectedVersion` is the version that the actor saw; null means "whatever it is now". */
export interface NewEvent<O extends ObjectType, T extends EventType<O>> {
  objectType: O;
  objectId: string;
  type: T;
  actorId: string | null;
  payload: EventPayloads[O][T];
  at: Date;
}
