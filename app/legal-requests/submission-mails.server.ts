import { and, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { NotificationKind } from '#app/notifications/notification-kinds.ts';
import { notify } from '#app/notifications/notify.server.ts';
import { people, teams } from '#db/schema.ts';

import type { Priority } from './legal-request-values.ts';

type Mailed = { id: string; reference: string };

/** Where mails lead to: the address of the configuration, never of a header. */
export type MailServices = { jobs: Pick<Jobs, 'queue'>; config: Pick<Config, 'origin'> };

/** Tells the desk that there is something to look at, and the person that it has arrived. No case data (promise 24). */
export async function queueSubmissionMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  actor: Actor,
  { id, reference, priority }: Mailed & { priority: Priority },
): Promise<void> {
  const kind = priority === 'emergency' ? 'emergency_submitted' : 'legal_request_submitted';
  const atDesk = { reference, priority, url: `${config.origin}/desk/requests/${id}` };
  await queueDeskMails(tx, jobs, kind, atDesk);
  // Staff who registered a letter knows it.
  if (actor.teamKind === 'provider') return;
  const values = { reference, url: `${config.origin}/requests/${id}` };
  await notify(tx, jobs, { kind: 'legal_request_received', to: [actor.personId], values });
}

/** Tells the desk that it need not look any more. */
export async function queueWithdrawalMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  { id, reference }: Mailed,
): Promise<void> {
  const values = { reference, url: `${config.origin}/desk/requests/${id}` };
  await queueDeskMails(tx, jobs, 'legal_request_withdrawn', values);
}

/** Tells everybody who reviews, each as they chose. Values carry no case data. */
export async function queueDeskMails(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  kind: NotificationKind,
  values: Record<string, string>,
): Promise<void> {
  const desk = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(
        eq(teams.kind, 'provider'),
        eq(people.status, 'active'),
        inArray(people.role, ['clerk', 'dpo', 'counsel']),
      ),
    );
  await notify(tx, jobs, { kind, to: desk.map(({ id }) => id), values });
}
