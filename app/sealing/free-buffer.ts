/** Nobody listens: what is sent here is gone at once. */
let nowhere: MessagePort | null = null;

/**
 * Gives the memory of a buffer back at once; the buffer is empty afterwards. What waits for the garbage collector
 * instead is never collected while a file is sealed, because next to nothing is allocated then: a file of 1 GB took
 * 1 GB. Only a transfer by message lets go of it: after `ArrayBuffer.prototype.transfer` Chromium 156 still holds the
 * memory of what WebCrypto returned (decision 0007).
 */
export function freeBuffer(buffer: ArrayBuffer): void {
  if (!nowhere) {
    nowhere = new MessageChannel().port1;
    nowhere.close();
  }
  nowhere.postMessage(null, [buffer]);
}
