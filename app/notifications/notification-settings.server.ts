import { and, eq } from 'drizzle-orm';

import type { AccountServices } from '#app/accounts/account-services.ts';
import { requirePermission, type Actor } from '#app/accounts/actor.ts';
import { queueMails } from '#app/accounts/mail-notices.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { digestEntries, mailKeys, notificationChoices, people } from '#db/schema.ts';

import { checkMailKey } from './mail-key.ts';
import {
  isNotificationKind,
  kindsFor,
  notificationKinds,
  timingOf,
  type NotificationKind,
  type Timing,
} from './notification-kinds.ts';

export interface NotificationSettings {
  /** What the role is told of, in order; `fixed` cannot be changed. */
  kinds: { kind: NotificationKind; timing: Timing; fixed: boolean }[];
  mailKey: { fingerprint: string; expiresAt: Date | null } | null;
  locale: Actor['locale'];
}

/** What the acting person chose. */
export async function findNotificationSettings(db: Database, actor: Actor): Promise<NotificationSettings> {
  requirePermission(actor, 'use_account');
  const { personId } = actor;
  const chosen = await db
    .select({ kind: notificationChoices.kind, timing: notificationChoices.timing })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId));
  const timings = new Map(chosen.map(({ kind, timing }) => [kind, timing]));
  const [mailKey] = await db
    .select({ fingerprint: mailKeys.fingerprint, expiresAt: mailKeys.expiresAt })
    .from(mailKeys)
    .where(eq(mailKeys.personId, personId));
  const [person] = await db.select({ locale: people.locale }).from(people).where(eq(people.id, personId));
  return {
    kinds: kindsFor(actor.role).map((kind) => ({
      kind,
      timing: timingOf(kind, timings.get(kind)),
      fixed: notificationKinds[kind].fixed,
    })),
    mailKey: mailKey ?? null,
    locale: person?.locale ?? actor.locale,
  };
}

/**
 * Keeps what was chosen. What already waits for the digest still comes with it, unless its kind is switched off.
 * @param choices by kind; kinds of other roles and fixed ones are refused
 * @throws DomainError `bad_input` (400)
 */
export async function saveNotificationChoices(
  db: Database,
  actor: Actor,
  choices: Readonly<Record<string, Timing>>,
): Promise<void> {
  requirePermission(actor, 'use_account');
  const { personId } = actor;
  const own: readonly string[] = kindsFor(actor.role);
  for (const kind of Object.keys(choices))
    if (!own.includes(kind) || !isNotificationKind(kind) || notificationKinds[kind].fixed)
      throw new DomainError('bad_input', {}, 400);
  await db.transaction(async (tx) => {
    for (const [kind, timing] of Object.entries(choices)) {
      await tx
        .insert(notificationChoices)
        .values({ personId, kind, timing })
        .onConflictDoUpdate({
          target: [notificationChoices.personId, notificationChoices.kind],
          set: { timing },
        });
      if (timing === 'off')
        await tx
          .delete(digestEntries)
          .where(and(eq(digestEntries.personId, personId), eq(digestEntries.kind, kind)));
    }
  });
}

/**
 * Keeps a person's own public key: notifications are encrypted to it from now on. The person is told by a mail that is
 * not encrypted, so that nobody can turn notices away from somebody unseen.
 * @throws DomainError with a `MailKeyFault` as its code (422)
 */
export async function saveMailKey(
  { db, ...services }: AccountServices,
  actor: Actor,
  armored: string,
  now: Date,
): Promise<void> {
  requirePermission(actor, 'use_account');
  const checked = await checkMailKey(armored, now);
  if (!checked.ok) throw new DomainError(checked.fault, {}, 422);
  const { publicKey, fingerprint, expiresAt } = checked;
  const key = { publicKey, fingerprint, expiresAt, createdAt: now };
  await db.transaction(async (tx) => {
    await tx
      .insert(mailKeys)
      .values({ personId: actor.personId, ...key })
      .onConflictDoUpdate({ target: mailKeys.personId, set: key });
    await tellOfMailKey(tx, services, actor);
  });
}

/** From now on notifications come unencrypted. */
export async function removeMailKey({ db, ...services }: AccountServices, actor: Actor): Promise<void> {
  requirePermission(actor, 'use_account');
  await db.transaction(async (tx) => {
    const removed = await tx
      .delete(mailKeys)
      .where(eq(mailKeys.personId, actor.personId))
      .returning({ fingerprint: mailKeys.fingerprint });
    if (removed.length > 0) await tellOfMailKey(tx, services, actor);
  });
}

function tellOfMailKey(
  tx: Transaction,
  { jobs, config }: Omit<AccountServices, 'db'>,
  { email, locale }: Actor,
): Promise<void> {
  const values = { url: `${config.origin}/account/notifications` };
  return queueMails({ jobs }, tx, [{ email, locale }], 'mail_key_changed', values);
}
