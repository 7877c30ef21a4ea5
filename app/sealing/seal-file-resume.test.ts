/** After a reload: nothing is sealed twice with other text, nothing is lost, and the message is the same to the octet. */
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MessageFormat, SealFileOptions, SealState, SealedSegment } from './bulk-types.ts';
import { batchBytes } from './message-layout.ts';
import { SealControl } from './seal-control.ts';
import { discardAllSealedFiles, sealFile } from './seal-file.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import { createTestKey, joinOctets, openOctetsWith, testOctets } from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

vi.setConfig({ testTimeout: 30_000 });

const segmentBatches = 2;
const segmentBytes = segmentBatches * batchBytes;
/** four segments, the last one short */
const text = testOctets(3 * segmentBytes + 1000);
const lastModified = 1_700_000_000_000;
const file = new File([text], 'akte.pdf', { lastModified });
const fileId = '019a0000-0000-7000-8000-000000000002';
let keys: Record<MessageFormat, TestKey>;
let disk: FakeOpfs;

beforeAll(async () => {
  const [seipd1, gcm] = await Promise.all([createTestKey(), createTestKey('gcm')]);
  keys = { seipd1, seipd2_gcm: gcm };
});
beforeEach(() => {
  disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
});
afterEach(async () => {
  await discardAllSealedFiles();
  vi.unstubAllGlobals();
});

class Reload extends Error {}

/** What the server has, what the draft has: both outlive a reload. */
type Outside = { state: SealState | null; received: Uint8Array[] };

const receivedBytes = (outside: Outside) => outside.received.reduce((sum, { length }) => sum + length, 0);

async function upload(outside: Outside, segment: SealedSegment): Promise<void> {
  expect(segment.offset).toBe(receivedBytes(outside));
  expect(segment.data.size).toBe(segment.sizeBytes);
  outside.received.push(new Uint8Array(await segment.data.arrayBuffer()));
}

/** Seals until the page is reloaded: while the state behind segment `stateOf` is saved, or when a segment is handed over. */
async function sealUntilReload(
  format: MessageFormat,
  when: { savedSegments: number; uploadedSegments: number; hashText?: boolean },
): Promise<Outside> {
  const outside: Outside = { state: null, received: [] };
  const control = new SealControl();
  const sealing = sealFile({
    file,
    fileId,
    start: {
      kind: 'new',
      recipientKeys: [keys[format].publicKey],
      preferSeipd2: true,
      hashText: when.hashText ?? false,
      segmentBatches,
    },
    control,
    saveState(state) {
      if (state.checkpoints.at(-1)!.segmentIndex > when.savedSegments) return Promise.reject(new Reload());
      outside.state = JSON.parse(JSON.stringify(state)) as SealState;
      return Promise.resolve();
    },
    async onSegment(segment) {
      if (segment.index >= when.uploadedSegments) return;
      await upload(outside, segment);
      control.releaseSegment(segment.index);
    },
  });
  if (when.savedSegments >= 4) await sealing;
  else await expect(sealing).rejects.toThrow(Reload);
  return outside;
}

function resume(outside: Outside, overrides: Partial<SealFileOptions> = {}) {
  const control = new SealControl();
  return sealFile({
    file,
    fileId,
    start: { kind: 'resume', state: outside.state!, acknowledgedBytes: receivedBytes(outside) },
    control,
    saveState(state) {
      outside.state = JSON.parse(JSON.stringify(state)) as SealState;
      return Promise.resolve();
    },
    async onSegment(segment) {
      await upload(outside, segment);
      control.releaseSegment(segment.index);
    },
    ...overrides,
  });
}

async function expectWhole(outside: Outside, format: MessageFormat): Promise<void> {
  const message = joinOctets(outside.received);
  expect(message.length).toBe(outside.state!.ciphertextBytes);
  const opened = await openOctetsWith(keys[format], message);
  expect(Buffer.compare(opened.octets, text)).toBe(0);
}

describe.each(['seipd1', 'seipd2_gcm'] as const)('%s', (format) => {
  test.each([0, 1, 2, 3])(
    'a reload after %i saved segments, none of them uploaded',
    async (savedSegments) => {
      const outside = await sealUntilReload(format, { savedSegments, uploadedSegments: 0 });
      expect((await resume(outside)).segmentCount).toBe(4);
      await expectWhole(outside, format);
      expect((await disk.list()).size).toBe(0);
    },
  );

  test('a reload with some uploaded, and then another', async () => {
    const outside = await sealUntilReload(format, { savedSegments: 3, uploadedSegments: 2 });
    let handedOver = 0;
    const again = resume(outside, {
      saveState: () => Promise.reject(new Reload()),
      onSegment: () => void (handedOver += 1),
    });
    await expect(again).rejects.toThrow(Reload);
    expect(handedOver).toBe(1);
    await resume(outside);
    await expectWhole(outside, format);
  });

  test('the browser has thrown the segments away: they are made again, the same to the octet', async () => {
    const outside = await sealUntilReload(format, { savedSegments: 3, uploadedSegments: 1 });
    await discardAllSealedFiles();
    await resume(outside);
    await expectWhole(outside, format);
  });

  test('where the text is hashed, the hash goes on, too', async () => {
    const outside = await sealUntilReload(format, { savedSegments: 2, uploadedSegments: 1, hashText: true });
    const { plaintextSha256 } = await resume(outside);
    expect(plaintextSha256).toBe(createHash('sha256').update(text).digest('base64url'));
    await expectWhole(outside, format);
  });

  test('a staged segment that was damaged is made again', async () => {
    const outside = await sealUntilReload(format, { savedSegments: 3, uploadedSegments: 0 });
    const segments = await disk.list();
    const second = segments.get(`sealed-segments/${fileId}/1`)!;
    const content = await second.getFile();
    second.overwrite(new Blob([new Uint8Array(content.size)]));
    segments.get(`sealed-segments/${fileId}/2`)!.overwrite(new Blob([new Uint8Array(5)]));
    await resume(outside);
    await expectWhole(outside, format);
  });
});

test('what was sealed after the last saved state is thrown away', async () => {
  const outside = await sealUntilReload('seipd1', { savedSegments: 1, uploadedSegments: 1 });
  expect([...(await disk.list()).keys()]).toContain(`sealed-segments/${fileId}/1`);
  await expect(resume(outside, { file: null })).rejects.toMatchObject({ code: 'file_needed' });
  expect((await disk.list()).size).toBe(0);
});

describe('the file', () => {
  test('is not needed again when all was sealed', async () => {
    const outside = await sealUntilReload('seipd1', { savedSegments: 4, uploadedSegments: 2 });
    const result = await resume(outside, { file: null });
    expect(result.ciphertextBytes).toBe(receivedBytes(outside));
    await expectWhole(outside, 'seipd1');
  });

  test('is asked for when it is needed, after the staged segments have gone', async () => {
    const outside = await sealUntilReload('seipd1', { savedSegments: 2, uploadedSegments: 0 });
    await expect(resume(outside, { file: null })).rejects.toMatchObject({ code: 'file_needed' });
    expect(outside.received.length).toBe(2);
    await resume(outside);
    await expectWhole(outside, 'seipd1');
  });

  const changes: [string, () => File][] = [
    ['has another name', () => new File([text], 'akte2.pdf', { lastModified })],
    ['has another time', () => new File([text], 'akte.pdf', { lastModified: lastModified + 1 })],
    ['is longer', () => new File([text, 'x'], 'akte.pdf', { lastModified })],
    ['is shorter', () => new File([text.subarray(1)], 'akte.pdf', { lastModified })],
    [
      'differs in its first octet',
      () => new File([text.with(0, text[0]! ^ 1)], 'akte.pdf', { lastModified }),
    ],
    [
      'differs in the last octet that was sealed',
      () =>
        new File([text.with(segmentBytes - 39, text[segmentBytes - 39]! ^ 1)], 'akte.pdf', { lastModified }),
    ],
  ];
  test.each(changes)(
    'is refused when it %s: two texts under one key stream reveal both',
    async (_name, change) => {
      const outside = await sealUntilReload('seipd1', { savedSegments: 1, uploadedSegments: 0 });
      await expect(resume(outside, { file: change() })).rejects.toMatchObject({ code: 'file_changed' });
      expect(outside.received).toEqual([]);
    },
  );

  test('may differ where nothing was sealed yet: then another text is sealed, once', async () => {
    const outside = await sealUntilReload('seipd1', { savedSegments: 1, uploadedSegments: 0 });
    const other = text.with(text.length - 1, text.at(-1)! ^ 1);
    await resume(outside, { file: new File([other], 'akte.pdf', { lastModified }) });
    const opened = await openOctetsWith(keys.seipd1, joinOctets(outside.received));
    expect(Buffer.compare(opened.octets, other)).toBe(0);
  });
});

describe('a state that does not fit is refused', () => {
  test.each([
    [
      'the server has more than was ever sealed',
      (outside: Outside) => ({ state: outside.state!, acknowledgedBytes: 2 ** 31 }),
    ],
    [
      'the server has lost what it acknowledged',
      (outside: Outside) => ({ state: outside.state!, acknowledgedBytes: 0 }),
    ],
    [
      'no checkpoint',
      (outside: Outside) => ({
        state: { ...outside.state!, checkpoints: [] },
        acknowledgedBytes: receivedBytes(outside),
      }),
    ],
  ])('%s', async (_name, change) => {
    const outside = await sealUntilReload('seipd1', { savedSegments: 3, uploadedSegments: 2 });
    const start = { kind: 'resume' as const, ...change(outside) };
    await expect(resume(outside, { start })).rejects.toMatchObject({ code: 'resume_impossible' });
  });
});

test('a saved state keeps what may have to be made again, and nothing older', async () => {
  const outside = await sealUntilReload('seipd1', { savedSegments: 3, uploadedSegments: 2 });
  expect(outside.state!.checkpoints.map(({ segmentIndex }) => segmentIndex)).toEqual([2, 3]);
});
