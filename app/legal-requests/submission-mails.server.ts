import { and, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { people, teams } from '#db/schema.ts';

import type { Priority } from './legal-request-values.ts';

type MailedSubmission = { id: string; reference: string; revision: number; priority: Priority };

/** Tells the desk that there is something to look at, and the person that it has arrived. No case data (promise 24). */
export async function queueSubmissionMails(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  actor: Actor,
  { id, reference, revision, priority }: MailedSubmission,
): Promise<void> {
  const values = { id, reference, revision: String(revision), priority };
  await queueDeskMails(tx, jobs, 'legal_request_submitted', values);
  const { email: to, locale } = actor;
  await jobs.queue(tx, 'send_mail', { to, locale, template: 'legal_request_received', values });
}

/** Tells the desk that it need not look any more. */
export async function queueWithdrawalMails(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  values: { id: string; reference: string },
): Promise<void> {
  await queueDeskMails(tx, jobs, 'legal_request_withdrawn', values);
}

async function queueDeskMails(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  template: string,
  values: Record<string, string>,
): Promise<void> {
  const desk = await tx
    .select({ to: people.email, locale: people.locale })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(
        eq(teams.kind, 'provider'),
        eq(people.status, 'active'),
        inArray(people.role, ['clerk', 'dpo', 'counsel']),
      ),
    );
  for (const { to, locale } of desk) await jobs.queue(tx, 'send_mail', { to, locale, template, values });
}
