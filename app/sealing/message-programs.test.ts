/** Security promise 5: GnuPG and Sequoia read what the browser seals, and the browser reads what they seal. */
import { beforeAll, describe, expect, test } from 'vitest';
import { batchBytes, defaultSegmentBatches } from './message-layout.ts';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import type { Folder } from '#test/openpgp-programs.ts';
import {
  createTestKey,
  openOctetsWith,
  planFor,
  sealWithPlan,
  testOctets,
} from '#test/openpgp/sealed-bytes.ts';
import type { TestKey } from '#test/openpgp/sealed-bytes.ts';

/** Before the text of SEIPDv1 stand 18 octets of prefix, a header of 6, 6 fields, and the name "akte.pdf". */
const textStart = 18 + 6 + 6 + 8;
const sizes = [
  0,
  1,
  153, // header lengths of one octet end with 191, of two with 8,383
  191,
  192,
  8383,
  8384,
  batchBytes - 1,
  batchBytes,
  batchBytes + 1,
  batchBytes - textStart - 1,
  batchBytes - textStart,
  batchBytes - textStart + 1,
  batchBytes - textStart - 22, // the MDC ends with the batch
  defaultSegmentBatches * batchBytes - textStart,
  5 * batchBytes + 12_345,
];

let key: TestKey;
let gcmKey: TestKey;
beforeAll(async () => {
  key = await createTestKey();
  gcmKey = await createTestKey('gcm');
});

async function withKey<Result>(owner: TestKey, work: (folder: Folder, keyFile: string) => Promise<Result>) {
  return withOpenPgpPrograms(async (folder) => {
    const keyFile = await folder.write('key.asc', owner.privateKey.armor());
    await folder.gpg('--import', keyFile);
    return work(folder, keyFile);
  });
}

describe('sealed here, read by', () => {
  const readers = {
    GnuPG: (folder: Folder, _keyFile: string, file: string) => folder.gpg('--decrypt', file),
    Sequoia: (folder: Folder, keyFile: string, file: string) =>
      folder.sq('decrypt', '--recipient-key', keyFile, file),
  };

  test.each(['GnuPG', 'Sequoia'] as const)('%s', { timeout: 60_000 }, async (program) => {
    await withKey(key, async (folder, keyFile) => {
      for (const size of sizes) {
        const octets = testOctets(size);
        const message = await sealWithPlan(await planFor(octets, [key]), octets);
        const { stdout } = await readers[program](folder, keyFile, await folder.write('message', message));
        expect(stdout.equals(octets), `${size} octets`).toBe(true);
      }
    });
  });

  test('both of two recipients', async () => {
    const other = await createTestKey();
    const octets = testOctets(100_000);
    const message = await sealWithPlan(await planFor(octets, [key, other]), octets);
    for (const owner of [key, other]) {
      await withKey(owner, async (folder) => {
        const { stdout } = await folder.gpg('--decrypt', await folder.write('message', message));
        expect(stdout.equals(octets)).toBe(true);
      });
    }
  });

  test('GnuPG, also where one recipient could do more: the format is SEIPDv1 for all', async () => {
    const octets = testOctets(10);
    const plan = await planFor(octets, [key, gcmKey], { preferSeipd2: true });
    expect(plan.format).toBe('seipd1');
    const message = await sealWithPlan(plan, octets);
    await withKey(key, async (folder) => {
      const { stdout } = await folder.gpg('--decrypt', await folder.write('message', message));
      expect(stdout.equals(octets)).toBe(true);
    });
  });
});

describe('read here, sealed by', () => {
  const readSizes = [0, 1, 8383, batchBytes - 1, batchBytes, batchBytes + 1, 3 * batchBytes + 12_345];
  const toAnna = ['--trust-model', 'always', '--recipient', 'anna@amt.example', '--output', '-', '--encrypt'];

  test.each([
    { name: 'as it comes', way: [] },
    { name: 'uncompressed', way: ['-z', '0'] },
    { name: 'zip', way: ['--compress-algo', 'zip'] },
    { name: 'zlib', way: ['--compress-algo', 'zlib', '-z', '9'] },
    { name: 'signed', way: ['--sign'] },
  ])('GnuPG, $name', { timeout: 60_000 }, async ({ way }) => {
    await withKey(key, async (folder) => {
      for (const size of readSizes) {
        const octets = testOctets(size);
        const { stdout } = await folder.gpg(...way, ...toAnna, await folder.write('brief.pdf', octets));
        const opened = await openOctetsWith(key, stdout);
        expect(Buffer.compare(opened.octets, octets), `${size} octets`).toBe(0);
        expect(opened.fileName).toBe('brief.pdf');
      }
    });
  });

  test.each(['none', 'pad', 'zip', 'zlib'])('Sequoia, compression %s', { timeout: 60_000 }, async (kind) => {
    await withKey(key, async (folder, keyFile) => {
      for (const size of readSizes) {
        const octets = testOctets(size);
        const file = await folder.write('x', octets);
        const { stdout } = await folder.sq(
          ...['encrypt', '--binary', '--compression', kind, '--recipient-cert', keyFile, file],
        );
        const opened = await openOctetsWith(key, stdout);
        expect(Buffer.compare(opened.octets, octets), `${size} octets`).toBe(0);
      }
    });
  });
});
