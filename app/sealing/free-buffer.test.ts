import { afterEach, expect, test, vi } from 'vitest';

/** Node has no WebCodecs: the piece of sound takes the buffer over as browsers do, copies it as older ones do, or throws. */
function standInForSound(way: 'takes it over' | 'copies it' | 'refuses it'): { closed: () => number } {
  let closed = 0;
  class Sound {
    constructor({ data, transfer }: { data: ArrayBuffer; transfer: ArrayBuffer[] }) {
      if (way === 'refuses it') throw new TypeError('no such sound');
      if (way === 'takes it over') structuredClone(data, { transfer });
    }
    close(): void {
      closed += 1;
    }
  }
  vi.stubGlobal('AudioData', Sound);
  return { closed: () => closed };
}

async function freshModule() {
  vi.resetModules();
  return import('./free-buffer.ts');
}

afterEach(() => vi.unstubAllGlobals());

test('a freed buffer is empty, every time', async () => {
  const { closed } = standInForSound('takes it over');
  const { freeBuffer } = await freshModule();
  for (const buffer of [new ArrayBuffer(16), new ArrayBuffer(512 * 1024), new ArrayBuffer(0)]) {
    freeBuffer(buffer);
    expect(buffer.byteLength).toBe(0);
  }
  expect(closed()).toBe(2);
});

test('where the browser copies, it is asked once only', async () => {
  const { closed } = standInForSound('copies it');
  const { freeBuffer } = await freshModule();
  freeBuffer(new ArrayBuffer(16));
  freeBuffer(new ArrayBuffer(16));
  expect(closed()).toBe(1);
});

test('where the browser refuses, the buffer is left alone', async () => {
  const { closed } = standInForSound('refuses it');
  const { freeBuffer } = await freshModule();
  const buffer = new ArrayBuffer(16);
  freeBuffer(buffer);
  freeBuffer(buffer);
  expect(buffer.byteLength).toBe(16);
  expect(closed()).toBe(0);
});

test('where there is no such thing, nothing happens', async () => {
  const { freeBuffer } = await freshModule();
  const buffer = new ArrayBuffer(16);
  freeBuffer(buffer);
  expect(buffer.byteLength).toBe(16);
});
