import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { noteSessionOver } from '#app/accounts/leave-browser.client.ts';

import { createUploadClient } from './upload-client.client.ts';

vi.mock('#app/accounts/leave-browser.client.ts', () => ({ noteSessionOver: vi.fn() }));

/** A connection that does nothing by itself. */
class HangingRequest {
  static last: HangingRequest;
  readonly upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  status = 0;
  responseText = '';
  isAborted = false;
  headers: Record<string, string> = {};
  onload?: () => void;
  onabort?: () => void;
  onerror?: () => void;
  onloadend?: () => void;

  constructor() {
    HangingRequest.last = this;
  }
  open = vi.fn();
  setRequestHeader = vi.fn();
  send = vi.fn();
  getResponseHeader = (name: string) => this.headers[name] ?? null;
  abort() {
    this.isAborted = true;
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number, headers: Record<string, string> = {}, body = '') {
    Object.assign(this, { status, headers, responseText: body });
    this.onload?.();
    this.onloadend?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', HangingRequest);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function send() {
  const abort = new AbortController();
  const sent: number[] = [];
  const part = {
    offset: 0,
    data: new Blob(['x'.repeat(100)]),
    onProgress: (bytes: number) => sent.push(bytes),
  };
  const answer = createUploadClient().sendPart('f', part, abort.signal);
  answer.catch(() => undefined);
  return { answer, abort, sent, request: HangingRequest.last };
}

test('gives up a line on which nothing moves for half a minute, to ask anew how far the server is', async () => {
  const { answer, sent, request } = send();
  await vi.advanceTimersByTimeAsync(29_000);
  request.upload.onprogress?.({ loaded: 10 });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(request.isAborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(request.isAborted).toBe(true);
  await expect(answer).rejects.toMatchObject({ code: 'unreachable', isTemporary: true });
  expect(sent).toEqual([10]);
});

test('leaves the server time to write and to read once all has left', async () => {
  const { answer, request } = send();
  request.upload.onload?.();
  await vi.advanceTimersByTimeAsync(179_000);
  expect(request.isAborted).toBe(false);
  request.answer(204, { 'Upload-Offset': '100', 'Ciphertext-Sha256': 'h' });
  await expect(answer).resolves.toEqual({ offset: 100, sha256: 'h' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(request.isAborted).toBe(false);
});

test('an abort of ours is no fault of the line', async () => {
  const { answer, abort, request } = send();
  const reason = new Error('paused');
  abort.abort(reason);
  expect(request.isAborted).toBe(true);
  await expect(answer).rejects.toBe(reason);
});

test('a session that is over locks the keys (promise 8)', async () => {
  const { answer, request } = send();
  request.answer(401, {}, '{"code":"signed_out"}');
  await expect(answer).rejects.toMatchObject({ code: 'signed_out', isTemporary: false });
  expect(noteSessionOver).toHaveBeenCalledOnce();
});
