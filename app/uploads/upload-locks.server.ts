import { ERRORS, type Lock, type Locker } from '@tus/server';

import { seconds } from '#app/durations.ts';

type Holder = { askToRelease: () => void; released: Promise<void> };

/** How long a second HTTP request waits for the first one to let go of an upload. */
const patience = seconds(30);

/**
 * One HTTP request at a time writes to an upload. Who comes later (the browser after its connection broke) has the
 * earlier one ended. Within this process; between nodes the count of received octets in the database decides.
 *
 * The locker of @tus/server asks in a loop without a pause, which takes a whole core while it waits.
 */
export class UploadLocks implements Locker {
  readonly #holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    let release: (() => void) | null = null;
    return {
      lock: async (stopSignal, askToRelease) => {
        const signal = AbortSignal.any([stopSignal, AbortSignal.timeout(patience)]);
        for (let holder = this.#holders.get(id); holder; holder = this.#holders.get(id)) {
          holder.askToRelease();
          await untilAborted(holder.released, signal);
        }
        const released = new Promise<void>((resolve) => (release = resolve));
        this.#holders.set(id, { askToRelease: () => void askToRelease(), released });
      },
      unlock: () => {
        this.#holders.delete(id);
        release?.();
        return Promise.resolve();
      },
    };
  }
}

/** @throws ERR_LOCK_TIMEOUT of tus */
async function untilAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const failed = () => Object.assign(new Error('lock'), ERRORS.ERR_LOCK_TIMEOUT);
  if (signal.aborted) throw failed();
  await new Promise<void>((resolve, reject) => {
    const onAbort = () => reject(failed());
    signal.addEventListener('abort', onAbort, { once: true });
    void promise.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
  });
}
