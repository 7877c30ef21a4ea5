import { and, eq, inArray, or } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Transaction } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { notificationKinds, type NotificationKind } from '#app/notifications/notification-kinds.ts';
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

/**
 * Tells the author and the agency's heads of unit that the status changed: the one who changed it as well, who so learns of
 * it when it was somebody else at their computer.
 * @param except somebody who gets another mail about it
 */
export function queueStatusMails(
  tx: Transaction,
  services: MailServices,
  legalRequest: MailedLegalRequest,
  status: Status,
  except?: string,
): Promise<void> {
  const kind = status === 'in_review' ? 'review_started' : 'status_changed';
  return queueAgencyMails(tx, services, legalRequest, kind, { status }, except);
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
  except?: string,
): Promise<void> {
  const { reference } = legalRequest;
  const url = `${addressOf(config, legalRequest)}${path}`;
  const told = await listRecipients(tx, legalRequest, kind);
  const to = told.filter((personId) => personId !== except);
  await notify(tx, jobs, { kind, to, values: { reference, url, ...values } });
}

const addressOf = ({ origin }: Pick<Config, 'origin'>, { id }: MailedLegalRequest) =>
  `${origin}/requests/${id}`;

async function listRecipients(
  tx: Transaction,
  { teamId, authorId }: MailedLegalRequest,
  kind: NotificationKind,
): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.teamId, teamId),
        or(eq(people.id, authorId), eq(people.role, 'lead')),
        // Of staff who registered a letter only where staff can choose to be told.
        inArray(people.role, [...notificationKinds[kind].roles]),
      ),
    );
  return rows.map(({ id }) => id);
}
