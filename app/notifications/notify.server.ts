import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Database, Transaction } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { MailName } from '#app/text/mail-texts.ts';
import { digestEntries, notificationChoices, people } from '#db/schema.ts';

import { timingOf, type NotificationKind } from './notification-kinds.ts';

export interface Notification {
  kind: NotificationKind;
  /** Ids of people; who is not active is left out. */
  to: readonly string[];
  /** For the mail's template: reference, status, days, address. No case data (promise 24). */
  values: Record<string, string>;
}

/** Kinds that have a choice of their own, but the words of another kind's mail, which know of both. */
const sharedTemplates = {
  emergency_submitted: 'legal_request_submitted',
  review_started: 'status_changed',
} as const satisfies Partial<Record<NotificationKind, MailName>>;

/** The mail of a kind. */
export const templateOf = (kind: NotificationKind): MailName =>
  kind in sharedTemplates ? sharedTemplates[kind as keyof typeof sharedTemplates] : (kind as MailName);

/**
 * Tells people of an event of a legal request: at once, in their next digest, or not at all, as each chose. All mails
 * about legal requests go this way. In the transaction of what happened, so that either both are there or neither.
 */
export async function notify(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  { kind, to, values }: Notification,
): Promise<void> {
  for (const { personId, email, locale, chosen } of await listReceivers(tx, kind, to)) {
    const timing = timingOf(kind, chosen);
    if (timing === 'now')
      await jobs.queue(tx, 'send_mail', { to: email, template: templateOf(kind), locale, values, personId });
    if (timing === 'digest') await tx.insert(digestEntries).values({ id: uuidv7(), personId, kind, values });
  }
}

async function listReceivers(tx: Database | Transaction, kind: NotificationKind, to: readonly string[]) {
  if (to.length === 0) return [];
  return tx
    .select({
      personId: people.id,
      email: people.email,
      locale: people.locale,
      chosen: notificationChoices.timing,
    })
    .from(people)
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.personId, people.id), eq(notificationChoices.kind, kind)),
    )
    .where(and(inArray(people.id, [...to]), eq(people.status, 'active')))
    .orderBy(people.id);
}
