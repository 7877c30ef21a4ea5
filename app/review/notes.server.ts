import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { listTeamKeys, requireSealedTo } from '#app/legal-requests/message-recipients.server.ts';
import { notes } from '#db/schema.ts';

import { changeLegalRequest } from './change-legal-request.server.ts';
import { lockLegalRequest, requireDesk } from './desk-access.server.ts';

/** More ciphertext than this is no note. */
const maxNoteBytes = 64 * 1024;

/**
 * Adds an internal note; the server cannot read it.
 * @param sealed OpenPGP message to the intake key alone
 * @throws DomainError `not_found`, `forbidden`, `too_large` (413), `message_refused` (422)
 */
export async function writeNote(
  db: Database,
  actor: Actor,
  legalRequestId: string,
  sealed: Uint8Array,
  now: Date,
): Promise<{ noteId: string }> {
  requireDesk(actor, 'write_note');
  return db.transaction(async (tx) => {
    const row = await lockLegalRequest(tx, legalRequestId);
    return { noteId: await addNote(tx, actor, row, sealed, now) };
  });
}

/** In the transaction of what the note explains. */
export async function addNote(
  tx: Transaction,
  actor: Actor,
  legalRequest: { id: string; teamId: string; version: number },
  sealed: Uint8Array,
  now: Date,
): Promise<string> {
  if (sealed.length > maxNoteBytes) throw new DomainError('too_large', {}, 413);
  const [intakeKey] = await listTeamKeys(tx, legalRequest.teamId);
  await requireSealedTo(sealed, intakeKey ? [intakeKey.encryptionKeyId] : []);
  const noteId = uuidv7();
  await tx.insert(notes).values({
    id: noteId,
    legalRequestId: legalRequest.id,
    authorId: actor.personId,
    sealed,
    createdAt: now,
  });
  await changeLegalRequest(tx, legalRequest, {
    set: {},
    event: { type: 'note_added', payload: { noteId } },
    actorId: actor.personId,
    now,
  });
  return noteId;
}
