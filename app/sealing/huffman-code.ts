/** A prefix code of DEFLATE: for each pattern of the next `maxBits` bits, symbol × 16 + length, or 0 if there is none. */
export type HuffmanCode = { table: Uint32Array; maxBits: number };

/** The code lengths do not describe a prefix code. */
export class HuffmanError extends Error {}

/**
 * Builds the canonical code of the given lengths (RFC 1951 §3.2.2).
 *
 * @param lengths 0–15 for each symbol; 0: the symbol does not occur.
 * @throws {HuffmanError} when there are more codes than their lengths leave room for.
 */
export function buildHuffmanCode(lengths: Uint8Array): HuffmanCode {
  const countOf = new Uint16Array(17);
  for (const length of lengths) countOf[length] = (countOf[length] ?? 0) + 1;
  countOf[0] = 0;
  const nextCode = new Uint16Array(17);
  let code = 0;
  let maxBits = 1;
  for (let bits = 1; bits <= 15; bits += 1) {
    code = (code + (countOf[bits - 1] ?? 0)) << 1;
    nextCode[bits] = code;
    if (code + (countOf[bits] ?? 0) > 1 << bits) throw new HuffmanError('over-subscribed');
    if (countOf[bits]) maxBits = bits;
  }
  const table = new Uint32Array(1 << maxBits);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const own = nextCode[length] ?? 0;
    nextCode[length] = own + 1;
    const entry = (symbol << 4) | length;
    for (let at = reverseBits(own, length); at < table.length; at += 1 << length) table[at] = entry;
  });
  return { table, maxBits };
}

/** Codes are packed with their most significant bit first, everything else with the least (RFC 1951 §3.1.1). */
function reverseBits(value: number, count: number): number {
  let reversed = 0;
  for (let bit = 0; bit < count; bit += 1) reversed = (reversed << 1) | ((value >> bit) & 1);
  return reversed;
}
