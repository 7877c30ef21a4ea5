import { and, eq, isNotNull } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { isSignedBy } from '#app/sealing/detached-signature.ts';
import { requireRecipientKey } from '#app/sealing/recipients.ts';
import { approvals, intakeKeyChanges, pgpKeys, settings, teams } from '#db/schema.ts';

import type { Actor } from './actor.ts';
import { findInLine, type FormerIntakeKey, type IsSignedBy } from './intake-key-succession.ts';
import { findTeamKey } from './stored-keys.server.ts';

type Tx = Database | Transaction;

const settingName = 'intake_fingerprint';

/** Whether the first key that is made becomes the pinned one (demo, and a new installation). */
export const pinsFirstKey = (config: Pick<Config, 'intakeFingerprint'>) =>
  config.intakeFingerprint === 'SETUP';

/**
 * The one fingerprint that the intake key must have: the configuration's, or with `setup` that of the first key made.
 * @returns 40 hex digits, upper case; null before the first administrator has made the key
 */
export async function pinnedIntakeFingerprint(
  db: Tx,
  config: Pick<Config, 'intakeFingerprint'>,
): Promise<string | null> {
  if (!pinsFirstKey(config)) return config.intakeFingerprint;
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, settingName));
  return row?.value ?? null;
}

/** Pins the first intake key; a key that is pinned already stays. */
export async function pinIntakeFingerprint(tx: Tx, fingerprint: string, now: Date): Promise<void> {
  await tx
    .insert(settings)
    .values({ name: settingName, value: fingerprint, changedAt: now })
    .onConflictDoNothing();
}

/** The pin in the database follows the key, in the transaction of two people (trigger). */
export async function movePinnedFingerprint(tx: Tx, fingerprint: string, now: Date): Promise<void> {
  await tx.update(settings).set({ value: fingerprint, changedAt: now }).where(eq(settings.name, settingName));
}

/** The provider's public key; `isPinned` tells whether it is the one that the operator vouches for, or follows that one. */
export interface IntakeKey {
  publicKey: string;
  fingerprint: string;
  isPinned: boolean;
}

/** The intake key as stored; null before there is one. */
export async function findIntakeKey(
  db: Tx,
  config: Pick<Config, 'intakeFingerprint'>,
): Promise<IntakeKey | null> {
  const [row] = await db
    .select({ publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(teams.kind, 'provider'), eq(pgpKeys.state, 'active')));
  if (!row) return null;
  const pinned = await pinnedIntakeFingerprint(db, config);
  const isPinned =
    row.fingerprint === pinned ||
    (pinned !== null &&
      (await findInLine(pinned, row, await listFormerIntakeKeys(db), isSignedByHere)) !== null);
  return { ...row, isPinned };
}

/**
 * The intake key, held until the transaction ends: with `share` nobody changes it meanwhile, with `update` nobody certifies
 * with it either.
 */
export async function lockIntakeKey(tx: Transaction, strength: 'share' | 'update') {
  const [row] = await tx
    .select({
      id: pgpKeys.id,
      teamId: teams.id,
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
    })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(teams.kind, 'provider'), eq(pgpKeys.state, 'active')))
    .for(strength, { of: pgpKeys });
  return row ?? null;
}

/** Intake keys that were replaced, newest first, each with its handover. */
export async function listFormerIntakeKeys(db: Tx): Promise<FormerIntakeKey[]> {
  const rows = await db
    .select({
      publicKey: pgpKeys.publicKey,
      fingerprint: pgpKeys.fingerprint,
      successor: intakeKeyChanges.fingerprint,
      predecessorSignature: intakeKeyChanges.predecessorSignature,
      successorSignature: intakeKeyChanges.successorSignature,
    })
    .from(pgpKeys)
    .innerJoin(teams, and(eq(teams.id, pgpKeys.teamId), eq(teams.kind, 'provider')))
    .innerJoin(intakeKeyChanges, eq(intakeKeyChanges.predecessor, pgpKeys.fingerprint))
    .innerJoin(approvals, eq(approvals.id, intakeKeyChanges.approvalId))
    .where(and(eq(pgpKeys.state, 'retired'), isNotNull(approvals.confirmedBy)));
  // By who followed whom and not by time: clocks are set back.
  const line: FormerIntakeKey[] = [];
  let next = rows.find(({ successor }) => !rows.some(({ fingerprint }) => fingerprint === successor));
  while (next && line.length < rows.length) {
    const { successor: _successor, ...key } = next;
    line.push(key);
    next = rows.find(({ successor }) => successor === key.fingerprint);
  }
  return line;
}

/** The check of the crypto room, for the server: signatures that the public can check as well. */
export const isSignedByHere: IsSignedBy = async ({ text, signature, signer }) =>
  isSignedBy(text, signature, await requireRecipientKey(signer));

/** A team's public key, and whether the intake key's certification is on record. The browser checks the certification itself. */
export interface TeamKey {
  publicKey: string;
  fingerprint: string;
  isCertified: boolean;
}

/** Public keys that a browser needs to seal. */
export interface SealingRecipients {
  intake: IntakeKey | null;
  /** Intake keys of before, newest first: whoever remembers one of them accepts the present one. */
  former: FormerIntakeKey[];
  /** The agency's key; null for the provider's people and while the agency has none. */
  agency: TeamKey | null;
}

/** What the acting person's browser needs to seal: the intake key and, on an agency's side, the agency's own. */
export async function recipientsFor(
  db: Tx,
  config: Pick<Config, 'intakeFingerprint'>,
  actor: Pick<Actor, 'teamKind' | 'teamId'>,
): Promise<SealingRecipients> {
  return recipientsOfTeam(db, config, actor.teamKind === 'agency' ? actor.teamId : null);
}

/** The same for one agency: what a reviewer's browser needs to seal to that agency and the provider. */
export async function recipientsOfTeam(
  db: Tx,
  config: Pick<Config, 'intakeFingerprint'>,
  agencyId: string | null,
): Promise<SealingRecipients> {
  const intake = await findIntakeKey(db, config);
  const key = agencyId === null ? null : await findTeamKey(db, agencyId);
  const agency = key && {
    publicKey: key.publicKey,
    fingerprint: key.fingerprint,
    isCertified: intake !== null && key.certifiedBy === intake.fingerprint,
  };
  return { intake, former: await listFormerIntakeKeys(db), agency };
}
