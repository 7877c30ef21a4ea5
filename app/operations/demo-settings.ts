import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The settings of a demonstration, as environment variables. Secrets are made at the first start and kept in the data
 * folder, readable by its owner alone; there are no default ones.
 *
 * @param dataFolder exists already
 * @param mailPort where mail is handed over by SMTP; without it no mail is taken in
 */
export function demoSettings(
  dataFolder: string,
  port: number,
  databaseUrl: string,
  mailPort?: number,
): Record<string, string> {
  return {
    ...(mailPort !== undefined && {
      MAIL_INTAKE: 'smtp',
      MAIL_INTAKE_LISTEN: `127.0.0.1:${mailPort}`,
      MAIL_INTAKE_ADDRESS: 'ersuchen@beispielpost.example',
    }),
    AMTSWEG_MODE: 'demo',
    NODE_ENV: 'production',
    ORIGIN: `http://localhost:${port}`,
    RP_ID: 'localhost',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: resolve(dataFolder),
    SMTP_URL: `file:${resolve(dataFolder, 'mail')}`,
    MAIL_FROM: 'Amtsweg <noreply@amtsweg.example>',
    INTAKE_FINGERPRINT: 'setup',
    PROVIDER_NAME: 'Beispielpost',
    PROVIDER_DOMAINS: 'beispielpost.example',
    REPORT_RUNNING_YEAR: 'yes',
    ...demoSecrets(join(dataFolder, 'secrets.json')),
  };
}

function demoSecrets(file: string): Record<string, string> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const { privateKey } = generateKeyPairSync('ed25519');
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString('base64'),
    RECEIPT_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
