import { and, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { NotificationKind } from '#app/notifications/notification-kinds.ts';
import { notify } from '#app/notifications/notify.server.ts';
import { queueStatusMails, type MailServices } from '#app/review/status-mails.server.ts';
import { people, teams } from '#db/schema.ts';

import type { Priority } from './legal-request-values.ts';

/** `authorId`: who was in charge until now. */
type Mailed = { id: string; reference: string; teamId: string; authorId: string };

/**
 * Tells the desk that there is something to look at, the person that it has arrived, and the author and the agency's heads
 * of unit of the new status. No case data (promise 24).
 */
export async function queueSubmissionMails(
  tx: Transaction,
  services: MailServices,
  actor: Actor,
  { priority, ...legalRequest }: Mailed & { priority: Priority },
): Promise<void> {
  const { jobs, config } = services;
  const { id, reference } = legalRequest;
  const kind = priority === 'emergency' ? 'emergency_submitted' : 'legal_request_submitted';
  const atDesk = { reference, priority, url: `${config.origin}/desk/requests/${id}` };
  await queueDeskMails(tx, jobs, kind, atDesk);
  await queueStatusMails(tx, services, legalRequest, 'submitted', actor.personId);
  // Staff who registered a letter knows it.
  if (actor.teamKind === 'provider') return;
  const values = { reference, url: `${config.origin}/requests/${id}` };
  await notify(tx, jobs, { kind: 'legal_request_received', to: [actor.personId], values });
}

/** Tells the desk that it need not look any more, and the author and the agency's heads of unit of the new status. */
export async function queueWithdrawalMails(
  tx: Transaction,
  services: MailServices,
  legalRequest: Mailed,
): Promise<void> {
  const { jobs, config } = services;
  const { id, reference } = legalRequest;
  const values = { reference, url: `${config.origin}/desk/requests/${id}` };
  await queueDeskMails(tx, jobs, 'legal_request_withdrawn', values);
  await queueStatusMails(tx, services, legalRequest, 'withdrawn');
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
