import { MessageChannel } from 'node:worker_threads';
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SealFileOptions, SealState } from './bulk-types.ts';
import { createCipherService, openCipherThread, openSameThread } from './cipher-thread.ts';
import type { CipherAnswer, CipherPort, CipherRequest } from './cipher-thread.ts';
import { batchBytes } from './message-layout.ts';
import type { MessagePlan } from './message-head.ts';
import { MessageWriter } from './message-writer.ts';
import { SealControl } from './seal-control.ts';
import { discardAllSealedFiles, sealFile } from './seal-file.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import {
  createTestKey,
  cutOctets,
  joinOctets,
  openOctetsWith,
  planFor,
  sealWithPlan,
  testOctets,
} from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

vi.setConfig({ testTimeout: 30_000 });

let key: TestKey;
let gcmKey: TestKey;
beforeAll(async () => {
  [key, gcmKey] = await Promise.all([createTestKey(), createTestKey('gcm')]);
});

type TestPort = CipherPort & { requests: CipherRequest['type'][]; isEnded: boolean };

/** The service behind a real channel: what is transferred is gone on the other side, as with a thread. */
function startService(): TestPort {
  const { port1, port2 } = new MessageChannel();
  const serve = createCipherService((answer, transfer) => port2.postMessage(answer, transfer as never));
  port2.on('message', (request: CipherRequest) => serve(request));
  const port: TestPort = {
    requests: [],
    isEnded: false,
    onmessage: null,
    onerror: null,
    postMessage(request, transfer) {
      port.requests.push(request.type);
      port1.postMessage(request, transfer as never);
    },
    terminate() {
      port.isEnded = true;
      port1.close();
    },
  };
  port1.on('message', (data: CipherAnswer) => port.onmessage?.({ data }));
  return port;
}

/** A worker whose script cannot be loaded. */
function startBroken(): CipherPort {
  const port: CipherPort = {
    postMessage: () => setImmediate(() => port.onerror?.({})),
    terminate: () => undefined,
    onmessage: null,
    onerror: null,
  };
  return port;
}

async function sealOnThread(plan: MessagePlan, octets: Uint8Array, start: () => CipherPort) {
  const thread = await openCipherThread(start);
  const parts: Uint8Array[] = [];
  const writer = await MessageWriter.create(plan, (part) => parts.push(part.slice()), { thread });
  for (const piece of cutOctets(octets, [300_000])) await writer.write(piece);
  const { ciphertextSha256State } = await writer.finish();
  thread.end();
  return { message: joinOctets(parts), ciphertextSha256State };
}

describe.each([
  ['seipd1', () => key],
  ['seipd2_gcm', () => gcmKey],
] as const)('%s', (_format, owner) => {
  test.each([0, 1, batchBytes, 6 * batchBytes + 777])(
    'a text of %i octets is the same from a thread',
    async (size) => {
      const octets = testOctets(size);
      const plan = await planFor(octets, [owner()], { preferSeipd2: true });
      const port = startService();
      const fromThread = await sealOnThread(plan, octets, () => port);
      expect(port.requests).toContain('encrypt');
      expect(Buffer.compare(fromThread.message, await sealWithPlan(plan, octets))).toBe(0);
      const { ciphertextSha256State } = await sealOnThread(plan, octets, startBroken);
      expect(fromThread.ciphertextSha256State).toBe(ciphertextSha256State);
    },
  );
});

describe('a whole file', () => {
  const segmentBatches = 4;
  const text = testOctets(9 * batchBytes + 4321);
  let disk: FakeOpfs;
  beforeEach(() => {
    disk = new FakeOpfs();
    for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
  });
  afterEach(async () => {
    await discardAllSealedFiles();
    vi.unstubAllGlobals();
  });

  function startRun(startCipher: () => CipherPort, overrides: Partial<SealFileOptions> = {}) {
    const control = new SealControl();
    const uploaded: Uint8Array[] = [];
    const states: SealState[] = [];
    const sealing = sealFile({
      file: new File([text], 'akte.pdf', { lastModified: 1 }),
      fileId: '019a0000-0000-7000-8000-000000000003',
      start: { kind: 'new', recipientKeys: [key.publicKey], segmentBatches },
      control,
      startCipher,
      saveState: (state) => Promise.resolve(void states.push(structuredClone(state))),
      async onSegment({ index, data }) {
        uploaded.push(new Uint8Array(await data.arrayBuffer()));
        control.releaseSegment(index);
      },
      ...overrides,
    });
    return { sealing, uploaded, states };
  }

  test('is sealed by one thread, which ends with it', async () => {
    const ports: TestPort[] = [];
    const { sealing, uploaded } = startRun(() => {
      const port = startService();
      ports.push(port);
      return port;
    });
    const result = await sealing;
    const message = joinOctets(uploaded);
    expect(result.segmentCount).toBe(3);
    expect(result.ciphertextSha256).toBe(createHash('sha256').update(message).digest('base64url'));
    expect(Buffer.compare((await openOctetsWith(key, message)).octets, text)).toBe(0);
    expect(ports.map(({ isEnded }) => isEnded)).toEqual([true]);
    expect(ports[0]!.requests.filter((type) => type === 'begin')).toHaveLength(1);
  });

  test('begun on one thread goes on without, and the other way round', async () => {
    for (const [before, after] of [
      [startService, startBroken],
      [startBroken, startService],
    ] as const) {
      const first = startRun(before, {
        saveState(state) {
          if (state.checkpoints.at(-1)!.segmentIndex > 1) return Promise.reject(new Error('reload'));
          return Promise.resolve(void first.states.push(structuredClone(state)));
        },
      });
      await expect(first.sealing).rejects.toThrow('reload');
      const state = first.states.at(-1)!;
      const acknowledgedBytes = joinOctets(first.uploaded).length;
      const second = startRun(after, { start: { kind: 'resume', state, acknowledgedBytes } });
      await second.sealing;
      const message = joinOctets([...first.uploaded, ...second.uploaded]);
      expect(Buffer.compare((await openOctetsWith(key, message)).octets, text)).toBe(0);
    }
  });

  test('a thread that dies in the middle stops it, and nothing more is handed over', async () => {
    const port = startService();
    const { sealing, uploaded } = startRun(() => port, {
      onProgress: ({ doneBytes }) => {
        if (doneBytes > batchBytes) port.onerror?.({});
      },
    });
    await expect(sealing).rejects.toMatchObject({ code: 'worker_failed' });
    expect(uploaded).toEqual([]);
    expect(port.isEnded).toBe(true);
  });

  test('a state that is slow to save does not stop sealing, but nothing is handed over before', async () => {
    const order: string[] = [];
    const saving = Promise.withResolvers<null>();
    const { sealing } = startRun(startService, {
      async saveState(state) {
        const { segmentIndex } = state.checkpoints.at(-1)!;
        order.push(`state ${segmentIndex}`);
        if (segmentIndex === 1) await saving.promise;
      },
      onSegment: ({ index }) => void order.push(`segment ${index}`),
    });
    // The next segment is there already, and neither of them is handed over.
    const reached = async () => {
      expect((await disk.list()).size).toBe(2);
      expect(order).toEqual(['state 0', 'state 1']);
    };
    await vi.waitFor(reached, { timeout: 20_000 });
    saving.resolve(null);
    await sealing;
    expect(order).toEqual([
      'state 0',
      'state 1',
      'segment 0',
      'state 2',
      'segment 1',
      'state 3',
      'segment 2',
    ]);
  });
});

describe('errors of the thread', () => {
  test('a position that does not fit is told as such', async () => {
    const { sessionKey, random, format } = await planFor(testOctets(1), [key]);
    const thread = await openCipherThread(startService);
    const from = { lastBlock: new Uint8Array(16), ciphertextSha256State: 'AAAA' };
    for (const where of [thread, openSameThread()]) {
      const begun = where.begin({ format, sessionKey, random, from });
      await expect(begun).rejects.toMatchObject({ code: 'resume_impossible' });
    }
    thread.end();
  });

  test('an ended thread does nothing more', async () => {
    const { sessionKey, random, format } = await planFor(testOctets(1), [key]);
    const thread = await openCipherThread(startService);
    thread.end();
    const begun = thread.begin({ format, sessionKey, random, from: null });
    await expect(begun).rejects.toMatchObject({ code: 'worker_failed' });
  });
});
