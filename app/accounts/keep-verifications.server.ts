import { and, asc, eq, lte, sql } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { doEach } from '#app/do-each.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { events, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { dueAhead } from './agencies.server.ts';
import { listAdministrators, queueMails } from './mail-notices.server.ts';

/**
 * Tells the administrators of agencies whose twelve months end soon, and again when they are over: once each for every
 * due date. Verifying anew moves the date. Called by the clock.
 */
export async function keepVerifications(services: AccountServices, now: Date): Promise<void> {
  const due = await services.db
    .select({ id: teams.id })
    .from(teams)
    .where(isDue(new Date(now.getTime() + dueAhead)))
    .orderBy(asc(teams.verificationDueAt), asc(teams.id));
  await doEach(due, ({ id }) => services.db.transaction((tx) => remindOf(services, tx, id, now)));
}

const isDue = (by: Date) =>
  and(eq(teams.kind, 'agency'), eq(teams.status, 'verified'), lte(teams.verificationDueAt, by));

async function remindOf(services: AccountServices, tx: Transaction, teamId: string, now: Date) {
  const [agency] = await tx
    .select({ name: teams.name, dueAt: teams.verificationDueAt })
    .from(teams)
    .where(and(eq(teams.id, teamId), isDue(new Date(now.getTime() + dueAhead))))
    .for('update');
  // Verified anew, or suspended, meanwhile.
  if (!agency?.dueAt) return;
  const type = agency.dueAt <= now ? ('verification_overdue' as const) : ('verification_due' as const);
  const dueAt = agency.dueAt.toISOString();
  if (await wasTold(tx, teamId, type, dueAt)) return;
  const payload = { dueAt };
  await appendEvent(tx, { objectType: 'team', objectId: teamId, type, actorId: null, payload, at: now });
  const url = `${services.config.origin}/desk/agencies/${teamId}`;
  await queueMails(services, tx, await listAdministrators(tx), type, { team: agency.name, url });
}

async function wasTold(tx: Transaction, teamId: string, type: string, dueAt: string): Promise<boolean> {
  const [told] = await tx
    .select({ position: events.position })
    .from(events)
    .where(
      and(
        eq(events.objectType, 'team'),
        eq(events.objectId, teamId),
        eq(events.type, type),
        eq(sql`${events.payload} ->> 'dueAt'`, dueAt),
      ),
    )
    .limit(1);
  return told !== undefined;
}
