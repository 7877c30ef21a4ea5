import { and, eq, inArray, notInArray, or } from 'drizzle-orm';

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

/** These people, if they can sign in. */
export async function listPeopleReceivers(
  tx: Transaction,
  personIds: readonly string[],
): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .where(and(inArray(people.id, [...personIds]), inArray(people.status, ['waiting', 'active'])));
}

/** The provider's people who are second persons: administration, data protection, legal. */
export async function listProviderConfirmers(
  tx: Transaction,
  without: readonly string[],
): Promise<Receiver[]> {
  return tx
    .select(receiver)
    .from(people)
    .where(
      and(
        inArray(people.role, ['admin', 'dpo', 'counsel']),
        eq(people.status, 'active'),
        notInArray(people.id, [...without]),
      ),
    );
}

/** Who can confirm new access: the agency's other people; where there are none, and for staff, the provider's. */
export async function listAccessConfirmers(
  tx: Transaction,
  person: { teamId: string; teamKind: 'provider' | 'agency' },
  without: readonly string[],
): Promise<Receiver[]> {
  const colleagues = await tx
    .select(receiver)
    .from(people)
    .where(
      and(eq(people.teamId, person.teamId), eq(people.status, 'active'), notInArray(people.id, [...without])),
    );
  const isAgency = person.teamKind === 'agency' && colleagues.length > 0;
  return isAgency ? colleagues : listProviderConfirmers(tx, without);
}

/** Each address once. */
export const withoutRepeats = (receivers: readonly Receiver[]): Receiver[] => [
  ...new Map(receivers.map((one) => [one.email, one])).values(),
];

/** One person. */
export async function listPersonReceivers(tx: Transaction, personId: string): Promise<Receiver[]> {
  return tx.select(receiver).from(people).where(eq(people.id, personId));
}
