/** Session keys that staff handed to an agency with a legal request that was sealed to the provider alone. */
import { eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { handedKeys } from '#db/schema.ts';

export type HandedKind = (typeof handedKeys.$inferSelect)['kind'];

/** What an agency needs to read what was sealed before the legal request was its own. */
export interface HandedKeys {
  /** A sealed value as this reader can open it, base64url: with the packet for the agency in front, if there is one. */
  sealedFor(kind: HandedKind, objectId: string, sealed: Uint8Array): string;
  /** Packets for files by the file's id, base64url. Their ciphertext is compared as it was signed, so they travel alone. */
  files: Record<string, string>;
}

/** @param actor the provider reads everything as it was sealed */
export async function findHandedKeys(
  db: Database | Transaction,
  actor: Pick<Actor, 'teamKind'>,
  legalRequestId: string,
): Promise<HandedKeys> {
  const rows =
    actor.teamKind === 'provider'
      ? []
      : await db.select().from(handedKeys).where(eq(handedKeys.legalRequestId, legalRequestId));
  const nameOf = (kind: HandedKind, objectId: string) => `${kind} ${objectId}`;
  const packets = new Map(rows.map(({ kind, objectId, packet }) => [nameOf(kind, objectId), packet]));
  return {
    sealedFor(kind, objectId, sealed) {
      const packet = packets.get(nameOf(kind, objectId));
      return toBase64Url(packet ? Buffer.concat([packet, sealed]) : sealed);
    },
    files: Object.fromEntries(
      rows
        .filter(({ kind }) => kind === 'file')
        .map(({ objectId, packet }) => [objectId, toBase64Url(packet)]),
    ),
  };
}
