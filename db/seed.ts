/** What `npm run demo` begins with: the provider, one verified and one unverified agency, and invitation links. */
import { and, eq, isNull } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

import {
  createInvitation,
  ensureProviderTeam,
  invitationLifetime,
} from '#app/accounts/invitations.server.ts';
import type { Role } from '#app/accounts/permissions.ts';
import { createToken, hashToken } from '#app/accounts/tokens.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { days } from '#app/durations.ts';
import { appendEvent } from '#app/events/events.server.ts';
import { listNewestEditions } from '#app/transparency/editions.server.ts';
import { importYear } from '#app/transparency/import-report.server.ts';
import { readYears } from '#app/transparency/import-years.ts';
import providerReports from '#app/transparency/provider-reports.json' with { type: 'json' };
import { approvals, invitations, people, teams } from '#db/schema.ts';

const verifiedAgency = {
  id: '0190d000-0000-7000-8000-000000000001',
  name: 'Polizeipräsidium Musterstadt',
  agencyKind: 'police',
  domains: ['polizei.musterstadt.example'],
};
const unverifiedAgency = {
  id: '0190d000-0000-7000-8000-000000000002',
  name: 'Staatsanwaltschaft Beispielhausen',
  agencyKind: 'prosecution',
  domains: ['sta.beispielhausen.example'],
};

/** In the order in which they are best used: the first administrator makes the intake key. */
const invited: readonly { role: Role; email: string; isAgency: boolean }[] = [
  { role: 'admin', email: 'verwaltung@beispielpost.example', isAgency: false },
  { role: 'dpo', email: 'datenschutz@beispielpost.example', isAgency: false },
  { role: 'counsel', email: 'recht@beispielpost.example', isAgency: false },
  { role: 'clerk', email: 'eingang@beispielpost.example', isAgency: false },
  { role: 'lead', email: 'leitung@polizei.musterstadt.example', isAgency: true },
  { role: 'investigator', email: 'ermittlung@polizei.musterstadt.example', isAgency: true },
];

export interface DemoInvitation {
  role: Role;
  teamName: string;
  url: string;
}

/**
 * Fills an empty database for a demonstration; a second time it only makes fresh links for the invitations that nobody
 * has used yet (links are stored as hashes and cannot be shown again).
 */
export async function seedDemo(
  db: Database,
  config: Config,
  now: Date = new Date(),
): Promise<{ invitations: DemoInvitation[] }> {
  const providerId = await ensureProviderTeam(db, {
    name: config.providerName,
    country: config.providerCountry,
  });
  await seedVerifiedAgency(db, providerId, now);
  await seedUnverifiedAgency(db, now);
  await seedReports(db, config, now);
  const open: DemoInvitation[] = [];
  for (const { role, email, isAgency } of invited) {
    const path = await findOpenLink(db, { role, email, isAgency }, now);
    const teamName = isAgency ? verifiedAgency.name : config.providerName;
    if (path !== null) open.push({ role, teamName, url: new URL(path, config.origin).href });
  }
  return { invitations: open };
}

/** Figures that a real provider published, so that the report has a past. */
async function seedReports(db: Database, config: Config, now: Date): Promise<void> {
  if ((await listNewestEditions(db)).length > 0) return;
  for (const figures of readYears(JSON.stringify(providerReports), 'json'))
    await importYear(db, config, figures, '', now);
}

/** @returns null when the invitation was used */
async function findOpenLink(
  db: Database,
  { role, email, isAgency }: (typeof invited)[number],
  now: Date,
): Promise<string | null> {
  const [known] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.email, email));
  if (!known) {
    const team = isAgency ? { teamId: verifiedAgency.id } : {};
    return (await createInvitation(db, { ...team, role, email, now })).path;
  }
  const token = createToken();
  const renewed = await db
    .update(invitations)
    .set({ tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + invitationLifetime) })
    .where(and(eq(invitations.email, email), isNull(invitations.usedAt)))
    .returning({ id: invitations.id });
  return renewed.length > 0 ? `/invitation/${token}` : null;
}

/** The database demands two approving members of staff, so the demo brings two who can do nothing else. */
async function seedVerifiedAgency(db: Database, providerId: string, now: Date): Promise<void> {
  const { id } = verifiedAgency;
  const [known] = await db.select({ id: teams.id }).from(teams).where(eq(teams.id, id));
  if (known) return;
  await db.transaction(async (tx) => {
    const [proposer, confirmer] = [uuidv7(), uuidv7()];
    await tx
      .insert(people)
      .values([
        demoApprover(proposer, providerId, 'admin', 'Erste Prüfung (nur Vorführung)', 'pruefung-1'),
        demoApprover(confirmer, providerId, 'counsel', 'Zweite Prüfung (nur Vorführung)', 'pruefung-2'),
      ]);
    await tx
      .insert(teams)
      .values({ ...verifiedAgency, kind: 'agency', country: 'DE', status: 'pending', createdAt: now });
    const approvalId = uuidv7();
    await tx.insert(approvals).values({
      id: approvalId,
      action: 'verify_agency',
      teamId: id,
      details: {
        method: 'call_back',
        number: '+49 30 0000000',
        source: 'Verzeichnis der Vorführung',
        note: 'Erfunden, für die Vorführung',
      },
      proposedBy: proposer,
      proposedAt: now,
      confirmedBy: confirmer,
      confirmedAt: now,
    });
    const verificationDueAt = new Date(now.getTime() + days(365));
    await tx
      .update(teams)
      .set({ status: 'verified', verifiedAt: now, verificationDueAt })
      .where(eq(teams.id, id));
    const event = { objectType: 'team' as const, objectId: id, actorId: null, at: now };
    await appendEvent(tx, {
      ...event,
      type: 'agency_described',
      payload: { country: 'DE', agencyKind: 'police' },
    });
    await appendEvent(tx, { ...event, type: 'verified', payload: { approvalId } });
  });
}

const demoApprover = (id: string, teamId: string, role: Role, name: string, mailbox: string) => ({
  id,
  teamId,
  role,
  name,
  status: 'suspended' as const,
  email: `${mailbox}@beispielpost.example`,
  userHandle: randomBytes(32).toString('base64url'),
});

async function seedUnverifiedAgency(db: Database, now: Date): Promise<void> {
  const { id } = unverifiedAgency;
  const [known] = await db.select({ id: teams.id }).from(teams).where(eq(teams.id, id));
  if (known) return;
  await db.transaction(async (tx) => {
    await tx
      .insert(teams)
      .values({ ...unverifiedAgency, kind: 'agency', country: 'DE', status: 'pending', createdAt: now });
    await appendEvent(tx, {
      objectType: 'team',
      objectId: id,
      actorId: null,
      type: 'agency_described',
      payload: { country: 'DE', agencyKind: 'prosecution' },
      at: now,
    });
  });
}
