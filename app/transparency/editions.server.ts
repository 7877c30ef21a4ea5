import { sign } from 'node:crypto';
import { and, asc, desc, eq } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';
import { reportEditions } from '#db/schema.ts';

import { recomputeYear } from './compute-year.server.ts';
import {
  editionContentSchema,
  editionSignedBytes,
  type EditionContent,
  type PublishedEdition,
} from './edition.ts';

type Row = typeof reportEditions.$inferSelect;

const toEdition = ({ content, publishedAt, signature, signedWith }: Row): PublishedEdition => ({
  content: editionContentSchema.parse(JSON.parse(content)),
  publishedAt: publishedAt.toISOString(),
  signature,
  publicKey: signedWith,
});

/** The newest version of each published year, newest year first. */
export async function listNewestEditions(db: Database): Promise<PublishedEdition[]> {
  const rows = await db
    .selectDistinctOn([reportEditions.year])
    .from(reportEditions)
    .orderBy(desc(reportEditions.year), desc(reportEditions.version));
  return rows.map(toEdition);
}

/** Every version of every year, the last published first. */
export async function listAllEditions(db: Database): Promise<PublishedEdition[]> {
  const rows = await db
    .select()
    .from(reportEditions)
    .orderBy(desc(reportEditions.publishedAt), desc(reportEditions.year), desc(reportEditions.version));
  return rows.map(toEdition);
}

/** All versions of a year, the first one first. */
export async function listEditionsOf(db: Database | Transaction, year: number): Promise<PublishedEdition[]> {
  const rows = await db
    .select()
    .from(reportEditions)
    .where(eq(reportEditions.year, year))
    .orderBy(asc(reportEditions.version));
  return rows.map(toEdition);
}

/** @param version null: the newest. @returns null when there is none */
export async function findEdition(
  db: Database | Transaction,
  year: number,
  version: number | null,
): Promise<PublishedEdition | null> {
  const [row] = await db
    .select()
    .from(reportEditions)
    .where(
      and(eq(reportEditions.year, year), version === null ? undefined : eq(reportEditions.version, version)),
    )
    .orderBy(desc(reportEditions.version))
    .limit(1);
  return row ? toEdition(row) : null;
}

/**
 * Signs and keeps an edition. The database refuses a computed one without two people, and a version out of order.
 * @param content canonical JSON, as it was confirmed
 */
export async function keepEdition(
  tx: Transaction,
  config: Pick<Config, 'receiptSigningKey'>,
  { content, approvalId }: { content: string; approvalId: string | null },
  now: Date,
): Promise<void> {
  const parsed = editionContentSchema.parse(JSON.parse(content));
  const { privateKey, publicKey } = receiptKeyOf(config);
  const signature = sign(null, editionSignedBytes(parsed, now.toISOString()), privateKey);
  const { year, version, source } = parsed;
  await tx.insert(reportEditions).values({
    year,
    version,
    source,
    content,
    publishedAt: now,
    signature: toBase64Url(signature),
    signedWith: publicKey,
    approvalId,
  });
}

/** Whether the events still give this edition's figures, to the last byte. Null for imported ones. */
export async function isRebuilt(
  db: Database,
  { year, basis, figures }: EditionContent,
): Promise<boolean | null> {
  if (basis === null) return null;
  return canonicalJson(await recomputeYear(db, year, basis)) === canonicalJson(figures);
}
