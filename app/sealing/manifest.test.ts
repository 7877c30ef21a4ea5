import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  actionChallenge,
  compareWithManifest,
  manifestBytes,
  manifestSchema,
  manifestSha256,
} from './manifest.ts';
import type { Manifest, ManifestSubject } from './manifest.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const fileIds = [1, 2, 3].map((digit) => `01980000-0000-7000-8000-00000000000${digit}`);

const manifest: Manifest = {
  version: 'amtsweg.manifest.v1',
  legalRequestId: '01980000-0000-7000-8000-0000000000aa',
  revision: 2,
  category: 'traffic_data',
  publicPartSha256: hashOf('public'),
  ruleSet: 'de-2026',
  formVersion: 1,
  sealedFormSha256: hashOf('form'),
  sealedFormBytes: 1234,
  files: fileIds.map((fileId, position) => ({
    fileId,
    position,
    kind: position === 0 ? 'judicial_order' : 'other',
    ciphertextBytes: 1000 + position,
    sha256: hashOf(fileId),
  })),
  recipients: [
    { team: 'provider', fingerprint: 'A'.repeat(40) },
    { team: 'agency', fingerprint: 'B'.repeat(40) },
  ],
  previousManifestSha256: hashOf('previous'),
};

function subjectWith(change: Partial<ManifestSubject> = {}): ManifestSubject {
  const { files, ...rest } = manifest;
  return { ...rest, files: files.map(({ position: _, ...file }) => file), ...change };
}

describe('what is signed', () => {
  test('is the canonical JSON, and its SHA-256 is what others compute', async () => {
    const bytes = manifestBytes(manifest);
    expect(new TextDecoder().decode(bytes)).toMatch(
      /^{"category":"traffic_data","files":\[{"ciphertextBytes":1000,/,
    );
    expect(await manifestSha256(manifest)).toBe(createHash('sha256').update(bytes).digest('base64url'));
  });

  test('is bound to the action', async () => {
    const bytes = manifestBytes(manifest);
    const expected = createHash('sha256').update('amtsweg.submit.v1').update(bytes).digest();
    expect(Buffer.from(await actionChallenge('submit', bytes))).toEqual(expected);
    expect(Buffer.from(await actionChallenge('decide', bytes))).not.toEqual(expected);
  });

  test('changes with every member of the manifest', async () => {
    const changes: Partial<Manifest>[] = [
      { legalRequestId: fileIds[0]! },
      { revision: 3 },
      { category: 'interception' },
      { publicPartSha256: hashOf('x') },
      { ruleSet: 'de-2027' },
      { formVersion: 2 },
      { sealedFormSha256: hashOf('x') },
      { sealedFormBytes: 1 },
      { files: manifest.files.slice(0, 2) },
      { recipients: manifest.recipients.slice(0, 1) },
      { previousManifestSha256: hashOf('x') },
    ];
    const hashes = await Promise.all(
      [{}, ...changes].map((change) => manifestSha256({ ...manifest, ...change })),
    );
    expect(new Set(hashes).size).toBe(changes.length + 1);
    expect(changes.length).toBe(Object.keys(manifest).length - 1);
  });
});

describe('a manifest is refused', () => {
  const [first, second, third] = manifest.files;
  test.each([
    ['with a gap in the places', { files: [first!, third!] }],
    ['with places out of order', { files: [second!, first!] }],
    ['with the same file twice', { files: [first!, { ...first!, position: 1 }] }],
    ['without recipients', { recipients: [] }],
    ['with a fingerprint in lower case', { recipients: [{ team: 'agency', fingerprint: 'a'.repeat(40) }] }],
    ['with a hash that is none', { sealedFormSha256: 'abc' }],
    ['as first revision with a predecessor', { revision: 1 }],
    ['as later revision without a predecessor', { previousManifestSha256: null }],
    ['with a member that it does not know', { extra: true }],
    ['of another version', { version: 'amtsweg.manifest.v2' }],
  ])('%s', (_, change) => {
    expect(manifestSchema.safeParse({ ...manifest, ...change }).success).toBe(false);
    expect(() => manifestBytes({ ...manifest, ...change } as Manifest)).toThrow();
  });
});

describe('what is there is held against the manifest (promise 6)', () => {
  const files = subjectWith().files;
  const [first, second, third] = files;

  test('nothing differs when nothing was touched', () => {
    expect(compareWithManifest(manifest, subjectWith())).toEqual([]);
  });

  test.each<[string, Partial<ManifestSubject>, string[]]>([
    ['moved to another request', { legalRequestId: fileIds[0]! }, ['request_differs']],
    ['shown as another revision', { revision: 1 }, ['revision_differs']],
    ['shown as another category', { category: 'interception' }, ['category_differs']],
    ['the public part changed', { publicPartSha256: hashOf('x') }, ['public_part_differs']],
    ['the sealed form changed', { sealedFormSha256: hashOf('x') }, ['form_differs']],
    ['the sealed form cut', { sealedFormBytes: 1 }, ['form_differs']],
    ['another revision before it', { previousManifestSha256: null }, ['previous_manifest_differs']],
    ['a file dropped', { files: [first!, third!] }, ['file_missing']],
    ['all files dropped', { files: [] }, ['file_missing']],
    ['files reordered', { files: [second!, first!, third!] }, ['files_reordered']],
    ['a file duplicated', { files: [...files, first!] }, ['file_duplicated']],
    ['a file in place of another', { files: [first!, first!, third!] }, ['file_duplicated', 'file_missing']],
    [
      'a file added',
      { files: [...files, { ...first!, fileId: manifest.legalRequestId }] },
      ['file_unexpected'],
    ],
    [
      'a file of another kind',
      { files: [first!, second!, { ...third!, kind: 'request_letter' }] },
      ['file_differs'],
    ],
    [
      'the content of two files swapped',
      {
        files: [{ ...first!, sha256: second!.sha256 }, { ...second!, sha256: first!.sha256 }, third!],
      },
      ['file_differs'],
    ],
  ])('%s', (_, change, differences) => {
    expect(compareWithManifest(manifest, subjectWith(change)).sort()).toEqual(differences);
  });
});
