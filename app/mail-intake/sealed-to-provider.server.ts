/** What of a legal request was sealed to the intake key alone, because its agency did not use the portal. */
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { listEvents } from '#app/events/events.server.ts';
import type { HandedKind } from '#app/legal-requests/handed-keys.server.ts';
import { readSessionKeyPackets } from '#app/sealing/session-key-packets.ts';
import type { UploadStore } from '#app/uploads/upload-store.server.ts';
import {
  decisions,
  emergencyConfirmations,
  messageFiles,
  messages,
  revisionFiles,
  revisions,
  sealedFiles,
} from '#db/schema.ts';

export type SealedObject = { kind: HandedKind; objectId: string };
type Found = SealedObject & ({ sealed: Uint8Array } | { storageKey: string });

/**
 * Everything that an agency reads of its legal request, whatever has happened with it: forms, words of decisions that took
 * effect, messages, files and confirmations.
 */
export async function listSealedObjects(
  db: Database | Transaction,
  legalRequestId: string,
): Promise<Found[]> {
  const forms = await db
    .select({ number: revisions.number, sealed: revisions.sealedForm })
    .from(revisions)
    .where(eq(revisions.legalRequestId, legalRequestId))
    .orderBy(asc(revisions.number));
  const written = await db
    .select({ id: messages.id, sealed: messages.sealed })
    .from(messages)
    .where(eq(messages.legalRequestId, legalRequestId));
  const confirmations = await db
    .select({ id: emergencyConfirmations.id, sealed: emergencyConfirmations.sealed })
    .from(emergencyConfirmations)
    .where(eq(emergencyConfirmations.legalRequestId, legalRequestId));
  return [
    ...forms.map(({ number, sealed }) => ({ kind: 'form' as const, objectId: String(number), sealed })),
    ...(await listWords(db, legalRequestId)),
    ...written.map(({ id, sealed }) => ({ kind: 'message' as const, objectId: id, sealed })),
    ...confirmations.map(({ id, sealed }) => ({ kind: 'confirmation' as const, objectId: id, sealed })),
    ...(await listFiles(db, legalRequestId)),
  ];
}

const effects: readonly string[] = ['returned', 'rejected', 'accepted'];

async function listWords(db: Database | Transaction, legalRequestId: string): Promise<Found[]> {
  const events = await listEvents(db, 'legal_request', legalRequestId);
  const ids = events.flatMap((event) =>
    effects.includes(event.type) && 'decisionId' in event.payload ? [event.payload.decisionId] : [],
  );
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: decisions.id, sealed: decisions.sealedExplanation })
    .from(decisions)
    .where(and(inArray(decisions.id, ids), isNotNull(decisions.sealedExplanation)));
  return rows.flatMap(({ id, sealed }) =>
    sealed === null ? [] : [{ kind: 'words' as const, objectId: id, sealed }],
  );
}

async function listFiles(db: Database | Transaction, legalRequestId: string): Promise<Found[]> {
  const columns = { objectId: sealedFiles.id, storageKey: sealedFiles.storageKey };
  const attached = await db
    .selectDistinct(columns)
    .from(revisionFiles)
    .innerJoin(sealedFiles, eq(sealedFiles.id, revisionFiles.fileId))
    .where(eq(revisionFiles.legalRequestId, legalRequestId));
  const sent = await db
    .select(columns)
    .from(messageFiles)
    .innerJoin(sealedFiles, eq(sealedFiles.id, messageFiles.fileId))
    .where(eq(sealedFiles.legalRequestId, legalRequestId));
  return [...attached, ...sent].map((file) => ({ kind: 'file' as const, ...file }));
}

/** The packets with its session key, for the browser that can open them. @throws PacketFormatError when what is stored is damaged */
export async function readPacketsOf(store: UploadStore, found: Found): Promise<Uint8Array> {
  if ('sealed' in found) return readSessionKeyPackets(onePiece(found.sealed));
  const stored = store.read(found.storageKey, 0);
  try {
    return await readSessionKeyPackets(stored);
  } finally {
    stored.destroy();
  }
}

async function* onePiece(octets: Uint8Array) {
  yield octets;
}
