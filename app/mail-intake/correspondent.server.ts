/** Who wrote by mail, and with which key they can be answered. */
import { and, desc, eq, isNotNull, ne } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { arrivals, correspondentKeys } from '#db/schema.ts';

/** The mail that a legal request came with; `messageId` without brackets. */
export type Origin = { address: string; messageId: string | null; senderKey: string | null };

/** The newest mail that this legal request came with; not one that is only being registered. */
export async function findOrigin(db: Database | Transaction, legalRequestId: string): Promise<Origin | null> {
  const [row] = await db
    .select({
      address: arrivals.senderAddress,
      messageId: arrivals.messageId,
      senderKey: arrivals.senderKey,
    })
    .from(arrivals)
    .where(
      and(
        eq(arrivals.legalRequestId, legalRequestId),
        ne(arrivals.state, 'waiting'),
        isNotNull(arrivals.senderAddress),
      ),
    )
    .orderBy(desc(arrivals.receivedAt))
    .limit(1);
  return row && row.address !== null ? { ...row, address: row.address } : null;
}

/** The newest key of an address that staff has vouched for. */
export async function findKnownKey(
  db: Database | Transaction,
  address: string,
): Promise<{ publicKey: string; fingerprint: string } | null> {
  const [row] = await db
    .select({ publicKey: correspondentKeys.publicKey, fingerprint: correspondentKeys.fingerprint })
    .from(correspondentKeys)
    .where(eq(correspondentKeys.address, address))
    .orderBy(desc(correspondentKeys.createdAt))
    .limit(1);
  return row ?? null;
}

export type Correspondent = {
  address: string;
  messageId: string | null;
  key: { publicKey: string; fingerprint: string };
};

/** Whom an answer can go to by mail: the sender, with a key that staff has vouched for. Null without one of the two. */
export async function findCorrespondent(
  db: Database | Transaction,
  legalRequestId: string,
): Promise<Correspondent | null> {
  const origin = await findOrigin(db, legalRequestId);
  const key = origin && (await findKnownKey(db, origin.address));
  return key && { address: origin.address, messageId: origin.messageId, key };
}
