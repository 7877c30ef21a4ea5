import { resolve } from 'node:path';

import { laender } from '#app/legal-requests/legal-request-values.ts';
import { logLevels } from '#app/log.server.ts';
import { readIntakeConfig, type IntakeConfig } from '#app/mail-intake/intake-config.ts';
import { maxFileBytes } from '#app/sealing/bulk-types.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { smallNumberModes, type SmallNumberMode } from '#app/transparency/small-number-modes.ts';

/**
 * All settings, read once at start. There are no default secrets: production refuses to start and lists what is
 * missing (promise 25). Only `npm run demo` brings values of its own, generated and kept in its data folder.
 */
export interface Config {
  mode: 'production' | 'demo';
  /** Exactly one origin, for example `https://requests.example.org`. WebAuthn and the cross-origin check compare with it. */
  origin: string;
  /** WebAuthn relying party: the origin's host or a registrable suffix of it. */
  rpId: string;
  databaseUrl: string;
  /** At least 32 octets; keys of HMACs. */
  sessionSecret: Uint8Array;
  /** Ed25519 private key, PKCS #8, base64: signs receipts. */
  receiptSigningKey: string;
  /** `smtp://…`, or in the demo `file:FOLDER`. */
  smtpUrl: string;
  mailFrom: string;
  /** 40 hex digits of the intake key, or `setup` until the first administrator has made it. */
  intakeFingerprint: string;
  dataFolder: string;
  /** Folder with the operator's own texts (imprint, privacy); null in the demo. */
  siteFolder: string | null;
  /** Whether `X-Forwarded-For` of the proxy in front is believed. */
  trustProxy: boolean;
  port: number;
  host: string;
  /** What the operator is called on pages and in mails. */
  providerName: string;
  providerCountry: string;
  /** The mail domains whose mailboxes can be asked about. */
  providerDomains: string[];
  /** The Land whose public holidays count, ISO 3166-2 without the country: `BE` is Berlin. */
  holidayRegion: string;
  /** Working days from the acceptance to the answer. */
  answerWorkingDays: number;
  /** Whoever asks for `/metrics` must name it (`Authorization: Bearer …`); null: only `metricsFromLoopback` counts. */
  metricsToken: string | null;
  /** Whether this machine itself may ask for `/metrics` without a token. */
  metricsFromLoopback: boolean;
  /** What happens to small numbers of interceptions in the transparency report (app/transparency/protect.ts). */
  reportSmallNumbers: SmallNumberMode;
  /** Whether everybody can see the running year, uncounted by two people; otherwise only what was published. */
  reportRunningYear: boolean;
  /** By which way encrypted mails of authorities come in. */
  mailIntake: IntakeConfig;
  maxFileBytes: number;
  /** Most octets of ciphertext of an answer that goes by mail. */
  answerMailBytes: number;
  maxFiles: number;
  logLevel: string;
}

/** Names every setting that is missing or malformed, in one go. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Amtsweg cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

function reader(env: Environment, problems: string[]) {
  const required = (name: string, what: string, valid: (value: string) => boolean = () => true) => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is missing: ${what}`);
    else if (!valid(value)) problems.push(`${name} is not valid: ${what}`);
    return value;
  };
  const count = (name: string, fallback: number, max: number) => {
    const value = env[name] === undefined ? fallback : Number(env[name]);
    if (!Number.isSafeInteger(value) || value < 1 || value > max)
      problems.push(`${name} must be a whole number from 1 to ${max}`);
    return value;
  };
  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = env[name] ?? fallback;
    const chosen = choices.find((one) => one === value);
    if (chosen === undefined) problems.push(`${name} must be one of ${choices.join(', ')}`);
    return chosen ?? fallback;
  };
  return { required, count, choice };
}

const isOrigin = (value: string) => {
  try {
    const url = new URL(value);
    return url.origin === value && (url.protocol === 'https:' || url.hostname === 'localhost');
  } catch {
    return false;
  }
};

/** As submitting reads it: a key that only fails there would cost every authority its submission. */
const isReceiptKey = (receiptSigningKey: string) => {
  try {
    receiptKeyOf({ receiptSigningKey });
    return true;
  } catch {
    return false;
  }
};

/**
 * Reads and checks the environment.
 * @throws ConfigurationError listing all that is missing or malformed
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const { required, count, choice } = reader(env, problems);
  const origin = required('ORIGIN', 'the address people open, https://… without a path', isOrigin);
  const rpId = required('RP_ID', 'the WebAuthn relying party id, normally the host name of ORIGIN');
  if (isOrigin(origin) && rpId !== '') {
    const host = new URL(origin).hostname;
    if (host !== rpId && !host.endsWith(`.${rpId}`))
      problems.push('RP_ID must be the host of ORIGIN or a suffix of it');
  }
  const secret = required(
    'SESSION_SECRET',
    'at least 32 random octets as base64, for example from: openssl rand -base64 32',
    (value) => Buffer.from(value, 'base64').length >= 32,
  );
  const config: Config = {
    mode: env['AMTSWEG_MODE'] === 'demo' ? 'demo' : 'production',
    origin,
    rpId,
    databaseUrl: required('DATABASE_URL', 'postgres://… of a PostgreSQL 15 or later', (value) =>
      /^postgres(ql)?:/.test(value),
    ),
    sessionSecret: Buffer.from(secret, 'base64'),
    receiptSigningKey: required(
      'RECEIPT_SIGNING_KEY',
      'an Ed25519 private key (PKCS #8, base64), for example from: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0',
      isReceiptKey,
    ),
    smtpUrl: required('SMTP_URL', 'smtp://user:password@host:port of the mail server', (value) =>
      /^(smtps?|file):/.test(value),
    ),
    mailFrom: required('MAIL_FROM', 'the sender address of notifications', (value) => value.includes('@')),
    intakeFingerprint: required(
      'INTAKE_FINGERPRINT',
      'the 40 hex digits of the intake key, or the word setup until the first administrator has made it',
      (value) => value === 'setup' || /^[0-9A-F]{40}$/i.test(value),
    ).toUpperCase(),
    dataFolder: resolve(required('DATA_FOLDER', 'the folder for sealed uploads')),
    siteFolder:
      env['AMTSWEG_MODE'] === 'demo'
        ? null
        : resolve(required('SITE_FOLDER', 'the folder with imprint.de.txt and privacy.de.txt')),
    trustProxy: env['TRUST_PROXY'] === 'yes',
    port: count('PORT', 3000, 65_535),
    host: env['HOST'] ?? '127.0.0.1',
    providerName: required('PROVIDER_NAME', 'what the provider is called on pages and in mails'),
    providerCountry: env['PROVIDER_COUNTRY'] ?? 'DE',
    providerDomains: required('PROVIDER_DOMAINS', 'the mail domains of the provider, separated by commas')
      .split(',')
      .map((domain) => domain.trim().toLowerCase())
      .filter((domain) => domain !== ''),
    holidayRegion: choice('HOLIDAY_REGION', laender, 'BE'),
    answerWorkingDays: count('ANSWER_WORKING_DAYS', 10, 250),
    metricsToken: env['METRICS_TOKEN'] ?? null,
    metricsFromLoopback: env['METRICS_FROM_LOOPBACK'] === 'yes',
    // Fails closed: a number that was published cannot be taken back.
    reportSmallNumbers: choice('REPORT_SMALL_NUMBERS', smallNumberModes, 'suppress'),
    reportRunningYear: env['REPORT_RUNNING_YEAR'] === 'yes',
    mailIntake: readIntakeConfig(env, problems),
    maxFileBytes: count('MAX_FILE_BYTES', 2_000_000_000, maxFileBytes),
    answerMailBytes: count('ANSWER_MAIL_BYTES', 15_000_000, 100_000_000),
    maxFiles: count('MAX_FILES', 50, 500),
    logLevel: choice('LOG_LEVEL', logLevels, 'info'),
  };
  if (config.metricsToken !== null && config.metricsToken.length < 32)
    problems.push('METRICS_TOKEN must have at least 32 characters, for example from: openssl rand -hex 32');
  if (config.smtpUrl.startsWith('file:') && config.mode !== 'demo')
    problems.push('SMTP_URL: mails are written to files in the demo only');
  if (problems.length > 0) throw new ConfigurationError(problems);
  return config;
}
