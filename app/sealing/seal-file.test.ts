import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SealFileOptions, SealProgress, SealState, SealedSegment } from './bulk-types.ts';
import { batchBytes } from './message-layout.ts';
import { SealControl, segmentsAhead } from './seal-control.ts';
import { discardAllSealedFiles, discardSealedFile, sealFile } from './seal-file.ts';
import { SealingError } from './sealing-error.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import { createTestKey, joinOctets, openOctetsWith, testOctets } from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

const segmentBatches = 2;
const segmentBytes = segmentBatches * batchBytes;
vi.setConfig({ testTimeout: 30_000 });

/** three segments, the last one short */
const text = testOctets(2 * segmentBytes + 54_321);
const fileId = '019a0000-0000-7000-8000-000000000001';
let key: TestKey;
let gcmKey: TestKey;
let disk: FakeOpfs;

beforeAll(async () => {
  [key, gcmKey] = await Promise.all([createTestKey(), createTestKey('gcm')]);
});
beforeEach(() => {
  disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
});
afterEach(async () => {
  await discardAllSealedFiles();
  vi.unstubAllGlobals();
});

function fileOf(octets: Uint8Array<ArrayBuffer>, name = 'akte.pdf', lastModified = 1_700_000_000_000): File {
  return new File([octets], name, { lastModified });
}

type Run = {
  control: SealControl;
  states: SealState[];
  segments: SealedSegment[];
  uploaded: Uint8Array[];
  options: SealFileOptions;
};

/** Seals and "uploads" each segment at once; `overrides` change what a test is about. */
function startRun(overrides: Partial<SealFileOptions> = {}): Run {
  const control = new SealControl();
  const run: Run = { control, states: [], segments: [], uploaded: [], options: {} as SealFileOptions };
  run.options = {
    file: fileOf(text),
    fileId,
    start: { kind: 'new', recipientKeys: [key.publicKey], segmentBatches },
    control,
    saveState: (state) => Promise.resolve(void run.states.push(structuredClone(state))),
    async onSegment(segment) {
      run.segments.push(segment);
      run.uploaded.push(new Uint8Array(await segment.data.arrayBuffer()));
      control.releaseSegment(segment.index);
    },
    ...overrides,
  };
  return run;
}

function sha256(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('base64url');
}

describe('sealing', () => {
  test.each(['seipd1', 'seipd2_gcm'] as const)(
    '%s: the segments join to a message that opens',
    async (format) => {
      const owner = format === 'seipd1' ? key : gcmKey;
      const progress: SealProgress[] = [];
      const run = startRun({
        start: {
          kind: 'new',
          recipientKeys: [owner.publicKey],
          preferSeipd2: true,
          hashText: true,
          segmentBatches,
        },
        onProgress: (step) => void progress.push(step),
      });
      const result = await sealFile(run.options);
      const message = joinOctets(run.uploaded);
      expect(result).toEqual({
        format,
        plaintextBytes: text.length,
        ciphertextBytes: message.length,
        plaintextSha256: sha256(text),
        ciphertextSha256: sha256(message),
        segmentCount: 3,
      });
      expect(
        run.segments.map(({ index, offset, sizeBytes, isLast }) => [index, offset, sizeBytes, isLast]),
      ).toEqual(
        run.uploaded.map((part, index) => [
          index,
          run.uploaded.slice(0, index).reduce((sum, { length }) => sum + length, 0),
          part.length,
          index === 2,
        ]),
      );
      const opened = await openOctetsWith(owner, message);
      expect(Buffer.compare(opened.octets, text)).toBe(0);
      expect(opened.fileName).toBe('akte.pdf');
      expect(progress.every((step, at) => at === 0 || step.doneBytes >= progress[at - 1]!.doneBytes)).toBe(
        true,
      );
      expect([...(await disk.list()).keys()]).toEqual([]);
    },
  );

  test('the text is not hashed where nobody asks for it, and no state holds a part of it', async () => {
    const run = startRun({ start: { kind: 'new', recipientKeys: [gcmKey.publicKey], preferSeipd2: true } });
    expect((await sealFile(run.options)).plaintextSha256).toBeNull();
    const states = run.states.flatMap(({ checkpoints }) => checkpoints);
    expect(states.every(({ plaintextSha256State }) => plaintextSha256State === null)).toBe(true);
  });

  test.each([0, 1, segmentBytes - 38 - 22, segmentBytes - 38 - 1, segmentBytes - 38, segmentBytes - 37])(
    'a file of %i octets',
    async (size) => {
      const octets = testOctets(size);
      const run = startRun({ file: fileOf(octets) });
      const result = await sealFile(run.options);
      expect(joinOctets(run.uploaded).length).toBe(run.states[0]!.ciphertextBytes);
      expect(result.segmentCount).toBe(size > segmentBytes - 38 ? 2 : 1);
      expect(Buffer.compare((await openOctetsWith(key, joinOctets(run.uploaded))).octets, octets)).toBe(0);
    },
  );

  test('the state is saved before anything is sealed, and before each segment is handed over', async () => {
    const order: string[] = [];
    const run = startRun({
      saveState(state) {
        order.push(`state ${state.checkpoints.at(-1)!.segmentIndex}`);
        return Promise.resolve();
      },
      onSegment: ({ index }) => {
        order.push(`segment ${index}`);
        run.control.releaseSegment(index);
      },
    });
    await sealFile(run.options);
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

  test('if the state cannot be saved, nothing is handed over', async () => {
    let saves = 0;
    const run = startRun({
      saveState: () => (++saves < 2 ? Promise.resolve() : Promise.reject(new Error('draft not stored'))),
    });
    await expect(sealFile(run.options)).rejects.toThrow('draft not stored');
    expect(run.segments).toEqual([]);
  });

  test('the server is never more than four segments behind', async () => {
    const run = startRun({
      file: fileOf(testOctets(5 * segmentBytes)),
      onSegment: (segment) => void run.segments.push(segment),
    });
    const sealing = sealFile(run.options);
    await vi.waitFor(() => expect(run.segments.length).toBe(segmentsAhead), { timeout: 20_000 });
    await new Promise((resolve) => setImmediate(resolve));
    expect((await disk.list()).size).toBe(segmentsAhead);
    run.control.releaseSegment(0);
    run.control.releaseSegment(1);
    await sealing;
    expect(run.segments.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('failures hand nothing over', () => {
  test('above the limit nothing is read', async () => {
    const stream = vi.fn();
    const file = { name: 'a', size: 2 ** 31 + 1, lastModified: 1, slice: stream, stream } as unknown as File;
    const run = startRun({ file });
    await expect(sealFile(run.options)).rejects.toMatchObject({ code: 'too_large' });
    expect([stream.mock.calls.length, run.states.length, run.segments.length]).toEqual([0, 0, 0]);
  });

  test.each([
    ['ends early', 1000, 999, 'file_changed'],
    ['has become longer', 1000, 1001, 'file_changed'],
  ])('a file that %s while it is read', async (_name, size, actual, code) => {
    const file = fileOf(testOctets(size));
    vi.spyOn(file, 'slice').mockImplementation(() => new Blob([testOctets(actual)]));
    const run = startRun({ file });
    await expect(sealFile(run.options)).rejects.toMatchObject({ code });
    expect(run.segments).toEqual([]);
  });

  test('a file that cannot be read', async () => {
    const file = fileOf(testOctets(1000));
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    });
    vi.spyOn(file, 'slice').mockReturnValue({ stream: () => broken } as Blob);
    await expect(sealFile(startRun({ file }).options)).rejects.toMatchObject({ code: 'file_unreadable' });
  });

  test('a full disk; what was finished stays for later', async () => {
    const run = startRun();
    disk.freeBytes = 1.5 * segmentBytes;
    await expect(sealFile({ ...run.options, onSegment: () => undefined })).rejects.toMatchObject({
      code: 'storage_full',
    });
    expect([...(await disk.list()).keys()]).toEqual([`sealed-segments/${fileId}/0`]);
  });

  test('no random numbers, no message', async () => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => array);
    const run = startRun();
    await expect(sealFile(run.options)).rejects.toMatchObject({ code: 'random_failed' });
    expect([run.states.length, run.segments.length]).toEqual([0, 0]);
  });

  test('WebCrypto failing in the middle', async () => {
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt');
    encrypt.mockRejectedValue(new DOMException('no', 'OperationError'));
    const run = startRun();
    await expect(sealFile(run.options)).rejects.toThrow();
    expect(run.segments).toEqual([]);
    expect((await disk.list()).size).toBe(0);
  });

  test('WebCrypto failing when all of the text was taken leaves no half segment', async () => {
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValue(new DOMException('no', 'OperationError'));
    const run = startRun({ file: fileOf(testOctets(1000)) });
    await expect(sealFile(run.options)).rejects.toThrow();
    expect((await disk.list()).size).toBe(0);
  });

  test('cancelling removes everything', async () => {
    const abort = new AbortController();
    const run = startRun({ signal: abort.signal, onSegment: () => abort.abort() });
    await expect(sealFile(run.options)).rejects.toMatchObject({ code: 'cancelled' });
    expect((await disk.list()).size).toBe(0);
  });

  test('also when it is given up while a state is saved and the next segment is being written', async () => {
    const abort = new AbortController();
    const lastBatch = Promise.withResolvers<null>();
    const goOn = Promise.withResolvers<null>();
    let batches = 0;
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...call) => {
      batches += 1;
      if (batches === 2 * segmentBatches) {
        lastBatch.resolve(null);
        await goOn.promise;
      }
      return encrypt(...call);
    });
    const run = startRun({
      signal: abort.signal,
      async saveState({ checkpoints }) {
        if (checkpoints.at(-1)!.segmentIndex === 0) return;
        await lastBatch.promise;
        abort.abort();
        setImmediate(() => goOn.resolve(null));
        throw new SealingError('cancelled');
      },
    });
    await expect(sealFile(run.options)).rejects.toMatchObject({ code: 'cancelled' });
    expect((await disk.list()).size).toBe(0);
  });

  test('cancelling during a pause, too', async () => {
    const abort = new AbortController();
    const run = startRun({ signal: abort.signal });
    run.control.pause();
    const sealing = sealFile(run.options);
    abort.abort();
    await expect(sealing).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a sealed file can be given up', async () => {
    await sealFile({ ...startRun({ file: fileOf(testOctets(10)) }).options, onSegment: () => undefined });
    expect((await disk.list()).size).toBe(1);
    await discardSealedFile(fileId);
    expect((await disk.list()).size).toBe(0);
  });
});
