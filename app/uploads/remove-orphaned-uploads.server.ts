import { and, eq, inArray, isNotNull, lt, notExists, notInArray, or, sql } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { hours } from '#app/durations.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { statuses } from '#app/legal-requests/legal-request-values.ts';
import { transition } from '#app/legal-requests/statuses.ts';
import { legalRequests, revisionFiles, sealedFiles } from '#db/schema.ts';

import type { UploadStore } from './upload-store.server.ts';

/** After this long without a part an upload counts as given up (promise 24). */
const orphanAge = hours(24);

/** Files may still be added, so a file without a revision may belong to the draft, which only people can read. */
const editable: Status[] = statuses.filter((status) => transition(status, 'submit') !== undefined);

/**
 * Removes what nobody will need: uploads without a part for 24 hours, complete files that no revision holds and none
 * can hold any more, and stored objects that no row knows. Killed halfway, the next run does the rest.
 */
export async function removeOrphanedUploads(db: Database, store: UploadStore, now: Date): Promise<void> {
  const before = new Date(now.getTime() - orphanAge);
  await db
    .update(sealedFiles)
    .set({ state: 'removed' })
    .where(and(eq(sealedFiles.state, 'uploading'), lt(sealedFiles.lastPartAt, before)));
  await db
    .update(sealedFiles)
    .set({ state: 'removed' })
    .where(
      and(
        eq(sealedFiles.state, 'complete'),
        lt(sealedFiles.completedAt, before),
        notExists(
          db
            .select({ one: sql`1` })
            .from(revisionFiles)
            .where(eq(revisionFiles.fileId, sealedFiles.id)),
        ),
        inArray(
          sealedFiles.legalRequestId,
          db
            .select({ id: legalRequests.id })
            .from(legalRequests)
            .where(or(isNotNull(legalRequests.discardedAt), notInArray(legalRequests.status, editable))),
        ),
      ),
    );
  await removeUnknownObjects(db, store, before);
}

async function removeUnknownObjects(db: Database, store: UploadStore, before: Date): Promise<void> {
  for await (const { key, modifiedAt } of store.list()) {
    const [known] = await db
      .select({ state: sealedFiles.state })
      .from(sealedFiles)
      .where(eq(sealedFiles.storageKey, key));
    if (known?.state === 'uploading' || known?.state === 'complete') continue;
    // A row that says "removed" is enough; without any row the object might be older than its row is visible.
    if (!known && modifiedAt >= before) continue;
    await store.remove(key);
  }
}
