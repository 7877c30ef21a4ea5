import { and, eq } from 'drizzle-orm';

import type { Transaction } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { teams } from '#db/schema.ts';

/** An agency, locked for this transaction. @throws DomainError `not_found` */
export async function requireAgency(tx: Transaction, teamId: string) {
  const [agency] = await tx
    .select({ id: teams.id, name: teams.name, status: teams.status, domains: teams.domains })
    .from(teams)
    .where(and(eq(teams.id, teamId), eq(teams.kind, 'agency')))
    .for('update');
  if (!agency) throw notFound();
  return agency;
}
