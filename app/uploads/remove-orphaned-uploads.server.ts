import { and, eq, inArray, isNotNull, lt, notInArray, or } from 'drizzle-orm';

import type { Database } from '#app/database.server.ts';
import { hours } from '#app/durations.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { statuses } from '#app/legal-requests/legal-request-values.ts';
import { arrivalParts, legalRequests, sealedFiles } from '#db/schema.ts';

import { isNotHeld } from './held-files.server.ts';
import { purposeRules } from './purpose-rules.server.ts';
import { uploadPurposes, type UploadPurpose } from './upload-purposes.ts';
import type { UploadStore } from './upload-store.server.ts';

/** After this long without a part an upload counts as given up (promise 24). */
const orphanAge = hours(24);

/** While something may still take it in, a file that nothing holds may belong to a draft, which only people can read. */
const usable = (purpose: UploadPurpose): Status[] =>
  statuses.filter((status) => purposeRules[purpose].canStillBeUsed(status));

/**
 * Removes what nobody will need: uploads without a part for 24 hours, complete files that nothing holds and
 * nothing can hold any more, and stored objects that no row knows. Killed halfway, the next run does the rest.
 */
export async function removeOrphanedUploads(db: Database, store: UploadStore, now: Date): Promise<void> {
  const before = new Date(now.getTime() - orphanAge);
  await db
    .update(sealedFiles)
    .set({ state: 'removed' })
    .where(and(eq(sealedFiles.state, 'uploading'), lt(sealedFiles.lastPartAt, before)));
  for (const purpose of uploadPurposes)
    await db
      .update(sealedFiles)
      .set({ state: 'removed' })
      .where(
        and(
          eq(sealedFiles.state, 'complete'),
          eq(sealedFiles.purpose, purpose),
          lt(sealedFiles.completedAt, before),
          isNotHeld(db),
          inArray(
            sealedFiles.legalRequestId,
            db
              .select({ id: legalRequests.id })
              .from(legalRequests)
              .where(
                or(isNotNull(legalRequests.discardedAt), notInArray(legalRequests.status, usable(purpose))),
              ),
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
    if (known?.state === 'uploading' || known?.state === 'complete' || (await isOfArrival(db, key))) continue;
    // A row that says "removed" is enough; without any row the object might be older than its row is visible.
    if (!known && modifiedAt >= before) continue;
    await store.remove(key);
  }
}

/** Parts of mails lie in the same store. */
async function isOfArrival(db: Database, key: string): Promise<boolean> {
  const rows = await db
    .select({ position: arrivalParts.position })
    .from(arrivalParts)
    .where(eq(arrivalParts.storageKey, key));
  return rows.length > 0;
}
