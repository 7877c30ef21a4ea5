import { expect, test } from 'vitest';

import { freeBuffer } from './free-buffer.ts';

test('a freed buffer is empty, every time', () => {
  for (const bytes of [new Uint8Array(16), new Uint8Array(512 * 1024)]) {
    freeBuffer(bytes.buffer);
    expect(bytes.buffer.detached).toBe(true);
    expect(bytes.byteLength).toBe(0);
  }
});
