/**
 * Takes a Web Lock and keeps it until it is let go of, or this thread ends.
 * @returns what lets go of it; null when it was to be had at once (`ifAvailable`) and somebody else has it
 */
export function holdLock(name: string, options: LockOptions): Promise<(() => void) | null> {
  const held = Promise.withResolvers<(() => void) | null>();
  const hold = (lock: Lock | null) => {
    if (lock) return new Promise<void>((letGo) => held.resolve(letGo));
    held.resolve(null);
    return Promise.resolve();
  };
  navigator.locks.request(name, options, hold).catch(held.reject);
  return held.promise;
}
