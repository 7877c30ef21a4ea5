/**
 * Takes a file that is being uploaded for this window, until it is let go of or the window is closed.
 * @returns what lets go of it; null when another window of this browser has it
 */
export function claimFile(fileId: string): Promise<(() => void) | null> {
  const claim = Promise.withResolvers<(() => void) | null>();
  const hold = (lock: Lock | null) => {
    if (lock) return new Promise<void>((letGo) => claim.resolve(letGo));
    claim.resolve(null);
    return Promise.resolve();
  };
  navigator.locks.request(`amtsweg-upload ${fileId}`, { ifAvailable: true }, hold).catch(claim.reject);
  return claim.promise;
}
