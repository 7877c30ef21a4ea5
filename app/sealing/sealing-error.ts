/**
 * Everything that can stop sealing or opening. Texts for people are looked up in the catalogue by code.
 * A message is for developers only and never holds plaintext, keys or file names.
 */
export type SealingErrorCode =
  | 'key_mismatch'
  | 'key_expired'
  | 'key_revoked'
  | 'key_weak'
  | 'key_not_certified'
  | 'key_unreadable'
  | 'room_locked'
  | 'wrong_secret'
  | 'recovery_code_typo'
  | 'passphrase_too_short'
  | 'grant_invalid'
  | 'worker_failed'
  | 'timed_out'
  | 'random_failed'
  | 'cancelled'
  | 'file_changed'
  | 'file_needed'
  | 'file_unreadable'
  | 'storage_full'
  | 'storage_unavailable'
  | 'too_large'
  | 'resume_impossible'
  | 'message_damaged'
  | 'message_unsupported'
  | 'not_for_us'
  | 'hash_mismatch'
  | 'compressed_too_far'
  | 'download_failed';

/** The one error of the crypto room. After it nothing is sent (promise 2). */
export class SealingError extends Error {
  readonly code: SealingErrorCode;

  constructor(code: SealingErrorCode, message?: string, options?: ErrorOptions) {
    super(message ?? code, options);
    this.name = 'SealingError';
    this.code = code;
  }
}

/** Narrows a caught value. Errors that crossed a worker boundary are plain objects: the client rebuilds them. */
export function isSealingError(value: unknown): value is SealingError {
  return value instanceof SealingError;
}
