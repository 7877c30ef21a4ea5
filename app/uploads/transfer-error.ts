import type { SealingErrorCode } from '#app/sealing/sealing-error.ts';

/** Why a transfer stopped, beside the reasons of the crypto room. Words for people stand in `text/uploads`. */
const transferErrorCodes = [
  'bad_input',
  /** What the server stored is not what was sealed. */
  'damaged',
  'draft_not_saved',
  'file_exists',
  'file_gone',
  'file_refused',
  'file_too_large',
  'forbidden',
  'not_editable',
  'not_found',
  /** Another window of this browser has the file. */
  'open_elsewhere',
  'signed_out',
  'team_keys_missing',
  'too_many_files',
  'unknown',
  'unreachable',
] as const;
export type TransferErrorCode = (typeof transferErrorCodes)[number];
export type TransferFailure = TransferErrorCode | SealingErrorCode;

/** What the server or the line did. */
export class TransferError extends Error {
  readonly code: TransferErrorCode;
  /** Trying again by itself may help. */
  readonly isTemporary: boolean;

  constructor(code: TransferErrorCode, isTemporary = false, options?: ErrorOptions) {
    super(code, options);
    this.name = 'TransferError';
    this.code = code;
    this.isTemporary = isTemporary;
  }
}

/**
 * What an HTTP answer means for a transfer. A wrong offset, a lock, too many requests and faults of the server pass:
 * the next try asks first how far the server is.
 * @param status 0 when there was no answer
 * @param code of the JSON body, if it had one
 */
export function transferErrorOf(status: number, code: unknown): TransferError {
  if (status === 0 || status >= 500 || [408, 423, 425, 429].includes(status) || code === 'offset_differs')
    return new TransferError('unreachable', true);
  if (code === 'changed_meanwhile') return new TransferError('unreachable', true);
  const known = transferErrorCodes.find((one) => one === code);
  if (known) return new TransferError(known);
  const byStatus: Record<number, TransferErrorCode> = {
    401: 'signed_out',
    403: 'forbidden',
    404: 'not_found',
    410: 'file_gone',
    413: 'file_too_large',
  };
  return new TransferError(byStatus[status] ?? 'unknown');
}

/** Failures that no second try with the same file can mend: it must be added again. */
const finalFailures: ReadonlySet<TransferFailure> = new Set<TransferFailure>([
  'damaged',
  'file_exists',
  'file_gone',
  'file_refused',
  'file_too_large',
  'open_elsewhere',
  'resume_impossible',
  'too_large',
]);

export const canRetry = (failure: TransferFailure): boolean => !finalFailures.has(failure);
