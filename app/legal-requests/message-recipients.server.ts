import { Readable } from 'node:stream';
import { and, eq, or } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { readPublicKey } from '#app/sealing/openpgp-keys.ts';
import { inspectCiphertext } from '#app/uploads/inspect-ciphertext.server.ts';
import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';
import { pgpKeys, teams } from '#db/schema.ts';

/** An active team key: how manifests name it, and how messages do (RFC 9580 §5.1). */
export type TeamKey = { team: 'provider' | 'agency'; fingerprint: string; encryptionKeyId: string };

/**
 * The two keys that a form is sealed to: first the provider's, then the agency's. Of an agency outside of the portal
 * there is none: the provider's alone.
 * @throws DomainError `team_keys_missing` (409) when one of the two teams has no key yet
 */
export async function listTeamKeys(db: Database | Transaction, agencyTeamId: string): Promise<TeamKey[]> {
  const rows = await db
    .select({ kind: teams.kind, publicKey: pgpKeys.publicKey, fingerprint: pgpKeys.fingerprint })
    .from(pgpKeys)
    .innerJoin(teams, eq(teams.id, pgpKeys.teamId))
    .where(and(eq(pgpKeys.state, 'active'), or(eq(teams.kind, 'provider'), eq(teams.id, agencyTeamId))));
  const keys = await Promise.all(
    rows.map(async ({ kind, publicKey, fingerprint }) => ({
      team: kind,
      fingerprint,
      encryptionKeyId: await encryptionKeyIdOf(publicKey),
    })),
  );
  const provider = keys.find(({ team }) => team === 'provider');
  const agency = keys.find(({ team }) => team === 'agency');
  if (provider && (await isOutsideAgency(db, agencyTeamId))) return [provider];
  if (!provider || !agency) throw new DomainError('team_keys_missing', {}, 409);
  return [provider, agency];
}

/**
 * Reads packet headers only (promise 3).
 * @returns SHA-256 of the message, base64url
 * @throws DomainError `message_refused` (422) unless it is a well-formed message to exactly these keys
 */
export async function requireSealedTo(
  message: Uint8Array,
  encryptionKeyIds: readonly string[],
): Promise<string> {
  const { sha256, refusal } = await inspectCiphertext(Readable.from([message]), {
    ciphertextBytes: message.byteLength,
    recipients: [...encryptionKeyIds].sort(),
  });
  if (refusal !== null) throw new DomainError('message_refused', { reason: refusal }, 422);
  return sha256;
}

/** A draft is for the team that writes it alone. @throws DomainError `message_refused`, `team_keys_missing` */
export async function requireSealedToOwnTeam(
  db: Database | Transaction,
  actor: Actor,
  message: Uint8Array,
): Promise<void> {
  const [row] = await db
    .select({ publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .where(and(eq(pgpKeys.teamId, actor.teamId), eq(pgpKeys.state, 'active')));
  if (!row) throw new DomainError('team_keys_missing', {}, 409);
  await requireSealedTo(message, [await encryptionKeyIdOf(row.publicKey)]);
}

async function encryptionKeyIdOf(armored: string): Promise<string> {
  const key = await readPublicKey(armored);
  return (await key.getEncryptionKey()).getKeyID().toHex().toLowerCase();
}
