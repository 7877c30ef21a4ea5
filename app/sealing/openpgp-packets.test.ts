import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PacketFormatError,
  PacketSplitter,
  encodePacketHeader,
  packetHeaderBytes,
} from './openpgp-packets.ts';
import { cutOctets, joinOctets } from '#test/openpgp/sealed-bytes.ts';

type Packet = { tag: number; bodyBytes: number | null; body: Uint8Array };

function split(octets: Uint8Array, pieceSizes: readonly number[] = [octets.length || 1]): Packet[] {
  const splitter = new PacketSplitter();
  const packets: (Omit<Packet, 'body'> & { parts: Uint8Array[]; ended: boolean })[] = [];
  function* events() {
    for (const piece of cutOctets(octets, pieceSizes)) yield* splitter.push(piece);
    yield* splitter.finish();
  }
  for (const event of events()) {
    if (event.type === 'header') packets.push({ ...event, parts: [], ended: false });
    else if (event.type === 'body') packets.at(-1)?.parts.push(event.piece.slice());
    else packets.at(-1)!.ended = true;
  }
  expect(packets.every((packet) => packet.ended)).toBe(true);
  return packets.map(({ tag, bodyBytes, parts }) => ({ tag, bodyBytes, body: joinOctets(parts) }));
}

function reasonOf(octets: Uint8Array): string {
  try {
    split(octets);
    return 'none';
  } catch (error) {
    if (error instanceof PacketFormatError) return error.reason;
    throw error;
  }
}

describe('headers', () => {
  test.each([0, 191, 192, 8383, 8384, 65_536, 0xffffffff])('a body of %i octets', (bodyBytes) => {
    const header = encodePacketHeader(18, bodyBytes);
    expect(header.length).toBe(packetHeaderBytes(bodyBytes));
    const [event] = new PacketSplitter().push(header);
    expect(event).toEqual({ type: 'header', tag: 18, bodyBytes });
  });

  test.each([-1, 0.5, 2 ** 32, NaN])('a body of %d octets is refused', (bodyBytes) => {
    expect(() => encodePacketHeader(18, bodyBytes)).toThrow(RangeError);
  });
});

test('packets come back whole, whatever the pieces', () => {
  const packet = fc.record({
    tag: fc.integer({ min: 1, max: 63 }),
    body: fc.uint8Array({ maxLength: 9000, size: 'max' }),
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 4 }), sizes, (packets, pieceSizes) => {
      const octets = joinOctets(
        packets.flatMap(({ tag, body }) => [encodePacketHeader(tag, body.length), body]),
      );
      const expected = packets.map(({ tag, body }) => ({
        tag,
        bodyBytes: body.length,
        body: new Uint8Array(body),
      }));
      expect(split(octets, pieceSizes)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

describe('other forms that GnuPG writes', () => {
  test('old format with one, two and four octets of length', () => {
    for (const length of [
      [0x84, 3],
      [0x85, 0, 3],
      [0x86, 0, 0, 0, 3],
    ]) {
      expect(split(Uint8Array.of(...length, 1, 2, 3))).toEqual([
        { tag: 1, bodyBytes: 3, body: Uint8Array.of(1, 2, 3) },
      ]);
    }
  });

  test('an indeterminate length reaches to the end', () => {
    expect(split(Uint8Array.of(0xa3, 1, 2, 3))).toEqual([
      { tag: 8, bodyBytes: null, body: Uint8Array.of(1, 2, 3) },
    ]);
  });

  test('partial lengths are joined', () => {
    const body = new Uint8Array(512 + 1 + 300).map((_, at) => at);
    const octets = joinOctets([
      Uint8Array.of(0xd2, 0xe9), body.subarray(0, 512),
      Uint8Array.of(0xe0), body.subarray(512, 513),
      Uint8Array.of(0xc0, 300 - 192), body.subarray(513),
    ]); // prettier-ignore
    for (const size of [1, 2, 511, 512, 513, 2000]) {
      expect(split(octets, [size])).toEqual([{ tag: 18, bodyBytes: null, body }]);
    }
  });
});

describe('what is no packet', () => {
  test.each([
    ['text', Buffer.from('-----BEGIN'), 'not_a_packet'],
    ['type 0', Uint8Array.of(0xc0, 0), 'reserved_packet_type'],
    ['a first part below 512 octets', Uint8Array.of(0xd2, 0xe8), 'bad_partial_length'],
    ['a key packet in parts', Uint8Array.of(0xc1, 0xe9), 'bad_partial_length'],
    ['a key packet without length', Uint8Array.of(0x87), 'indeterminate_length'],
    ['a header that ends early', Uint8Array.of(0xd2, 0xff, 0, 0), 'truncated'],
    ['a body that ends early', Uint8Array.of(0xd2, 5, 1, 2), 'truncated'],
    ['no last part', joinOctets([Uint8Array.of(0xd2, 0xe9), new Uint8Array(512)]), 'truncated'],
  ])('%s', (_name, octets, reason) => {
    expect(reasonOf(octets)).toBe(reason);
  });
});
