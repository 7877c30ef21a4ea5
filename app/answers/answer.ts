/** An answer as the pages get it from the server. Sealed values are base64url, times ISO 8601 in UTC. */
import type { AnswerOutcome } from './answer-statement.ts';

/** Being written or waiting for the second signature. */
export interface OpenAnswer {
  id: string;
  number: number;
  state: 'drafting' | 'prepared';
  draft: { sealed: string; version: number; savedAt: string; savedBy: string } | null;
  prepared: SignedAnswer | null;
}

export interface SignedAnswer {
  /** Canonical JSON, exactly as signed. */
  statement: string;
  sealedManifest: string;
  preparedBy: string;
  preparedByName: string;
  preparedAt: string;
}

/** Released; `destroyed` when its files are gone. */
export interface ReleasedAnswer {
  id: string;
  number: number;
  state: 'released' | 'destroyed';
  isFinal: boolean;
  outcome: AnswerOutcome;
  statement: string;
  sealedManifest: string;
  releasedAt: string;
  expiresAt: string;
  destroyedAt: string | null;
}

/** Goes by mail to an authority outside of the portal; `sentAt` null until the mail server has taken it. */
export interface MailedAnswer {
  answerId: string;
  address: string;
  sentAt: string | null;
  /** Of the tries that failed; null before the first. `refused`: by the mail server for good. */
  failed: { tries: number; at: string; fault: 'refused' | 'not_taken' } | null;
  /** It is not tried any more. */
  isGivenUp: boolean;
}
