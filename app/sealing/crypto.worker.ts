/**
 * The crypto room: the only place where private keys are unlocked (security promise 8). One dedicated worker per tab; ending it ends the keys.
 * See docs/decisions/0005-one-worker-per-tab.md.
 */
import './openpgp-settings.ts';
import cipherUrl from './cipher.worker.ts?worker&url';
import type { CipherPort } from './cipher-thread.ts';
import { startWorker } from './trusted-types.client.ts';
import { createDispatcher } from './worker-dispatch.ts';
import type { AnswerMessage, RequestMessage } from './worker-protocol.ts';

/** The part of `DedicatedWorkerGlobalScope` used here; TypeScript's own library for workers excludes that for pages. */
const scope = globalThis as unknown as {
  postMessage(answer: AnswerMessage): void;
  onmessage: ((event: { data: RequestMessage }) => void) | null;
};

const dispatch = createDispatcher(
  (answer) => scope.postMessage(answer),
  () => startWorker(cipherUrl, 'amtsweg-cipher') as CipherPort,
);
scope.onmessage = ({ data }) => dispatch(data);
