/**
 * The AES block cipher in the encrypting direction (FIPS 197), for one job only: reading CFB (cfb.ts).
 *
 * Reading CFB needs E(C) of every ciphertext block. WebCrypto has no mode that gives it for more than one block a
 * call, and none of it is reachable through AES-CBC without knowing the plaintext beforehand. Encrypting uses
 * WebCrypto. Table look-ups depend on key and data: an attacker who measures the cache from another process of the
 * same machine could learn from it; openpgp.js has the same property in browsers. Words are little-endian, as on all
 * platforms that run browsers.
 */
const sBox = new Uint8Array(256);
const table0 = new Uint32Array(256);
const table1 = new Uint32Array(256);
const table2 = new Uint32Array(256);
const table3 = new Uint32Array(256);

function double(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
}

/** S-box from inverses in GF(2⁸) and the affine map (FIPS 197 §5.1.1): 3 generates the group, 0xf6 is its inverse. */
function buildTables(): void {
  let power = 1;
  let inverse = 1;
  do {
    power = power ^ double(power);
    inverse ^= inverse << 1;
    inverse ^= inverse << 2;
    inverse ^= inverse << 4;
    inverse &= 0xff;
    if (inverse & 0x80) inverse ^= 0x09;
    const spread = inverse * 0x101;
    sBox[power] = inverse ^ (spread >> 7) ^ (spread >> 6) ^ (spread >> 5) ^ (spread >> 4) ^ 0x63;
  } while (power !== 1);
  sBox[0] = 0x63;
  for (let index = 0; index < 256; index += 1) {
    const value = sBox[index] ?? 0;
    const word = double(value) | (value << 8) | (value << 16) | ((double(value) ^ value) << 24);
    table0[index] = word;
    table1[index] = (word << 8) | (word >>> 24);
    table2[index] = (word << 16) | (word >>> 16);
    table3[index] = (word << 24) | (word >>> 8);
  }
}
buildTables();

function substituteWord(word: number): number {
  return (
    (sBox[word & 0xff] ?? 0) |
    ((sBox[(word >>> 8) & 0xff] ?? 0) << 8) |
    ((sBox[(word >>> 16) & 0xff] ?? 0) << 16) |
    ((sBox[word >>> 24] ?? 0) << 24)
  );
}

/**
 * Key schedule (FIPS 197 §5.2).
 *
 * @param key 16, 24 or 32 octets.
 * @throws {RangeError} for any other length.
 */
export function expandKey(key: Uint8Array): Uint32Array {
  if (![16, 24, 32].includes(key.length)) throw new RangeError('not an AES key');
  const keyWords = key.length / 4;
  const words = new Uint32Array(4 * (keyWords + 7));
  words.set(new Uint32Array(key.slice().buffer));
  let roundConstant = 1;
  for (let index = keyWords; index < words.length; index += 1) {
    let word = words[index - 1] ?? 0;
    if (index % keyWords === 0) {
      word = substituteWord((word >>> 8) | (word << 24)) ^ roundConstant;
      roundConstant = double(roundConstant);
    } else if (keyWords > 6 && index % keyWords === 4) {
      word = substituteWord(word);
    }
    words[index] = (words[index - keyWords] ?? 0) ^ word;
  }
  return words;
}

/**
 * CFB decryption of whole blocks: output = input xor E(block before it).
 *
 * @param roundKeys from `expandKey`.
 * @param feedback the ciphertext block before `input`; holds the last block of `input` afterwards.
 * @param input, output words of whole blocks; the same length.
 */
export function decryptCfbBlocks(
  roundKeys: Uint32Array,
  feedback: Uint32Array,
  input: Uint32Array,
  output: Uint32Array,
): void {
  const last = roundKeys.length - 4;
  // `as number`: the indices are in range by construction, and a check for each octet costs a third of the speed.
  let [in0, in1, in2, in3] = feedback as unknown as [number, number, number, number];
  for (let at = 0; at < input.length; at += 4) {
    let s0 = in0 ^ (roundKeys[0] as number);
    let s1 = in1 ^ (roundKeys[1] as number);
    let s2 = in2 ^ (roundKeys[2] as number);
    let s3 = in3 ^ (roundKeys[3] as number);
    for (let round = 4; round < last; round += 4) {
      const t0 = mixColumn(s0, s1, s2, s3) ^ (roundKeys[round] as number);
      const t1 = mixColumn(s1, s2, s3, s0) ^ (roundKeys[round + 1] as number);
      const t2 = mixColumn(s2, s3, s0, s1) ^ (roundKeys[round + 2] as number);
      s3 = mixColumn(s3, s0, s1, s2) ^ (roundKeys[round + 3] as number);
      s0 = t0;
      s1 = t1;
      s2 = t2;
    }
    in0 = input[at] as number;
    in1 = input[at + 1] as number;
    in2 = input[at + 2] as number;
    in3 = input[at + 3] as number;
    output[at] = in0 ^ finalColumn(s0, s1, s2, s3) ^ (roundKeys[last] as number);
    output[at + 1] = in1 ^ finalColumn(s1, s2, s3, s0) ^ (roundKeys[last + 1] as number);
    output[at + 2] = in2 ^ finalColumn(s2, s3, s0, s1) ^ (roundKeys[last + 2] as number);
    output[at + 3] = in3 ^ finalColumn(s3, s0, s1, s2) ^ (roundKeys[last + 3] as number);
  }
  feedback.set([in0, in1, in2, in3]);
}

function mixColumn(a: number, b: number, c: number, d: number): number {
  return (
    (table0[a & 0xff] as number) ^
    (table1[(b >>> 8) & 0xff] as number) ^
    (table2[(c >>> 16) & 0xff] as number) ^
    (table3[d >>> 24] as number)
  );
}

function finalColumn(a: number, b: number, c: number, d: number): number {
  return (
    (sBox[a & 0xff] as number) |
    ((sBox[(b >>> 8) & 0xff] as number) << 8) |
    ((sBox[(c >>> 16) & 0xff] as number) << 16) |
    ((sBox[d >>> 24] as number) << 24)
  );
}
