/** Mails that come to a portal and go out from it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

import { handOver } from '#test/mail-intake/mails.ts';

import { makeOrderPdf } from './attachments.ts';
import type { Portal } from './portal.ts';

/** Where authorities write to. */
export const address = 'ersuchen@beispielpost.example';
/** Hands a mail over as a mail server does. */
export const take = (portal: Portal, raw: string) =>
  handOver(portal.mailPort ?? 0, raw, { lmtp: false, to: address });

/** Mails that the portal sent to somebody, as far as they have gone out. */
export async function mailsTo(portal: Portal, to: string) {
  const folder = join(portal.dataFolder, 'mail');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const raws = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const mails = await Promise.all(raws.map(async (raw) => ({ raw, mail: await PostalMime.parse(raw) })));
  return mails.filter(({ mail }) => mail.to?.some((one) => one.address === to));
}

/** All octets that the portal has written: sealed files, database, mails, log. */
export async function hasWritten(portal: Portal, sentinel: string): Promise<string[]> {
  const entries = await readdir(portal.dataFolder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const octets = await readFile(path).catch(() => Buffer.alloc(0));
    if (octets.includes(sentinel) || octets.includes(Buffer.from(sentinel).toString('base64').slice(0, 12)))
      found.push(path);
  }
  return found;
}

/** What a sender encrypts: a text, a letter as PDF, the sender's key. */
export async function composeContent(text: string, publicKey: string): Promise<Buffer> {
  const { buffer } = await makeOrderPdf('Anschreiben.pdf', 'Ersuchen');
  const part = (type: string, name: string, content: Buffer) =>
    [
      '--innen',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n');
  return Buffer.from(
    [
      'Content-Type: multipart/mixed; boundary="innen"; protected-headers="v1"',
      'Subject: Ersuchen um Bestandsdaten',
      '',
      '--innen',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      text,
      part('application/pdf', 'Anschreiben.pdf', buffer),
      part('application/pgp-keys', 'key.asc', Buffer.from(publicKey)),
      '--innen--',
      '',
    ].join('\r\n'),
  );
}
