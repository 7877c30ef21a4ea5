import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import type { OpenedFile } from './bulk-types.ts';
import { sha256 } from './manifest.ts';
import { discardAllSealedFiles } from './seal-file.ts';
import type { CryptoRoom, PublicKeyInfo, SealFileHandlers } from './sealing-types.ts';
import { createDispatcher } from './worker-dispatch.ts';
import type { AnswerMessage, RequestMessage } from './worker-protocol.ts';

const owner = { name: 'Erika Muster', email: 'erika@lka.example' };

/** The worker's code in this thread, in place of the browser's `Worker`. */
class ThreadlessWorker {
  static started: ThreadlessWorker[] = [];
  onmessage: ((event: { data: AnswerMessage }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  isTerminated = false;
  readonly #dispatch = createDispatcher((answer) => {
    const data = structuredClone(answer);
    queueMicrotask(() => {
      if (!this.isTerminated) this.onmessage?.({ data });
    });
  });

  constructor() {
    ThreadlessWorker.started.push(this);
  }

  postMessage(message: RequestMessage): void {
    if (!this.isTerminated) this.#dispatch(structuredClone(message));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let page: EventTarget;
let room: CryptoRoom;

beforeEach(async () => {
  page = new EventTarget();
  ThreadlessWorker.started = [];
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { origin: 'https://portal.mail.example' });
  vi.stubGlobal('Worker', ThreadlessWorker);
  vi.resetModules();
  vi.doMock('./crypto.worker.ts?worker&url', () => ({ default: '/assets/crypto.worker-test.js' }));
  const { getCryptoRoom } = await import('./crypto-client.client.ts');
  room = getCryptoRoom();
});
afterEach(async () => {
  room.lock();
  await discardAllSealedFiles();
  vi.unstubAllGlobals();
});

test('no worker is started before the first call, and one for all of them', async () => {
  expect(ThreadlessWorker.started).toHaveLength(0);
  await room.createPersonKey(owner);
  await room.createRecoveryCode();
  expect(ThreadlessWorker.started).toHaveLength(1);
});

test('status follows, and subscribers are told', async () => {
  const seen: string[] = [];
  const unsubscribe = room.subscribe(() => seen.push(room.status()));
  expect(room.status()).toBe('locked');
  await room.createPersonKey(owner);
  room.lock();
  unsubscribe();
  await room.createPersonKey(owner);
  expect(seen).toEqual(['unlocked', 'locked']);
});

test('a failed unlocking leaves the room locked', async () => {
  const { publicKey } = await room.createPersonKey(owner);
  const envelope = await room.sealPersonKey({ kind: 'passkey_prf', secret: new Uint8Array(32).fill(1) });
  room.lock();
  const secret = new Uint8Array(32).fill(2);
  const unlocking = room.unlock({
    personPublicKey: publicKey,
    envelope,
    secret,
    teamKeys: [],
    settings: null,
  });
  await expect(unlocking).rejects.toMatchObject({ code: 'wrong_secret' });
  expect(room.status()).toBe('locked');
});

test.each<[string, () => unknown]>([
  ['locking', () => room.lock()],
  ['leaving', () => room.leave()],
  ['hiding the page for good', () => page.dispatchEvent(new Event('pagehide'))],
  ['a crash', () => ThreadlessWorker.started[0]?.onerror?.({})],
])('%s ends the worker and with it the keys (promise 8)', async (_, leave) => {
  await room.createPersonKey(owner);
  await leave();
  expect(ThreadlessWorker.started[0]?.isTerminated).toBe(true);
  expect(room.status()).toBe('locked');
  await expect(room.createRecoveryCode()).rejects.toMatchObject({ code: 'room_locked' });
});

test('15 idle minutes end the worker, unless somebody keeps it awake', async () => {
  await room.createPersonKey(owner);
  vi.useFakeTimers();
  try {
    room.lock();
    const creating = room.createPersonKey(owner);
    await vi.advanceTimersByTimeAsync(1000);
    await creating;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    room.keepAwake();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(room.status()).toBe('unlocked');
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    expect(room.status()).toBe('locked');
  } finally {
    vi.useRealTimers();
  }
});

test('a worker that cannot be started is an error', async () => {
  vi.stubGlobal('Worker', function refuse() {
    throw new DOMException('blocked', 'SecurityError');
  });
  await expect(room.createPersonKey(owner)).rejects.toMatchObject({ code: 'worker_failed' });
});

async function sealInput(own: PublicKeyInfo) {
  const file = new File([new Uint8Array(1000).fill(7)], 'Beschluss.pdf');
  return { fileId: 'a1', file, recipients: [own], maxFileBytes: 1000, resume: null };
}

test('a file goes through sealing and opening', async () => {
  const own = await room.createPersonKey(owner);
  const segments: Blob[] = [];
  const progress: unknown[] = [];
  const task = room.sealFile(await sealInput(own), {
    saveState: () => Promise.resolve(),
    onSegment(segment) {
      segments.push(segment.data);
      task.releaseSegment(segment.index);
    },
    onProgress: (step) => progress.push(step),
  });
  const { ciphertextBytes, ciphertextSha256 } = await task.done;
  const source = new Blob(segments);
  const opening = room.openFile({ source, expected: { ciphertextBytes, ciphertextSha256 } });
  const opened = await opening.done;
  expect(await opened.data.bytes()).toEqual(new Uint8Array(1000).fill(7));
  await opened.dispose();
  expect(progress.length).toBeGreaterThan(0);
});

/** As answers are saved where the browser cannot ask where to. */
async function saveText(own: PublicKeyInfo): Promise<OpenedFile> {
  const message = new Uint8Array(await room.sealJson({ value: 'text', recipients: [own] }));
  const expected = { ciphertextBytes: message.length, ciphertextSha256: await sha256(message) };
  const source = new Blob([message]);
  return room.openFile({ source, expected, saveTo: 'private_file', maxPlaintextBytes: 6 }).done;
}

test('unlocking sweeps text that a worker left behind when it was ended', async () => {
  const disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
  const own = await room.createPersonKey(owner);
  const secret = new Uint8Array(32).fill(1);
  const envelope = await room.sealPersonKey({ kind: 'passkey_prf', secret });
  await saveText(own);
  room.lock();
  disk.locks.endHolders();
  expect((await disk.list()).size).toBe(1);
  await room.unlock({
    personPublicKey: own.publicKey,
    envelope,
    secret,
    teamKeys: [],
    settings: null,
  });
  await vi.waitFor(async () => expect((await disk.list()).size).toBe(0));
});

test('saved text goes when it is disposed of, though its worker has ended; leaving removes the rest', async () => {
  const disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
  const own = await room.createPersonKey(owner);
  const first = await saveText(own);
  await saveText(own);
  expect((await disk.list()).size).toBe(2);
  room.lock();
  await first.dispose();
  expect((await disk.list()).size).toBe(1);
  const again = await sealInput(own);
  await room.leave();
  expect((await disk.list()).size).toBe(0);
  // Nor does an upload that tries again fill it anew: sealing needs no key.
  const sealing = () => room.sealFile(again, { saveState: () => Promise.resolve(), onSegment: vi.fn() });
  expect(sealing).toThrow(expect.objectContaining({ code: 'room_locked' }));
  expect(ThreadlessWorker.started.every(({ isTerminated }) => isTerminated)).toBe(true);
});

test.each<[string, SealFileHandlers['saveState']]>([
  ['cannot be stored', () => Promise.reject(new Error('offline'))],
  [
    'throws while being stored',
    () => {
      throw new Error('a bug');
    },
  ],
])('a state that %s stops sealing without a segment', async (_, saveState) => {
  const own = await room.createPersonKey(owner);
  const onSegment = vi.fn();
  const task = room.sealFile(await sealInput(own), { saveState, onSegment });
  await expect(task.done).rejects.toMatchObject({ code: 'cancelled' });
  expect(onSegment).not.toHaveBeenCalled();
});

test('cancelling ends the task and never rejects, before and after its end', async () => {
  const own = await room.createPersonKey(owner);
  const handlers = { saveState: () => new Promise<void>(() => undefined), onSegment: vi.fn() };
  const task = room.sealFile(await sealInput(own), handlers);
  const outcome = expect(task.done).rejects.toMatchObject({ code: 'cancelled' });
  await task.cancel();
  await outcome;
  await task.cancel();
});
