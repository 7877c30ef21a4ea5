import { and, eq, or } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import type { NotificationKind } from '#app/notifications/notification-kinds.ts';
import { notify } from '#app/notifications/notify.server.ts';
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

/** Tells the author and the agency's heads of unit that the status changed. */
export function queueStatusMails(
  tx: Transaction,
  services: MailServices,
  legalRequest: MailedLegalRequest,
  status: Status,
): Promise<void> {
  return queueAgencyMails(tx, services, legalRequest, 'status_changed', { status });
}

/** Reminds them that a correction must be sent within so many days. */
export function queueReminderMails(
  tx: Transaction,
  services: MailServices,
  legalRequest: MailedLegalRequest,
  days: number,
): Promise<void> {
  return queueAgencyMails(tx, services, legalRequest, 'correction_reminder', { days: String(days) });
}

/**
 * Tells the author and the agency's heads of unit, each as they chose. Values carry no case data (promise 24).
 * @param values `path` goes behind the address of the legal request
 */
export async function queueAgencyMails(
  tx: Transaction,
  { jobs, config }: MailServices,
  legalRequest: MailedLegalRequest,
  kind: NotificationKind,
  { path = '', ...values }: Record<string, string> = {},
): Promise<void> {
  const { reference } = legalRequest;
  const url = `${addressOf(config, legalRequest)}${path}`;
  const to = await listRecipients(tx, legalRequest);
  await notify(tx, jobs, { kind, to, values: { reference, url, ...values } });
}

const addressOf = ({ origin }: Pick<Config, 'origin'>, { id }: MailedLegalRequest) =>
  `${origin}/requests/${id}`;

async function listRecipients(tx: Transaction, { teamId, authorId }: MailedLegalRequest): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.teamId, teamId), or(eq(people.id, authorId), eq(people.role, 'lead'))));
  return rows.map(({ id }) => id);
}
