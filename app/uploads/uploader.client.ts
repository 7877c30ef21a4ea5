/** The uploads of this tab: they go on while the person walks from one section of the form to another. */
import { v7 as uuidv7 } from 'uuid';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import { claimFile } from './claim-file.client.ts';
import { TransferQueue, type QueueOwner } from './transfer-queue.ts';
import { createUploadClient } from './upload-client.client.ts';
import type { UploadLimits } from './upload-limits.ts';
import type { UploadPurpose } from './upload-purposes.ts';

type QueuePlace = { legalRequestId: string; purpose: UploadPurpose };

const queues = new Map<string, TransferQueue>();

const keyOf = ({ legalRequestId, purpose }: QueuePlace) => `${purpose} ${legalRequestId}`;

/** Whether an upload of this tab goes on by itself there, and will store its state in the draft. */
export const isUploading = (place: QueuePlace): boolean => queues.get(keyOf(place))?.isUnderWay() ?? false;

/** The queue of a legal request for one purpose; made at the first call, with the owner of the draft as it is now. */
export function getTransferQueue(place: QueuePlace, limits: UploadLimits, owner: QueueOwner): TransferQueue {
  const key = keyOf(place);
  const known = queues.get(key);
  if (known) return known;
  const room = getCryptoRoom();
  const queue = new TransferQueue(
    {
      ...place,
      limits,
      room,
      client: createUploadClient(),
      claim: claimFile,
      createId: uuidv7,
      now: () => performance.now(),
    },
    owner,
  );
  queues.set(key, queue);
  room.subscribe(queue.wake);
  addEventListener('online', queue.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') queue.wake();
  });
  addEventListener('beforeunload', (event) => {
    if (queue.needsThisPage()) event.preventDefault();
  });
  return queue;
}
