import { and, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { MailName } from '#app/text/mail-texts.ts';
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
  const atDesk = { reference, priority, url: `${config.origin}/desk/requests/${id}` };
  await queueDeskMails(tx, jobs, 'legal_request_submitted', atDesk);
  const { email: to, locale } = actor;
  const values = { reference, url: `${config.origin}/requests/${id}` };
  await jobs.queue(tx, 'send_mail', { to, locale, template: 'legal_request_received', values });
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

/** The same mail to everybody who reviews. Values carry no case data. */
export async function queueDeskMails(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  template: MailName,
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
