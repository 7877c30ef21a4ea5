/** Which door mails come in by; chosen by the operator. Off unless told. */
export type IntakeDoor =
  | { kind: 'off' }
  /** The mail server hands over: `lmtp` (RFC 2033) or `smtp`. */
  | { kind: 'lmtp' | 'smtp'; host: string; port: number }
  /** We fetch: `imaps://user:password@host:port/MAILBOX`. */
  | { kind: 'imap'; url: string; pollSeconds: number };

export type IntakeConfig = {
  door: IntakeDoor;
  /** Where authorities write to, lower case; '' while the door is off. Answers come from it. */
  address: string;
  maxBytes: number;
  /** Whether a plain mail is refused by itself; otherwise staff confirms each answer at the desk. */
  answersItself: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** More could not even be held by a browser that opens it. */
const largestMail = 256 * 1024 * 1024;

/** Reads the settings of the mail intake; says in `problems` what is missing or malformed. */
export function readIntakeConfig(env: Environment, problems: string[]): IntakeConfig {
  const address = (env['MAIL_INTAKE_ADDRESS'] ?? '').trim().toLowerCase();
  const maxBytes = Number(env['MAIL_INTAKE_MAX_BYTES'] ?? 64 * 1024 * 1024);
  const door = readDoor(env, problems);
  if (door.kind !== 'off' && !/^[^\s@]+@[^\s@]+$/.test(address))
    problems.push('MAIL_INTAKE_ADDRESS is missing: the address to which authorities send encrypted mail');
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1_000_000 || maxBytes > largestMail)
    problems.push(`MAIL_INTAKE_MAX_BYTES must be a whole number from 1000000 to ${largestMail}`);
  return { door, address, maxBytes, answersItself: env['MAIL_INTAKE_ANSWERS'] !== 'confirm' };
}

function readDoor(env: Environment, problems: string[]): IntakeDoor {
  const kind = env['MAIL_INTAKE'] ?? 'off';
  if (kind === 'lmtp' || kind === 'smtp') {
    const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(env['MAIL_INTAKE_LISTEN'] ?? '') ?? [];
    if (host === '' || Number(port) > 65_535)
      problems.push(
        'MAIL_INTAKE_LISTEN is missing: host:port where mail is handed over, for example 127.0.0.1:2424',
      );
    return { kind, host, port: Number(port) };
  }
  if (kind === 'imap') {
    const url = env['MAIL_INTAKE_IMAP_URL'] ?? '';
    if (!/^imaps?:\/\/[^@]+@/.test(url) || !URL.canParse(url))
      problems.push('MAIL_INTAKE_IMAP_URL is missing: imaps://user:password@host/INBOX');
    const pollSeconds = Number(env['MAIL_INTAKE_POLL_SECONDS'] ?? 20);
    if (!(pollSeconds >= 5 && pollSeconds <= 3600))
      problems.push('MAIL_INTAKE_POLL_SECONDS must be a number from 5 to 3600');
    return { kind, url, pollSeconds };
  }
  if (kind !== 'off') problems.push('MAIL_INTAKE must be off, lmtp, smtp or imap');
  return { kind: 'off' };
}
