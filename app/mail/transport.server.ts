import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';

import type { Config } from '#app/config.server.ts';

import { composeEncryptedMail } from './encrypted-mail.server.ts';

/** Words, or an OpenPGP message that holds them. */
export type Mail = MailPlace &
  ({ subject: string; text: string; attachments?: Attachment[] } | { pgpMessage: string });

interface MailPlace {
  to: string;
  /** Instead of the address that notifications come from. */
  from?: string;
  /** Message-ID, without brackets, of a mail that this one answers; null where that is not known. */
  inReplyTo?: string | null;
}
type Attachment = { filename: string; contentType: string; content: string | Buffer | Readable };

export type SendMail = (mail: Mail) => Promise<void>;

/**
 * Automatic mail says so, so that nobody's absence notice answers it (RFC 3834 §5). An answer names what it answers, and
 * nothing else of it.
 */
function headersOf({ inReplyTo }: MailPlace): Record<string, string> {
  const automatic = { 'X-Auto-Response-Suppress': 'All' };
  if (inReplyTo === undefined) return { 'Auto-Submitted': 'auto-generated', ...automatic };
  const thread: Record<string, string> =
    inReplyTo === null ? {} : { 'In-Reply-To': `<${inReplyTo}>`, References: `<${inReplyTo}>` };
  return { 'Auto-Submitted': 'auto-replied', ...automatic, ...thread };
}

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

/**
 * Whether the server has refused this mail itself, and would again (RFC 5321 §4.2.1: 5yz). A refused sign-in has such a code,
 * too, but says nothing of the mail.
 * @param error what {@link SendMail} threw
 */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isOfMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return isOfMail && typeof responseCode === 'number' && responseCode >= 500;
}

async function composeMail(mail: Mail, mailFrom: string): Promise<SendMailOptions> {
  const { to, from = mailFrom } = mail;
  const headers = headersOf(mail);
  if ('pgpMessage' in mail) {
    const raw = await composeEncryptedMail(mail.pgpMessage, { from, to, headers });
    return { envelope: { from, to }, raw };
  }
  const { subject, text, attachments = [] } = mail;
  return { from, to, subject, text, attachments, headers };
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
