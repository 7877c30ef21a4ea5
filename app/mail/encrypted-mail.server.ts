import MimeNode from 'nodemailer/lib/mime-node/index.js';

/** The MIME part that is encrypted: the words of the mail with its subject (a protected header, RFC 9788). */
export async function composeInnerPart({
  subject,
  text,
}: {
  subject: string;
  text: string;
}): Promise<string> {
  const part = new MimeNode('text/plain; charset=utf-8; protected-headers="v1"');
  part.setHeader('Subject', subject);
  part.setContent(text);
  return (await part.build()).toString('utf8');
}

/**
 * A mail as RFC 3156 wants it: `multipart/encrypted` of a version part and the message. Its own subject says nothing.
 * @param armored OpenPGP message that holds a whole MIME part
 */
export async function composeEncryptedMail(
  armored: string,
  { from, to, headers }: { from: string; to: string; headers: Record<string, string> },
): Promise<Buffer> {
  const mail = new MimeNode('multipart/encrypted; protocol="application/pgp-encrypted"');
  mail.setHeader({ From: from, To: to, Subject: 'Amtsweg', ...headers });
  mail.createChild('application/pgp-encrypted').setContent('Version: 1');
  mail
    .createChild('application/octet-stream', { filename: 'encrypted.asc' })
    .setHeader({ 'Content-Transfer-Encoding': '7bit', 'Content-Disposition': 'inline' })
    .setContent(armored);
  return mail.build();
}
