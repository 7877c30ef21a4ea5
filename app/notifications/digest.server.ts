import { eq } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';
import { doEach } from '#app/do-each.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { isWorkingDay } from '#app/legal-requests/deadlines.ts';
import { listHolidaysAround } from '#app/legal-requests/holidays.ts';
import type { Land } from '#app/legal-requests/legal-request-values.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { mailTexts } from '#app/text/mail-texts.ts';
import { digestEntries, people } from '#db/schema.ts';

import { isNotificationKind } from './notification-kinds.ts';
import { templateOf } from './notify.server.ts';

interface DigestServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'holidayRegion' | 'origin'>;
}

/** Seven in the morning in Berlin, in summer and winter (cron, with the time zone below). */
export const digestCron = '0 7 * * *';

/**
 * Sends everybody what has waited for the digest; on a working day only. Entries are taken out in the transaction that
 * queues their mail: run twice, killed half-way or run on two nodes, nothing is lost and nothing is sent twice.
 */
export async function sendDigests({ db, jobs, config }: DigestServices, now: Date): Promise<void> {
  const today = toDate(now);
  if (!isWorkingDay(today, listHolidaysAround(today, config.holidayRegion as Land))) return;
  const waiting = await db.selectDistinct({ personId: digestEntries.personId }).from(digestEntries);
  await doEach(waiting, ({ personId }) => db.transaction((tx) => sendDigest(tx, { jobs, config }, personId)));
}

async function sendDigest(
  tx: Transaction,
  { jobs, config }: Omit<DigestServices, 'db'>,
  personId: string,
): Promise<void> {
  // Taken out as they are read: whoever comes second finds nothing.
  const taken = await tx.delete(digestEntries).where(eq(digestEntries.personId, personId)).returning({
    id: digestEntries.id,
    kind: digestEntries.kind,
    values: digestEntries.values,
    createdAt: digestEntries.createdAt,
  });
  if (taken.length === 0) return;
  const entries = taken.sort(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || one.id.localeCompare(other.id),
  );
  const [person] = await tx
    .select({ email: people.email, locale: people.locale, status: people.status })
    .from(people)
    .where(eq(people.id, personId));
  // Suspended people are told nothing; what waited for them is gone.
  if (person?.status !== 'active') return;
  const { email: to, locale } = person;
  const values = {
    count: String(entries.length),
    lines: entries.map((entry) => lineOf(entry, locale)).join('\n\n'),
    url: `${config.origin}/account/notifications`,
  };
  await jobs.queue(tx, 'send_mail', { to, template: 'daily_digest', locale, values, personId });
}

/** The subject of the mail that would have come at once, and its address. */
function lineOf({ kind, values }: { kind: string; values: Record<string, string> }, locale: Locale): string {
  const template = isNotificationKind(kind) ? mailTexts[locale][templateOf(kind)] : undefined;
  const subject = template?.(values).subject ?? values['reference'] ?? '';
  return `– ${subject}\n  ${values['url'] ?? ''}`.trimEnd();
}
