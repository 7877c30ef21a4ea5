import { eq } from 'drizzle-orm';

import { findPublishedKey } from '#app/accounts/published-key.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import type { JobPayloads } from '#app/jobs.server.ts';
import type { SendMail } from '#app/mail/transport.server.ts';
import { formatFingerprint } from '#app/sealing/openpgp-keys.ts';
import { composeIntakeMail } from '#app/text/intake-mails.ts';
import { sealedMails } from '#db/schema.ts';

interface Sending {
  send: SendMail;
  db: Database;
  config: Pick<Config, 'origin' | 'providerName' | 'intakeFingerprint' | 'mailIntake' | 'mailFrom'>;
}

/** Sends a queued mail to somebody outside of the portal. Throws when the mail server does not take it: it is tried again. */
export async function sendIntakeMail(
  { send, db, config }: Sending,
  job: JobPayloads['send_intake_mail'],
): Promise<void> {
  const address = config.mailIntake.address;
  const reply = { inReplyTo: job.inReplyTo, ...(address === '' ? {} : { from: address }) };
  if ('sealedMailId' in job) {
    const [row] = await db
      .select({ to: sealedMails.toAddress, pgpMessage: sealedMails.message })
      .from(sealedMails)
      .where(eq(sealedMails.id, job.sealedMailId));
    if (!row) throw new Error('no such mail');
    return send({ ...row, ...reply });
  }
  const key = await findPublishedKey(db, config);
  const words = composeIntakeMail(job.template, {
    provider: config.providerName,
    portal: config.origin,
    address: address === '' ? config.mailFrom : address,
    fingerprint: key ? formatFingerprint(key.fingerprint) : '',
  });
  const attachments = key
    ? [{ filename: `${key.fingerprint}.asc`, contentType: 'application/pgp-keys', content: key.publicKey }]
    : [];
  return send({ to: job.to, ...words, ...reply, attachments });
}
