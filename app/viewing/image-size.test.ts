import { expect, test } from 'vitest';

import { imageSizeOf } from './image-size.ts';

function octets(length: number, parts: Record<number, readonly number[]>): Uint8Array {
  const result = new Uint8Array(length);
  for (const [at, values] of Object.entries(parts)) result.set(values, Number(at));
  return result;
}
const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

test('reads the size of PNG and GIF', () => {
  expect(imageSizeOf(octets(24, { 16: [0, 0, 4, 0, 0, 0, 3, 0] }), 'image/png')).toEqual({
    width: 1024,
    height: 768,
  });
  expect(imageSizeOf(octets(10, { 6: [10, 0, 20, 1] }), 'image/gif')).toEqual({ width: 10, height: 276 });
});

test('finds the frame of a JPEG behind other segments', () => {
  const image = octets(40, {
    0: [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4],
    10: [0xff, 0xff, 0xc2, 0, 17, 8, 0, 100, 0, 200],
  });
  expect(imageSizeOf(image, 'image/jpeg')).toEqual({ width: 200, height: 100 });
});

test('reads the three kinds of WebP', () => {
  const head = { 0: ascii('RIFF'), 8: ascii('WEBP') };
  const extended = octets(30, { ...head, 12: ascii('VP8X'), 24: [0xff, 0, 0, 0x7f, 0, 0] });
  expect(imageSizeOf(extended, 'image/webp')).toEqual({ width: 256, height: 128 });
  const lossy = octets(30, { ...head, 12: ascii('VP8 '), 26: [64, 0, 32, 0] });
  expect(imageSizeOf(lossy, 'image/webp')).toEqual({ width: 64, height: 32 });
  const lossless = octets(30, { ...head, 12: ascii('VP8L'), 21: [0x3f, 0xc0, 0x07, 0] });
  expect(imageSizeOf(lossless, 'image/webp')).toEqual({ width: 64, height: 32 });
});

test('finds nothing in what is cut off or nonsense', () => {
  for (const type of ['image/png', 'image/gif', 'image/jpeg', 'image/webp', 'image/tiff']) {
    expect(imageSizeOf(new Uint8Array(3), type)).toBeNull();
    expect(imageSizeOf(new Uint8Array(), type)).toBeNull();
  }
  expect(imageSizeOf(octets(100, { 0: [0xff, 0xd8, 0xff, 0xe1, 0, 2, 7] }), 'image/jpeg')).toBeNull();
});
