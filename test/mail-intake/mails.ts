/** Mails as authorities' programs write them, made with GnuPG. */
import { createTransport } from 'nodemailer';

import { withOpenPgpPrograms, type Folder } from '#test/openpgp-programs.ts';

export type Sender = {
  /** Armored public key. */
  publicKey: string;
  fingerprint: string;
  /** OpenPGP message, armored unless told otherwise; signed by the sender where told. */
  encrypt(content: string | Uint8Array, options?: EncryptOptions): Promise<Buffer>;
  /** A detached signature, armored; in text mode as `gpg --textmode` makes it. */
  sign(content: string | Uint8Array, options?: { isText?: boolean }): Promise<string>;
  /** What a recipient's GnuPG makes of a message to this sender. */
  decrypt(message: string | Uint8Array): Promise<string>;
};
type EncryptOptions = { isSigned?: boolean; isBinary?: boolean; to?: string[]; isHidden?: boolean };

export const senderAddress = 'kommissarin@polizei.example';

/** Runs `work` with a GnuPG that has a key of its own and knows the provider's. */
export async function withSender<Result>(
  intakeKey: string,
  work: (sender: Sender) => Promise<Result>,
): Promise<Result> {
  return withOpenPgpPrograms(async (folder) => {
    await folder.gpg(
      '--pinentry-mode',
      'loopback',
      '--passphrase',
      '',
      '--quick-generate-key',
      `Kommissarin <${senderAddress}>`,
      'ed25519',
      'sign,cert',
      'never',
    );
    const fingerprint = await fingerprintIn(folder, senderAddress);
    await folder.gpg(
      '--pinentry-mode',
      'loopback',
      '--passphrase',
      '',
      '--quick-add-key',
      fingerprint,
      'cv25519',
      'encr',
    );
    await folder.gpg('--import', await folder.write('intake.asc', intakeKey));
    const intake = await importedFingerprint(folder, intakeKey);
    let count = 0;
    return work({
      fingerprint,
      publicKey: (await folder.gpg('--armor', '--export', fingerprint)).stdout.toString(),
      async encrypt(content, { isSigned = false, isBinary = false, to = [intake], isHidden = false } = {}) {
        const file = await folder.write(`content-${(count += 1)}`, content);
        const recipients = to.flatMap((one) => [isHidden ? '--hidden-recipient' : '--recipient', one]);
        const { stdout } = await folder.gpg(
          ...(isBinary ? [] : ['--armor']),
          '--trust-model',
          'always',
          ...(isSigned ? ['--sign', '--local-user', fingerprint] : []),
          ...recipients,
          '--output',
          '-',
          '--encrypt',
          file,
        );
        return stdout;
      },
      async sign(content, { isText = false } = {}) {
        const file = await folder.write(`signed-${(count += 1)}`, content);
        const mode = isText ? ['--textmode'] : [];
        const args = [
          '--armor',
          ...mode,
          '--local-user',
          fingerprint,
          '--output',
          '-',
          '--detach-sign',
          file,
        ];
        return (await folder.gpg(...args)).stdout.toString();
      },
      async decrypt(message) {
        const file = await folder.write(`message-${(count += 1)}`, message);
        return (await folder.gpg('--decrypt', file)).stdout.toString();
      },
    });
  });
}

async function fingerprintIn(folder: Folder, address: string): Promise<string> {
  const { stdout } = await folder.gpg('--with-colons', '--list-keys', address);
  return /^fpr:+([0-9A-F]{40}):/m.exec(stdout.toString())?.[1] ?? '';
}

async function importedFingerprint(folder: Folder, armored: string): Promise<string> {
  const file = await folder.write('shown.asc', armored);
  const { stdout } = await folder.gpg('--with-colons', '--show-keys', file);
  return /^fpr:+([0-9A-F]{40}):/m.exec(stdout.toString())?.[1] ?? '';
}

export type MailHead = { messageId?: string; subject?: string; headers?: string[]; from?: string };

let lastMail = 0;

/** A head with everything that a mail has. */
export function head({ messageId, subject = 'Ersuchen', headers = [], from }: MailHead = {}): string {
  const id = messageId ?? `mail-${process.pid}-${(lastMail += 1)}@polizei.example`;
  return [
    `From: Kommissarin <${from ?? senderAddress}>`,
    'To: ersuchen@post.example',
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    'Date: Tue, 24 Nov 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    ...headers,
    '',
  ].join('\r\n');
}

const lines = (text: string | Buffer) => text.toString().replace(/\r?\n/g, '\r\n');

/** A MIME part with its signature beside it, as a part to be encrypted (RFC 3156 §5 and §6.1). */
export async function signedInside(
  sender: Pick<Sender, 'sign'>,
  content: string | Buffer,
  options: { isText?: boolean } = {},
): Promise<Buffer> {
  // The line end before the boundary is not signed.
  const signed = lines(content).replace(/(\r\n)+$/, '');
  const signature = await sender.sign(signed, options);
  return Buffer.from(
    [
      'Content-Type: multipart/signed; micalg="pgp-sha512";',
      ' protocol="application/pgp-signature"; boundary="unterschrift"',
      '',
      '--unterschrift',
      signed,
      '--unterschrift',
      'Content-Type: application/pgp-signature; name="signature.asc"',
      '',
      lines(signature),
      '--unterschrift--',
      '',
    ].join('\r\n'),
  );
}

/** RFC 3156 §4. */
export function pgpMime(
  message: Buffer,
  mail: MailHead & { boundary?: string; namedBoundary?: string } = {},
): string {
  const { boundary = 'grenze', namedBoundary = boundary } = mail;
  return [
    `${head(mail)}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary="${namedBoundary}"`,
    '',
    'This is an OpenPGP/MIME encrypted message (RFC 3156)',
    `--${boundary}`,
    'Content-Type: application/pgp-encrypted',
    '',
    'Version: 1',
    '',
    `--${boundary}`,
    'Content-Type: application/octet-stream; name="encrypted.asc"',
    'Content-Disposition: inline; filename="encrypted.asc"',
    '',
    `${lines(message)}`,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** The message as the text of a mail. */
export const inline = (message: Buffer, mail: MailHead & { charset?: string } = {}): string =>
  `${head(mail)}Content-Type: text/plain; charset=${mail.charset ?? 'utf-8'}\r\n\r\n${lines(message)}\r\n`;

export const plain = (text: string, mail: MailHead = {}): string =>
  `${head(mail)}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;

/** A text and encrypted files beside it. */
export function withFiles(
  text: string,
  files: { name: string; content: Buffer }[],
  mail: MailHead = {},
): string {
  return [
    `${head(mail)}Content-Type: multipart/mixed; boundary="teile"`,
    '',
    '--teile',
    'Content-Type: text/plain; charset=utf-8',
    '',
    lines(text),
    ...files.flatMap(({ name, content }) => [
      '--teile',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
    ]),
    '--teile--',
    '',
  ].join('\r\n');
}

/** The MIME part that PGP/MIME encrypts. */
export const innerPart = (text: string, charset = 'utf-8'): Buffer =>
  Buffer.concat([
    Buffer.from(`Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
    Buffer.from(text, charset === 'iso-8859-1' ? 'latin1' : 'utf8'),
  ]);

type Envelope = { lmtp?: boolean; from?: string; to?: string };

/** Hands a mail over by SMTP or LMTP. @throws with `responseCode` when it is not taken */
export async function handOver(
  port: number,
  raw: string | Buffer,
  { lmtp = true, from = senderAddress, to = 'ersuchen@post.example' }: Envelope = {},
): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, lmtp, ignoreTLS: true } as object);
  const sent = await transport.sendMail({ envelope: { from, to }, raw });
  // LMTP answers for each recipient, after the content.
  const [refused] = (sent as { rejectedErrors?: Error[] }).rejectedErrors ?? [];
  if (refused) throw refused;
}
