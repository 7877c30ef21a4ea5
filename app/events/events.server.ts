import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { isUniqueViolation } from '#app/database.server.ts';
import { conflict } from '#app/domain-error.ts';
import { events, settings } from '#db/schema.ts';

import type { EventPayloads, EventType, NewEvent, ObjectType } from './event-types.ts';

type EventRow = typeof events.$inferSelect;

/** Hash before the first event. */
const chainStart = '0'.repeat(64);

/**
 * The end of the chain, kept beside it: `position hash`. The next event follows this and not the newest row, so that
 * removing the newest rows leaves a gap for good.
 */
const chainEnd = 'newest_event';

interface ChainEnd {
  position: number;
  hash: string;
}

/** Null in an installation that has written no event since the end is kept. */
async function findChainEnd(tx: Transaction): Promise<ChainEnd | null> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, chainEnd));
  if (!row) return null;
  const [position, hash = ''] = row.value.split(' ');
  return { position: Number(position), hash };
}

async function keepChainEnd(tx: Transaction, { position, hash }: ChainEnd, changedAt: Date): Promise<void> {
  const value = `${position} ${hash}`;
  await tx
    .insert(settings)
    .values({ name: chainEnd, value, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } });
}

async function findNewestRow(tx: Transaction): Promise<ChainEnd | null> {
  const [row] = await tx
    .select({ position: events.position, hash: events.hash })
    .from(events)
    .orderBy(desc(events.position))
    .limit(1);
  return row ?? null;
}

/** Advisory lock that lets one transaction at a time add to the chain; released with the transaction. */
const chainLock = 0x616d_7473;

/** SHA-256 over the previous hash and the canonical JSON (RFC 8785) of the row, lower-case hex. */
function hashEvent(row: Omit<EventRow, 'hash'>): string {
  const content = canonicalize({ ...row, at: row.at.toISOString() });
  if (content === undefined) throw new Error('event has no canonical form');
  return createHash('sha256').update(row.previousHash).update(content).digest('hex');
}

/**
 * Appends one event in the caller's transaction: the change and its event are written together or not at all.
 * @param expectedVersion version of the object that the actor saw; of two concurrent changes exactly one wins
 * @returns the object's new version
 * @throws DomainError `changed_meanwhile` (409) when the object moved on
 */
export async function appendEvent<O extends ObjectType, T extends EventType<O>>(
  tx: Transaction,
  event: NewEvent<O, T>,
  expectedVersion?: number,
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const last = (await findChainEnd(tx)) ?? (await findNewestRow(tx));
  const [newest] = await tx
    .select({ version: events.version })
    .from(events)
    .where(and(eq(events.objectType, event.objectType), eq(events.objectId, event.objectId)))
    .orderBy(desc(events.version))
    .limit(1);
  const current = newest?.version ?? 0;
  if (expectedVersion !== undefined && expectedVersion !== current) throw conflict();
  const row = {
    position: (last?.position ?? 0) + 1,
    objectType: event.objectType,
    objectId: event.objectId,
    version: current + 1,
    type: event.type,
    actorId: event.actorId,
    payload: event.payload as Record<string, unknown>,
    at: event.at,
    previousHash: last?.hash ?? chainStart,
  };
  const hash = hashEvent(row);
  try {
    await tx.insert(events).values({ ...row, hash });
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict();
    throw error;
  }
  await keepChainEnd(tx, { position: row.position, hash }, event.at);
  return row.version;
}

/** An event as the timeline shows it. */
export type TimelineEvent<O extends ObjectType> = {
  [T in EventType<O>]: {
    type: T;
    payload: EventPayloads[O][T];
    version: number;
    actorId: string | null;
    at: Date;
  };
}[EventType<O>];

/** All events of one object, oldest first. */
export async function listEvents<O extends ObjectType>(
  db: Database | Transaction,
  objectType: O,
  objectId: string,
): Promise<TimelineEvent<O>[]> {
  const rows = await db
    .select({
      type: events.type,
      payload: events.payload,
      version: events.version,
      actorId: events.actorId,
      at: events.at,
    })
    .from(events)
    .where(and(eq(events.objectType, objectType), eq(events.objectId, objectId)))
    .orderBy(asc(events.version));
  return rows as TimelineEvent<O>[];
}

/** Where the chain is broken: the row's position and how. `newest_removed` names the first row that is not there any more. */
export interface ChainFault {
  position: number;
  fault: 'edited' | 'removed_or_reordered' | 'newest_removed';
}

/** Walks the whole chain in pages, as it stands at one moment; null when it is whole. */
export async function verifyEventChain(db: Database): Promise<ChainFault | null> {
  return db.transaction(findChainFault, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function findChainFault(tx: Transaction): Promise<ChainFault | null> {
  const end = await findChainEnd(tx);
  let position = 0;
  let previousHash = chainStart;
  for (;;) {
    const page = await tx
      .select()
      .from(events)
      .where(gt(events.position, position))
      .orderBy(asc(events.position))
      .limit(1000);
    if (page.length === 0)
      return end === null || end.hash === previousHash
        ? null
        : { position: position + 1, fault: 'newest_removed' };
    for (const { hash, ...row } of page) {
      if (row.position !== position + 1 || row.previousHash !== previousHash)
        return { position: row.position, fault: 'removed_or_reordered' };
      if (hashEvent(row) !== hash) return { position: row.position, fault: 'edited' };
      position = row.position;
      previousHash = hash;
    }
  }
}
