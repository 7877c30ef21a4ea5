import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenFileOptions, OpenProgress } from './bulk-types.ts';
import { openFile } from './open-file.ts';
import { removeTemporaryStore } from './temporary-stores.ts';
import { readSessionKeyPackets, sealSessionKeyTo } from './session-key-packets.ts';
import { FakeOpfs, opfsGlobals } from '#test/fake-opfs.ts';
import { createTestKey, cutOctets, planFor, sealWithPlan, testOctets } from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

vi.setConfig({ testTimeout: 30_000 });

const text = testOctets(9 * 1024 * 1024 + 5);
let key: TestKey;
let gcmKey: TestKey;
let message: Uint8Array<ArrayBuffer>;
let disk: FakeOpfs;

beforeAll(async () => {
  [key, gcmKey] = await Promise.all([createTestKey(), createTestKey('gcm')]);
  message = await sealWithPlan(await planFor(text, [key], { fileName: 'Beschluß.pdf' }), text);
});
beforeEach(() => {
  disk = new FakeOpfs();
  for (const [name, value] of Object.entries(opfsGlobals(disk))) vi.stubGlobal(name, value);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  // Whatever happened: neither ciphertext nor plaintext is left.
  expect((await disk.list()).size).toBe(0);
});

function streamOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function optionsFor(
  source: Uint8Array<ArrayBuffer>,
  overrides: Partial<OpenFileOptions> = {},
): OpenFileOptions {
  return {
    body: streamOf(cutOctets(source, [70_000])),
    expected: {
      ciphertextBytes: source.length,
      ciphertextSha256: createHash('sha256').update(source).digest('base64url'),
    },
    decryptionKeys: [gcmKey.privateKey, key.privateKey],
    ...overrides,
  };
}

describe('opening', () => {
  test.each(['seipd1', 'seipd2_gcm'])('%s', async (format) => {
    const owner = format === 'seipd1' ? key : gcmKey;
    const plan = await planFor(text, [owner], { preferSeipd2: true, fileName: 'Beschluß.pdf' });
    const steps: OpenProgress[] = [];
    const sealed = await sealWithPlan(plan, text);
    const plaintextSha256 = createHash('sha256').update(text).digest('base64url');
    const opened = await openFile(
      optionsFor(sealed, {
        expected: { ...optionsFor(sealed).expected, plaintextSha256 },
        mediaType: 'application/pdf',
        onProgress: (step) => void steps.push(step),
      }),
    );
    expect(Buffer.compare(new Uint8Array(await opened.data.arrayBuffer()), text)).toBe(0);
    expect(opened).toMatchObject({ name: 'Beschluß.pdf', plaintextBytes: text.length });
    expect(opened.data.type).toBe('application/pdf');
    expect(steps.at(-1)).toMatchObject({ phase: 'opening', doneBytes: steps.at(-1)!.totalBytes });
  });

  test.each(['seipd1', 'seipd2_gcm'])('%s with a session key that was handed over later', async (format) => {
    const isGcm = format === 'seipd2_gcm';
    const [owner, other] = isGcm ? [gcmKey, await createTestKey('gcm')] : [key, await createTestKey()];
    const sealed = await sealWithPlan(await planFor(text, [owner], { preferSeipd2: true }), text);
    const packets = await readSessionKeyPackets(streamOf(cutOctets(sealed, [70_000])));
    const handedKey = await sealSessionKeyTo(packets, [owner.privateKey], other.publicKey);
    const decryptionKeys = [other.privateKey];
    await expect(openFile(optionsFor(sealed, { decryptionKeys }))).rejects.toMatchObject({
      code: 'not_for_us',
    });
    const opened = await openFile(optionsFor(sealed, { decryptionKeys, handedKey }));
    expect(Buffer.compare(new Uint8Array(await opened.data.arrayBuffer()), text)).toBe(0);
    const foreign = await sealSessionKeyTo(
      await readSessionKeyPackets(streamOf([await sealWithPlan(await planFor(text, [owner]), text)])),
      [owner.privateKey],
      other.publicKey,
    );
    const options = optionsFor(sealed, { decryptionKeys, handedKey: foreign });
    await expect(openFile(options)).rejects.toMatchObject({ code: expect.stringMatching(/^message_/) });
  });

  test('an empty file', async () => {
    const nothing = new Uint8Array(0);
    const opened = await openFile(optionsFor(await sealWithPlan(await planFor(nothing, [key]), nothing)));
    expect([opened.data.size, opened.plaintextBytes]).toEqual([0, 0]);
  });
});

test('two windows that open the same file do not meet in the storage of the browser', async () => {
  const expected = { ...optionsFor(message).expected };
  const saving = { expected, saveTo: 'private_file', maxPlaintextBytes: text.length } as const;
  const opened = await Promise.all([0, 1].map(() => openFile(optionsFor(message, saving))));
  for (const { data } of opened)
    expect(Buffer.compare(new Uint8Array(await data.arrayBuffer()), text)).toBe(0);
  expect((await disk.list()).size).toBe(2);
  for (const { privateFolder } of opened) await removeTemporaryStore(privateFolder ?? '');
});

describe('what differs from the signed manifest is not even decrypted', () => {
  const decrypt = () => vi.spyOn(crypto.subtle, 'importKey');

  test.each([
    ['another octet', () => message.with(5_000_000, message[5_000_000]! ^ 1)],
    ['an octet less', () => message.subarray(0, -1)],
    ['an octet more', () => Buffer.concat([message, Uint8Array.of(0)])],
    ['nothing', () => new Uint8Array(0)],
  ])('%s', async (_name, change) => {
    const keyImports = decrypt();
    const { expected } = optionsFor(message);
    const opening = openFile(optionsFor(new Uint8Array(change()), { expected }));
    await expect(opening).rejects.toMatchObject({ code: 'hash_mismatch' });
    expect(keyImports).not.toHaveBeenCalled();
  });

  test('nor is another text handed out than a manifest names, or saved', async () => {
    const expected = { ...optionsFor(message).expected, plaintextSha256: 'A'.repeat(43) };
    await expect(openFile(optionsFor(message, { expected }))).rejects.toMatchObject({
      code: 'hash_mismatch',
    });
    const toFile = openFile(
      optionsFor(message, { expected, saveTo: 'private_file', maxPlaintextBytes: text.length }),
    );
    await expect(toFile).rejects.toMatchObject({ code: 'hash_mismatch' });
  });

  test('an endless answer ends where the manifest says', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1_000_000;
        yield await Promise.resolve(new Uint8Array(1_000_000));
      }
    }
    const opening = openFile(optionsFor(message, { body: streamOf(endless()) }));
    await expect(opening).rejects.toMatchObject({ code: 'hash_mismatch' });
    expect(given).toBeLessThan(message.length + 5_000_000);
  });
});

describe('failures', () => {
  test('a message that fits the manifest and is damaged all the same', async () => {
    const damaged = message.with(message.length - 1, message.at(-1)! ^ 1);
    await expect(openFile(optionsFor(damaged))).rejects.toMatchObject({ code: 'message_damaged' });
  });

  test('a message for others', async () => {
    const opening = openFile(optionsFor(message, { decryptionKeys: [gcmKey.privateKey] }));
    await expect(opening).rejects.toMatchObject({ code: 'not_for_us' });
  });

  test('more plaintext than allowed', async () => {
    const opening = openFile(optionsFor(message, { maxPlaintextBytes: text.length - 1 }));
    await expect(opening).rejects.toMatchObject({ code: 'too_large' });
  });

  test('a connection that breaks', async () => {
    async function* broken() {
      yield await Promise.resolve(message.subarray(0, 100_000));
      throw new TypeError('network error');
    }
    const opening = openFile(optionsFor(message, { body: streamOf(broken()) }));
    await expect(opening).rejects.toMatchObject({ code: 'download_failed' });
  });

  test('a full disk', async () => {
    disk.freeBytes = 1_000_000;
    await expect(openFile(optionsFor(message))).rejects.toMatchObject({ code: 'storage_full' });
  });

  test.each(['downloading', 'opening'])('cancelled while %s', async (phase) => {
    const abort = new AbortController();
    const onProgress = (step: OpenProgress) => {
      if (step.phase === phase) abort.abort();
    };
    const opening = openFile(optionsFor(message, { signal: abort.signal, onProgress }));
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
  });
});
