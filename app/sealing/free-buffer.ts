/** Whether closing sound gives memory back here; known after the first buffer. */
let soundFrees = typeof AudioData === 'function';

/**
 * Gives the memory of a buffer back at once; the buffer is empty afterwards. What waits for the garbage collector
 * instead is not collected while a file is sealed, because next to nothing else is allocated then, and each result of
 * WebCrypto takes fresh memory, whose first use costs the system three times what encrypting it costs (decision 0007).
 *
 * JavaScript has no call for it: `ArrayBuffer.prototype.transfer` and a transfer by message leave the octets of such a
 * result where they are. A piece of sound (WebCodecs) takes a buffer over without copying and lets go of it when it is
 * closed. Where the browser has no WebCodecs or copies, the buffer is left to the garbage collector.
 */
export function freeBuffer(buffer: ArrayBuffer): void {
  if (!soundFrees || buffer.byteLength === 0) return;
  try {
    const sound = new AudioData({
      format: 'u8',
      sampleRate: 48_000,
      numberOfChannels: 1,
      numberOfFrames: buffer.byteLength,
      timestamp: 0,
      data: buffer,
      transfer: [buffer],
    });
    sound.close();
    soundFrees = buffer.byteLength === 0;
  } catch {
    // Nobody's file may depend on what a browser thinks of such a sound.
    soundFrees = false;
  }
}
