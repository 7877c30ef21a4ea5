import { createSHA1, createSHA256 } from 'hash-wasm';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

export type RunningHash = {
  update(bytes: Uint8Array): void;
  /** Digest of what came so far; the hash goes on afterwards. */
  digest(): Bytes;
  /**
   * Inner state as base64url, for `createRunningHash`. It holds up to 63 octets of the input in clear: as secret as
   * the input itself.
   */
  save(): string;
};

/**
 * A hash that takes its input in pieces and can be saved, neither of which WebCrypto offers. It runs in WebAssembly
 * (hash-wasm, 325 to 565 MB/s), whose compilation only the worker's content security policy allows.
 *
 * @param savedState result of `save()`, to go on from there.
 * @throws {SealingError} `resume_impossible` when the state comes from another build of hash-wasm or is no state.
 */
export async function createRunningHash(
  algorithm: 'SHA-1' | 'SHA-256',
  savedState?: string,
): Promise<RunningHash> {
  const hasher = await (algorithm === 'SHA-1' ? createSHA1() : createSHA256());
  hasher.init();
  if (savedState !== undefined) {
    try {
      hasher.load(fromBase64Url(savedState));
    } catch (error) {
      throw new SealingError('resume_impossible', 'saved hash state does not fit', { cause: error });
    }
  }
  return {
    update: (bytes) => void hasher.update(bytes),
    digest() {
      const state = hasher.save();
      const digest = new Uint8Array(hasher.digest('binary'));
      hasher.load(state);
      return digest;
    },
    save: () => toBase64Url(hasher.save()),
  };
}
