import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';

import { ConfigurationError, readConfig } from './config.server.ts';

function pkcs8Of(type: 'ed25519' | 'x25519'): string {
  const { privateKey } = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

const complete = {
  ORIGIN: 'https://requests.example.org',
  RP_ID: 'requests.example.org',
  DATABASE_URL: 'postgres://amtsweg@db/amtsweg',
  SESSION_SECRET: Buffer.alloc(32, 7).toString('base64'),
  RECEIPT_SIGNING_KEY: pkcs8Of('ed25519'),
  SMTP_URL: 'smtp://mail.example.org:587',
  MAIL_FROM: 'Amtsweg <noreply@example.org>',
  INTAKE_FINGERPRINT: 'A'.repeat(40),
  DATA_FOLDER: '/var/lib/amtsweg',
  SITE_FOLDER: '/etc/amtsweg/site',
  PROVIDER_NAME: 'Example Mail',
  PROVIDER_DOMAINS: 'example.org, Example.net',
};

const problemsOf = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
};

test('production starts with everything set', () => {
  expect(readConfig(complete)).toMatchObject({
    mode: 'production',
    providerDomains: ['example.org', 'example.net'],
    reportSmallNumbers: 'suppress',
    reportRunningYear: false,
    mailIntake: { door: { kind: 'off' }, answersItself: true },
  });
});

test('production lists every missing setting at once and has no default secret (promise 25)', () => {
  const problems = problemsOf({}).join('\n');
  for (const name of Object.keys(complete)) expect(problems).toContain(`${name} is missing`);
});

test.each([
  ['ORIGIN', 'http://requests.example.org', 'ORIGIN'],
  ['ORIGIN', 'https://requests.example.org/path', 'ORIGIN'],
  ['RP_ID', 'example.com', 'RP_ID'],
  ['SESSION_SECRET', 'short', 'SESSION_SECRET'],
  ['RECEIPT_SIGNING_KEY', Buffer.alloc(48, 7).toString('base64'), 'RECEIPT_SIGNING_KEY'],
  ['RECEIPT_SIGNING_KEY', pkcs8Of('x25519'), 'RECEIPT_SIGNING_KEY'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL'],
  ['HOLIDAY_REGION', 'Berlin', 'HOLIDAY_REGION'],
  ['INTAKE_FINGERPRINT', 'ABC', 'INTAKE_FINGERPRINT'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL'],
  ['SMTP_URL', 'file:/tmp/mail', 'SMTP_URL'],
  ['PORT', '70000', 'PORT'],
  ['REPORT_SMALL_NUMBERS', 'no', 'REPORT_SMALL_NUMBERS'],
  ['MAIL_INTAKE', 'pop3', 'MAIL_INTAKE'],
  ['MAIL_INTAKE', 'lmtp', 'MAIL_INTAKE_LISTEN'],
  ['MAIL_INTAKE', 'smtp', 'MAIL_INTAKE_ADDRESS'],
  ['MAIL_INTAKE', 'imap', 'MAIL_INTAKE_IMAP_URL'],
  ['MAIL_INTAKE_MAX_BYTES', '12', 'MAIL_INTAKE_MAX_BYTES'],
  // More than sealing takes.
  ['MAX_FILE_BYTES', String(2 * 1024 ** 3 + 1), 'MAX_FILE_BYTES'],
])('refuses %s=%s', (name, value, mentioned) => {
  expect(problemsOf({ ...complete, [name]: value }).join('\n')).toContain(mentioned);
});

test('lists what is malformed together with what is missing', () => {
  const { MAIL_FROM: _without, ...rest } = complete;
  const problems = problemsOf({ ...rest, RECEIPT_SIGNING_KEY: 'x', LOG_LEVEL: 'loud', PORT: '0' }).join('\n');
  for (const name of ['MAIL_FROM', 'RECEIPT_SIGNING_KEY', 'LOG_LEVEL', 'PORT'])
    expect(problems).toContain(name);
});
