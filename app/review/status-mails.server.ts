import { and, eq, or } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import type { JobPayloads, Jobs } from '#app/jobs.server.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import type { MailName } from '#app/text/mail-texts.ts';
import { people } from '#db/schema.ts';

interface MailedLegalRequest {
  id: string;
  reference: string;
  teamId: string;
  authorId: string;
}

export interface MailServices {
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'origin'>;
}

/** Tells the author and the agency's heads of unit that the status changed. Reference and status, no case data (promise 24). */
export async function queueStatusMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  legalRequest: MailedLegalRequest,
  status: Status,
): Promise<void> {
  const values = { reference: legalRequest.reference, status, url: addressOf(config, legalRequest) };
  for (const person of await listRecipients(tx, legalRequest))
    await queueMail(tx, jobs, person, 'status_changed', values);
}

/** Reminds them that a correction must be sent within so many days. */
export async function queueReminderMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  legalRequest: MailedLegalRequest,
  days: number,
): Promise<void> {
  const { reference } = legalRequest;
  const values = { reference, days: String(days), url: addressOf(config, legalRequest) };
  for (const person of await listRecipients(tx, legalRequest))
    await queueMail(tx, jobs, person, 'correction_reminder', values);
}

/** The same mail to the author and the agency's heads of unit. Values carry no case data. */
export async function queueAgencyMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  legalRequest: MailedLegalRequest,
  template: MailName,
  { path = '', ...values }: Record<string, string> = {},
): Promise<void> {
  const all = {
    reference: legalRequest.reference,
    url: `${addressOf(config, legalRequest)}${path}`,
    ...values,
  };
  for (const person of await listRecipients(tx, legalRequest))
    await queueMail(tx, jobs, person, template, all);
}

const addressOf = ({ origin }: Pick<Config, 'origin'>, { id }: MailedLegalRequest) =>
  `${origin}/requests/${id}`;

type Recipient = { email: string; locale: JobPayloads['send_mail']['locale'] };

async function listRecipients(
  tx: Database | Transaction,
  { teamId, authorId }: MailedLegalRequest,
): Promise<Recipient[]> {
  return tx
    .select({ email: people.email, locale: people.locale })
    .from(people)
    .where(
      and(
        eq(people.teamId, teamId),
        eq(people.status, 'active'),
        or(eq(people.id, authorId), eq(people.role, 'lead')),
      ),
    );
}

async function queueMail(
  tx: Transaction,
  jobs: Pick<Jobs, 'queue'>,
  { email, locale }: Recipient,
  template: string,
  values: Record<string, string>,
): Promise<void> {
  await jobs.queue(tx, 'send_mail', { to: email, template, locale, values });
}
