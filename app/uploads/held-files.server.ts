import { and, eq, notExists, sql } from 'drizzle-orm';

import type { Database, Transaction } from '#app/database.server.ts';
import { answerFiles, messageFiles, revisionFiles, sealedFiles } from '#db/schema.ts';

/** As a condition on `sealed_files`: no submitted revision, prepared answer or sent message has the file. */
export function isNotHeld(db: Database | Transaction) {
  const one = { one: sql`1` };
  return and(
    notExists(db.select(one).from(revisionFiles).where(eq(revisionFiles.fileId, sealedFiles.id))),
    notExists(db.select(one).from(answerFiles).where(eq(answerFiles.fileId, sealedFiles.id))),
    notExists(db.select(one).from(messageFiles).where(eq(messageFiles.fileId, sealedFiles.id))),
  );
}
