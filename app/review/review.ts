/** What the desk's page of one legal request gets from the server. Sealed values are base64url, times ISO 8601 in UTC. */
import type { EventType } from '#app/events/event-types.ts';
import type { Side } from '#app/legal-requests/clock.ts';
import type { EarlierLegalRequest } from '#app/legal-requests/automatic-checks.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type {
  AgencyKind,
  Category,
  Channel,
  Priority,
  Role,
  Status,
} from '#app/legal-requests/legal-request-values.ts';
import type { Turn } from '#app/legal-requests/statuses.ts';
import type { PublicPart } from '#app/legal-requests/public-part.ts';
import type { AgencyKey } from '#app/accounts/sealing-keys.ts';

export interface ReviewHead {
  id: string;
  reference: string;
  category: Category;
  channel: Channel;
  priority: Priority;
  status: Status;
  fileNumber: string;
  currentRevision: number;
  version: number;
  receivedAt: string | null;
  statusSince: string;
  dueAt: string | null;
  correctionEndsAt: string | null;
  turn: Turn;
  waitsFor: Side | null;
  /** Our deadline stands still since then. */
  pausedAt: string | null;
  authorName: string;
}

export interface ReviewFile {
  fileId: string;
  kind: string;
  ciphertextBytes: number;
  /** Of what is stored, as the server measured it; base64url. */
  sha256: string;
}

export interface ReviewRevision {
  number: number;
  publicPart: PublicPart;
  ruleSet: string;
  /** Outcome of the checks that the server made at submission. */
  checks: CheckResult[];
  sealedForm: string;
  /** Canonical JSON, exactly as signed. */
  manifest: string;
  manifestSha256: string;
  receipt: Record<string, unknown>;
  submittedByName: string;
  submittedAt: string;
  files: ReviewFile[];
}

/** One signature. */
export interface ReviewDecision {
  id: string;
  revision: number;
  statement: string;
  sealedExplanation: string | null;
  signedBy: string;
  signedByName: string;
  signedRole: Role;
  signedAt: string;
  withdrawnAt: string | null;
}

export interface ReviewNote {
  id: string;
  authorName: string;
  sealed: string;
  createdAt: string;
}

export interface ReviewEvent {
  type: EventType<'legal_request'>;
  version: number;
  at: string;
  /** Null when a deadline did it. */
  actorName: string | null;
  revision: number | null;
}

export interface EarlierReview extends EarlierLegalRequest {
  id: string;
  receivedAt: string | null;
  isSameAgency: boolean;
}

export interface Review {
  legalRequest: ReviewHead;
  agency: {
    id: string;
    name: string;
    country: string;
    kind: AgencyKind;
    verified: boolean | 'outside';
    /** Whom the words of a decision are sealed to besides the provider. */
    key: AgencyKey;
  };
  claim: { name: string; isMine: boolean } | null;
  /** The current one, then the one before it. */
  revisions: ReviewRevision[];
  decisions: ReviewDecision[];
  notes: ReviewNote[];
  events: ReviewEvent[];
  earlier: EarlierReview[];
}
