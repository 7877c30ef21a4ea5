import { and, eq, inArray, or } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { people, teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';

type Receiver = { email: string; locale: 'de' | 'en' | 'fr' };

const receiver = { email: people.email, locale: people.locale };

/** Queues one mail a receiver, in the language of each. Values never hold case data. */
export async function queueMails(
  { jobs }: Pick<AccountServices, 'jobs'>,
  tx: Transaction,
  receivers: readonly Receiver[],
  template: string,
  values: Record<string, string>,
): Promise<void> {
  for (const { email, locale } of receivers)
    await jobs.queue(tx, 'send_mail', { to: email, template, locale, values });
}

/** The provider's administrators. */
export async function listAdministrators(tx: Transaction): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .where(and(eq(people.role, 'admin'), eq(people.status, 'active')));
}

/** Who lets people of this team in: its heads of unit and the provider's administrators. */
export async function listAdmitters(tx: Transaction, teamId: string): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(
        eq(people.status, 'active'),
        or(
          eq(people.role, 'admin'),
          and(eq(people.role, 'lead'), eq(people.teamId, teamId), eq(teams.status, 'verified')),
        ),
      ),
    );
}

/** The heads of unit of an agency. */
export async function listLeads(tx: Transaction, teamId: string): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .where(and(eq(people.teamId, teamId), eq(people.role, 'lead'), eq(people.status, 'active')));
}

/** Everybody of a team who can sign in. */
export async function listTeamReceivers(tx: Transaction, teamId: string): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .where(and(eq(people.teamId, teamId), inArray(people.status, ['waiting', 'active'])));
}

/** One person. */
export async function listPersonReceivers(tx: Transaction, personId: string): Promise<Receiver[]> {
  return tx.select(receiver).from(people).where(eq(people.id, personId));
}
