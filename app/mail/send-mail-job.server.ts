import { eq } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import type { JobPayloads } from '#app/jobs.server.ts';
import { encryptToMailKey } from '#app/notifications/mail-key.ts';
import { mailTexts } from '#app/text/mail-texts.ts';
import { mailKeys } from '#db/schema.ts';

import { composeInnerPart } from './encrypted-mail.server.ts';
import type { SendMail } from './transport.server.ts';

interface Postbox {
  send: SendMail;
  db: Database;
  origin: string;
}

/**
 * Turns a queued mail into words and sends it. The templates take only what their type names; none of them takes case
 * data (promise 24).
 */
export async function sendQueuedMail(
  { send, db, origin }: Postbox,
  job: JobPayloads['send_mail'],
  now: Date,
): Promise<void> {
  const { to, locale } = job;
  const words = wordsOf(job);
  const publicKey = job.personId === undefined ? null : await findMailKey(db, job.personId);
  if (publicKey === null) return send({ to, ...words });
  let pgpMessage: string;
  try {
    pgpMessage = await encryptToMailKey(publicKey, await composeInnerPart(words), now);
  } catch {
    // Whoever asked for encryption gets nothing unencrypted but the hint that the key is no good any more.
    const values = { url: `${origin}/account/notifications` };
    return send({ to, ...wordsOf({ template: 'mail_key_unusable', locale, values }) });
  }
  return send({ to, pgpMessage });
}

function wordsOf({
  template,
  locale,
  values,
}: Pick<JobPayloads['send_mail'], 'template' | 'locale' | 'values'>) {
  const compose = mailTexts[locale][template];
  if (!compose) throw new Error(`no mail template ${template}`);
  const { subject, text } = compose(values);
  return { subject, text };
}

async function findMailKey(db: Database, personId: string): Promise<string | null> {
  const [key] = await db
    .select({ publicKey: mailKeys.publicKey })
    .from(mailKeys)
    .where(eq(mailKeys.personId, personId));
  return key?.publicKey ?? null;
}
