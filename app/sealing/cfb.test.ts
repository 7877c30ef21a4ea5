import { createCipheriv, createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decryptCfbBlocks, expandKey } from './aes-block.ts';
import { CfbDecryptor, CfbEncryptor, blockBytes } from './cfb.ts';
import { cutOctets, joinOctets } from '#test/openpgp/sealed-bytes.ts';

const octets = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((value) => new Uint8Array(value));

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** NIST SP 800-38A, F.3.13, F.3.15 and F.3.17: CFB128-AES128, -AES192 and -AES256. */
const vectors = [
  {
    key: '2b7e151628aed2a6abf7158809cf4f3c',
    ciphertext: '3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b',
  },
  {
    key: '8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b',
    ciphertext: 'cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a',
  },
  {
    key: '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
    ciphertext: 'dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407b',
  },
];
const vectorIv = fromHex('000102030405060708090a0b0c0d0e0f');
const vectorPlaintext = '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51';

test.each(vectors)('the published vectors decrypt ($key)', ({ key, ciphertext }) => {
  const words = new Uint32Array(fromHex(ciphertext).buffer);
  const output = new Uint32Array(words.length);
  decryptCfbBlocks(expandKey(fromHex(key)), new Uint32Array(vectorIv.slice().buffer), words, output);
  expect(Buffer.from(output.buffer).toString('hex')).toBe(vectorPlaintext);
});

test('the published vector encrypts', async () => {
  const { key, ciphertext } = vectors[2]!;
  const cfb = await CfbEncryptor.create(fromHex(key), vectorIv);
  const padded = joinOctets([new Uint8Array(blockBytes), fromHex(vectorPlaintext)]);
  expect(Buffer.from(await cfb.encrypt(padded)).toString('hex')).toBe(ciphertext);
});

test('other lengths than those of AES keys are refused', () => {
  for (const length of [0, 15, 31, 33]) expect(() => expandKey(new Uint8Array(length))).toThrow(RangeError);
});

describe('against the same cipher of OpenSSL', () => {
  test('encryption in parts', async () => {
    const parts = fc.array(octets(1, 200), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(octets(32, 32), parts, octets(0, 40), async (key, wholeParts, lastPart) => {
        const reference = createCipheriv('aes-256-cfb', key, new Uint8Array(16));
        const cfb = await CfbEncryptor.create(key);
        const texts = [
          ...wholeParts.map((part) => joinOctets(new Array<Uint8Array>(16).fill(part))),
          lastPart,
        ];
        for (const text of texts) {
          // The room before the text may hold anything.
          const ciphertext = await cfb.encrypt(joinOctets([new Uint8Array(blockBytes).fill(0xa5), text]));
          expect(Buffer.compare(ciphertext, reference.update(text))).toBe(0);
        }
      }),
    );
  });

  test('decryption in pieces of any size', () => {
    const keys = fc.constantFrom(16, 24, 32).chain((length) => octets(length, length));
    const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(keys, octets(0, 500), sizes, (key, ciphertext, pieceSizes) => {
        const reference = createDecipheriv(`aes-${key.length * 8}-cfb`, key, new Uint8Array(16));
        const cfb = new CfbDecryptor(key);
        const parts = [...cutOctets(ciphertext, pieceSizes)].map((piece) => cfb.push(piece));
        const plaintext = joinOctets([...parts, cfb.finish()]);
        expect(Buffer.compare(plaintext, reference.update(ciphertext))).toBe(0);
      }),
    );
  });
});
