/**
 * WebAuthn's errors as codes that the catalogue turns into words (WebAuthn Level 3 §5.1.3.1, §5.1.4.2). Browsers hide on purpose
 * why a ceremony failed, so one code may stand for several causes and its text names them all.
 */
export const passkeyErrorCodes = [
  'passkey_not_supported',
  'passkey_not_allowed',
  'passkey_exists',
  'passkey_wrong_site',
  'passkey_no_verification',
  'passkey_busy',
  'passkey_failed',
] as const;
export type PasskeyErrorCode = (typeof passkeyErrorCodes)[number];

/** A ceremony that did not come to an end. `code` is a key of the error texts. */
export class PasskeyError extends Error {
  readonly code: PasskeyErrorCode;

  constructor(code: PasskeyErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'PasskeyError';
    this.code = code;
  }
}

const codesByName: Readonly<Record<string, PasskeyErrorCode>> = {
  // The person cancelled, time ran out, or a policy forbids it: browsers do not tell which.
  NotAllowedError: 'passkey_not_allowed',
  // Making: this authenticator already has a passkey for the account.
  InvalidStateError: 'passkey_exists',
  // The page's host does not fit the RP id, or the connection is not secure.
  SecurityError: 'passkey_wrong_site',
  // No authenticator that can keep a passkey or verify its user.
  ConstraintError: 'passkey_no_verification',
  NotSupportedError: 'passkey_not_supported',
  // Another ceremony took its place, or the page is going away.
  AbortError: 'passkey_busy',
};

/** The code for whatever a ceremony threw. @simplewebauthn wraps the browser's error and keeps it as `cause`. */
export function toPasskeyError(error: unknown): PasskeyError {
  if (error instanceof PasskeyError) return error;
  return new PasskeyError(findCode(error) ?? 'passkey_failed', { cause: error });
}

function findCode(error: unknown): PasskeyErrorCode | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = codesByName[at.name];
    if (code !== undefined) return code;
  }
  return null;
}
