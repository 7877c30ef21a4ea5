import { desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import type { Priority } from '#app/legal-requests/legal-request-values.ts';
import { turnOf } from '#app/legal-requests/statuses.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { callBacks, people } from '#db/schema.ts';

const maxCallBackBytes = 16 * 1024;

/**
 * Keeps the completed call-back checklist of an emergency. The browser seals it only when it is complete; the server
 * sees to whom, and that somebody of the desk says so.
 * @param sealed OpenPGP message to the intake key alone
 * @throws DomainError `not_found`, `forbidden`, `no_emergency` (409), `status_forbids` (409), `too_large` (413),
 *   `message_refused` (422)
 */
export async function recordCallBack(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  sealed: Uint8Array,
  now: Date,
): Promise<{ version: number }> {
  requireDesk(actor, 'record_call_back');
  if (sealed.length > maxCallBackBytes) throw new DomainError('too_large', {}, 413);
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    if (row.priority !== 'emergency') throw conflict('no_emergency');
    if (turnOf(row.status) !== 'provider') throw conflict('status_forbids', { status: row.status });
    const [intakeKey] = await listTeamKeys(tx, row.teamId);
    await requireSealedTo(sealed, intakeKey ? [intakeKey.encryptionKeyId] : []);
    const id = uuidv7();
    await tx
      .insert(callBacks)
      .values({ id, legalRequestId, recordedBy: actor.personId, sealed, createdAt: now });
    const version = await changeLegalRequest(tx, row, {
      set: {},
      event: { type: 'call_back_recorded', payload: { callBackId: id } },
      actorId: actor.personId,
      now,
    });
    return { version };
  });
}

/**
 * An emergency is accepted only after the authority was called back; a trigger says the same.
 * @throws DomainError `call_back_missing` (409)
 */
export async function requireCallBack(
  tx: Database | Transaction,
  { id, priority }: { id: string; priority: Priority },
): Promise<void> {
  if (priority !== 'emergency') return;
  const [row] = await tx.select({ id: callBacks.id }).from(callBacks).where(eq(callBacks.legalRequestId, id));
  if (!row) throw conflict('call_back_missing');
}

/** The newest completed checklist, still sealed (base64url). */
export interface StoredCallBack {
  sealed: string;
  recordedByName: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** For the desk alone. @returns null before the authority was called back */
export async function findCallBack(
  db: Database,
  actor: Actor,
  legalRequestId: string,
): Promise<StoredCallBack | null> {
  requireDesk(actor, 'read_sealed_legal_request');
  const [row] = await db
    .select({ sealed: callBacks.sealed, recordedByName: people.name, at: callBacks.createdAt })
    .from(callBacks)
    .innerJoin(people, eq(people.id, callBacks.recordedBy))
    .where(eq(callBacks.legalRequestId, legalRequestId))
    .orderBy(desc(callBacks.id))
    .limit(1);
  return row ? { ...row, sealed: toBase64Url(row.sealed), at: row.at.toISOString() } : null;
}
