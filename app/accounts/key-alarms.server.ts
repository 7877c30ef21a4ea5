import { z } from '#app/forms/zod.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { and, desc, eq } from 'drizzle-orm';

import { minutes } from '#app/durations.ts';
import { events, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import type { Actor } from './actor.ts';
import { fingerprintSchema } from './key-schemas.ts';
import { listAdministrators, queueMails } from './mail-notices.server.ts';

export const keyAlarmSchema = z.strictObject({ expected: fingerprintSchema, seen: fingerprintSchema });

/** One person's browser repeats itself; more often than this it is noise. */
const quietTime = minutes(10);

/** A browser was given another intake key than it remembers (promise 4): an event and a mail to the administrators. */
export async function raiseKeyAlarm(
  services: AccountServices,
  actor: Actor,
  alarm: z.infer<typeof keyAlarmSchema>,
  now: Date,
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const [provider] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.kind, 'provider'));
    if (!provider) return;
    const [last] = await tx
      .select({ at: events.at })
      .from(events)
      .where(
        and(
          eq(events.objectId, provider.id),
          eq(events.type, 'key_alarm'),
          eq(events.actorId, actor.personId),
        ),
      )
      .orderBy(desc(events.position))
      .limit(1);
    if (last && now.getTime() - last.at.getTime() < quietTime) return;
    await appendEvent(tx, {
      objectType: 'team',
      objectId: provider.id,
      type: 'key_alarm',
      actorId: actor.personId,
      payload: alarm,
      at: now,
    });
    await queueMails(services, tx, await listAdministrators(tx), 'key_alarm', {
      url: `${services.config.origin}/desk/audit`,
    });
  });
}
