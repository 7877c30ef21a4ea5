import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

import type { Config } from '#app/config.server.ts';

import { composeEncryptedMail } from './encrypted-mail.server.ts';

/** Words, or an OpenPGP message that holds them. */
export type Mail = { to: string } & ({ subject: string; text: string } | { pgpMessage: string });

export type SendMail = (mail: Mail) => Promise<void>;

/** Automatic mail says so, so that nobody's absence notice answers it (RFC 3834). */
const automaticHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * Sends through the operator's SMTP server, or in the demo (`file:FOLDER`) writes `FOLDER/*.eml`.
 * @throws when the server does not take the mail; the job is then tried again
 */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): SendMail {
  if (config.smtpUrl.startsWith('file:'))
    return createFileMailer(config.smtpUrl.slice('file:'.length), config.mailFrom);
  const transport = createTransport(config.smtpUrl);
  return async (mail) => {
    await transport.sendMail(await composeMail(mail, config.mailFrom));
  };
}

async function composeMail(mail: Mail, from: string): Promise<SendMailOptions> {
  if (!('pgpMessage' in mail)) return { ...mail, from, headers: automaticHeaders };
  const { to } = mail;
  const raw = await composeEncryptedMail(mail.pgpMessage, { from, to, headers: automaticHeaders });
  return { envelope: { from, to }, raw };
}

function createFileMailer(folder: string, from: string): SendMail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    const { message } = await transport.sendMail(await composeMail(mail, from));
    await mkdir(folder, { recursive: true });
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
    // Written beside and renamed, so that a reader never meets half a mail.
    await writeFile(join(folder, `${name}.part`), message as Buffer);
    await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`));
  };
}
