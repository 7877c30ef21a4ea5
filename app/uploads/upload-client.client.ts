/**
 * The browser's side of the tus protocol 1.0.0: create, ask, send a part, give up. Knows nothing of retries: what to do
 * after a failure depends on sealing, and is decided in `transfer.ts`.
 *
 * Parts go by XMLHttpRequest, because `fetch` does not tell how much of a body has left.
 */
import { noteSessionOver } from '#app/accounts/leave-browser.client.ts';

import { TransferError, transferErrorOf } from './transfer-error.ts';
import type { NewUpload, PartAnswer, UploadClient } from './transfer.ts';

/** A connection on which nothing moves for this long is dead, whatever the browser says (sleep, change of network). */
const stallMs = 30_000;
/** When all has left, the server still writes it to disk and, after the last part, reads the file once. */
const answerMs = 180_000;
const sha256Header = 'Ciphertext-Sha256';
/** Without it a session that ended would be answered with the sign-in page. */
const commonHeaders = { 'Tus-Resumable': '1.0.0', Accept: 'application/json' };

/** @param base path of the tus endpoint on this origin */
export function createUploadClient(base = '/uploads'): UploadClient {
  return {
    create: (upload, signal) => create(base, upload, signal),
    find: (fileId, signal) => find(`${base}/${fileId}`, signal),
    sendPart: (fileId, part, signal) => sendPart(`${base}/${fileId}`, part, signal),
    async remove(fileId) {
      const response = await request(`${base}/${fileId}`, { method: 'DELETE', headers: commonHeaders });
      // Not known or gone already: that is what was wanted.
      if (!response.ok && response.status !== 404 && response.status !== 410) throw await errorOf(response);
    },
    async changeKind(fileId, kind) {
      const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
      const body = JSON.stringify({ kind });
      const response = await request(`/files/${fileId}`, { method: 'PUT', headers, body });
      if (!response.ok) throw await errorOf(response);
    },
  };
}

async function create(url: string, upload: NewUpload, signal: AbortSignal): Promise<void> {
  const { ciphertextBytes, ...metadata } = upload;
  const response = await request(url, {
    method: 'POST',
    signal,
    headers: {
      ...commonHeaders,
      'Upload-Length': String(ciphertextBytes),
      // All values are ASCII.
      'Upload-Metadata': Object.entries(metadata)
        .map(([name, value]) => `${name} ${btoa(value)}`)
        .join(','),
    },
  });
  if (response.status !== 201) throw await errorOf(response);
  // Read, though it is empty: else the browser reports the exchange as broken off.
  await response.arrayBuffer();
}

async function find(url: string, signal: AbortSignal): Promise<PartAnswer | null> {
  const response = await request(url, { method: 'HEAD', signal, headers: commonHeaders });
  if (response.status === 404) return null;
  if (!response.ok) throw await errorOf(response);
  return readAnswer((name) => response.headers.get(name));
}

async function request(url: string, init: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(answerMs);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    return await fetch(url, { ...init, signal, cache: 'no-store', redirect: 'error' });
  } catch (error) {
    init.signal?.throwIfAborted();
    throw new TransferError('unreachable', true, { cause: error });
  }
}

async function errorOf(response: Response): Promise<TransferError> {
  return failureOf(response.status, await response.text().catch(() => ''));
}

function failureOf(status: number, body: string): TransferError {
  const failure = transferErrorOf(status, codeIn(body));
  if (failure.code === 'signed_out') noteSessionOver();
  return failure;
}

function codeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}

function readAnswer(header: (name: string) => string | null): PartAnswer {
  const offset = Number(header('Upload-Offset') ?? Number.NaN);
  if (!Number.isSafeInteger(offset)) throw new TransferError('unreachable', true);
  return { offset, sha256: header(sha256Header) };
}

type Part = Parameters<UploadClient['sendPart']>[1];

function sendPart(url: string, part: Part, signal: AbortSignal): Promise<PartAnswer> {
  const xhr = new XMLHttpRequest();
  const { promise, resolve, reject } = Promise.withResolvers<PartAnswer>();
  const fail = () => reject(failureOf(xhr.status, xhr.responseText));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expectWithin = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => xhr.abort(), ms);
  };
  const onAbort = () => xhr.abort();

  xhr.open('PATCH', url);
  for (const [name, value] of Object.entries(commonHeaders)) xhr.setRequestHeader(name, value);
  xhr.setRequestHeader('Upload-Offset', String(part.offset));
  xhr.setRequestHeader('Content-Type', 'application/offset+octet-stream');
  xhr.upload.onprogress = ({ loaded }) => {
    expectWithin(stallMs);
    part.onProgress(loaded);
  };
  xhr.upload.onload = () => expectWithin(answerMs);
  xhr.onload = () => {
    if (xhr.status !== 204) return fail();
    try {
      resolve(readAnswer((name) => xhr.getResponseHeader(name)));
    } catch (error) {
      reject(error);
    }
  };
  xhr.onerror = fail;
  xhr.onabort = () =>
    reject(signal.aborted ? (signal.reason as Error) : new TransferError('unreachable', true));
  xhr.onloadend = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  expectWithin(stallMs);
  xhr.send(part.data);
  return promise;
}
