import fc from 'fast-check';
import { expect, test } from 'vitest';

import { encryptionKeyOf, sealedBytes } from '#test/mail-intake/sealed.ts';

import { ArmorDecoder } from './armor.ts';
import { FrameInspector } from './frame-inspector.ts';

function inspect(octets: Uint8Array, pieceBytes = octets.length) {
  const inspector = new FrameInspector();
  for (let at = 0; at < octets.length; at += pieceBytes) inspector.push(octets.subarray(at, at + pieceBytes));
  return inspector.finish();
}

test('says for whom a message is, however it is cut into pieces', async () => {
  const { octets, keyId } = await sealedBytes('Text');
  for (const pieceBytes of [1, 7, 64, octets.length])
    expect(inspect(octets, pieceBytes)).toEqual({
      format: 'seipd',
      keyIds: [keyId],
      hasHidden: false,
      isCut: false,
    });
});

test('a message that ends too early is cut; what is no message is none', async () => {
  const { octets } = await sealedBytes('Text'.repeat(100));
  expect(inspect(octets.subarray(0, octets.length - 10))).toMatchObject({ isCut: true });
  expect(inspect(new TextEncoder().encode('Guten Tag'))).toBeNull();
  expect(inspect(new Uint8Array())).toBeNull();
  expect(inspect((await encryptionKeyOf()).octets)).toBeNull();
});

test('nothing makes it throw', async () => {
  const { octets } = await sealedBytes('Text');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(octets.length), (noise, at) => {
      inspect(noise);
      const mixed = Uint8Array.from(octets);
      mixed.set(noise.subarray(0, mixed.length - at), at);
      inspect(mixed, 13);
    }),
    { numRuns: 300 },
  );
});

test('armor: headers, a missing empty line, a checksum, rubbish', () => {
  const decode = (lines: string[]) => {
    const decoder = new ArmorDecoder();
    const parts = lines.map((line) => decoder.push(line));
    return parts.includes(null) ? null : Buffer.concat(parts.filter((part) => part !== null)).toString();
  };
  expect(decode(['Version: GnuPG', '', 'SGFs', 'bG8=', '=abcd'])).toBe('Hallo');
  expect(decode(['SGFsbG8='])).toBe('Hallo');
  expect(decode(['', 'SGFsbG8=', 'nach dem Ende'])).toBeNull();
  expect(decode(['', 'Klartext mit Leerzeichen'])).toBeNull();
});
