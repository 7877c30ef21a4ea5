import { expect, test } from 'vitest';

import { decodeText, documentKindOf, imageTypeOf } from './document-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('tells a document by its octets', () => {
  expect(documentKindOf(bytes('%PDF-1.7\n…'))).toBe('pdf');
  expect(documentKindOf(bytes('junk before\r\n%PDF-1.4'))).toBe('pdf');
  expect(documentKindOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image');
  expect(imageTypeOf(bytes('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '))).toBe('image/webp');
  expect(imageTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  expect(documentKindOf(bytes('Grüße,\r\n\tA;B'))).toBe('text');
});

test('shows markup as text, whatever it is called', () => {
  expect(documentKindOf(bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBe('text');
  expect(documentKindOf(bytes('<!doctype html><script>alert(1)</script>'))).toBe('text');
});

test('does not show what it does not know', () => {
  expect(documentKindOf(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe('other');
  expect(documentKindOf(Uint8Array.of(0x49, 0x49, 0x2a, 0))).toBe('other');
  expect(documentKindOf(Uint8Array.of(0xff, 0xfe, 0x41))).toBe('other');
});

test('reads text as offices have it', () => {
  // "Grüße – 5 €" in Windows-1252.
  const office = Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80);
  expect(documentKindOf(office)).toBe('text');
  expect(decodeText(office)).toBe('Grüße – 5 €');
  expect(decodeText(bytes('Grüße – 5 €'))).toBe('Grüße – 5 €');
  // Behind a beginning that is the same in both.
  expect(decodeText(Uint8Array.of(...bytes('x'.repeat(5000)), 0xe4, 0x21)).slice(-2)).toBe('ä!');
  expect(documentKindOf(Uint8Array.of(0x41, 0x81, 0x42))).toBe('other');
});

test('takes an empty file and a character cut in two for text', () => {
  expect(documentKindOf(new Uint8Array())).toBe('text');
  expect(documentKindOf(bytes('ä').subarray(0, 1))).toBe('text');
});
