/** What went wrong, as a code that the catalogue turns into words (`app/text/errors`), and how HTTP says it. */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code lower_snake, a key of `app/text/errors`
   * @param details values that the text may name; never anything sealed
   * @param status HTTP status, 400 unless told
   */
  constructor(code: string, details: Record<string, unknown> = {}, status = 400) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** A foreign id and a missing id answer identically (promise 14). */
export const notFound = () => new DomainError('not_found', {}, 404);

/** The person may not do this, in this role or at this status. */
export const forbidden = () => new DomainError('forbidden', {}, 403);

/** Somebody else was faster: the object is no longer at the version that was read. */
export const conflict = (code = 'changed_meanwhile', details: Record<string, unknown> = {}) =>
  new DomainError(code, details, 409);
