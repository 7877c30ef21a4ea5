/** The thread that encrypts for the crypto room (cipher-thread.ts). The only key that comes here is a file's session key. */
import { createCipherService } from './cipher-thread.ts';
import type { CipherAnswer, CipherRequest } from './cipher-thread.ts';

/** The part of `DedicatedWorkerGlobalScope` used here; see crypto.worker.ts. */
const scope = globalThis as unknown as {
  postMessage(answer: CipherAnswer, transfer: Transferable[]): void;
  onmessage: ((event: { data: CipherRequest }) => void) | null;
};

const serve = createCipherService((answer, transfer) => scope.postMessage(answer, transfer));
scope.onmessage = ({ data }) => serve(data);
