import { inflateSync } from 'node:zlib';

/**
 * A font as it was before it was packed as WOFF (W3C, WOFF File Format 1.0, §§ 3–5): what sets the PDF reads SFNT only.
 * @throws RangeError for what is no WOFF, or is damaged
 */
export function unwrapWoff(woff: Uint8Array): Uint8Array {
  const source = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  if (source.length < 44 || source.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('no WOFF font');
  const tableCount = source.readUInt16BE(12);
  const tables = Array.from({ length: tableCount }, (_, index) => {
    const at = 44 + index * 20;
    const offset = source.readUInt32BE(at + 4);
    const packed = source.subarray(offset, offset + source.readUInt32BE(at + 8));
    const length = source.readUInt32BE(at + 12);
    const content = packed.length < length ? inflateSync(packed) : packed;
    if (content.length !== length) throw new RangeError('damaged WOFF font');
    return { tag: source.subarray(at, at + 4), checksum: source.readUInt32BE(at + 16), content };
  });
  const header = Buffer.alloc(12 + tableCount * 16);
  const power = Math.floor(Math.log2(tableCount));
  header.writeUInt32BE(source.readUInt32BE(4), 0);
  header.writeUInt16BE(tableCount, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * tableCount - 16 * 2 ** power, 10);
  let offset = header.length;
  const parts: Buffer[] = [header];
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const at = 12 + index * 16;
    tag.copy(header, at);
    header.writeUInt32BE(checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(content.length, at + 12);
    // Tables begin at multiples of four.
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
