import { expect, test } from 'vitest';

import { downloadResumably } from './resumable-download.ts';

const octets = Uint8Array.from({ length: 100 }, (_, index) => index);
const url = new URL('https://portal.example/files/1');

/** A server whose answers break off after so many octets each; a number above 399 is the status of an answer instead. */
function server(...breaks: number[]) {
  const asked: (string | null)[] = [];
  const ask = (_url: URL, init: RequestInit): Promise<Response> => {
    const range = new Headers(init.headers).get('Range');
    asked.push(range);
    const from = Number(/\d+/.exec(range ?? '0')?.[0]);
    const part = breaks.shift() ?? octets.length;
    if (part >= 400) return Promise.resolve(new Response(null, { status: part }));
    let isSent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isSent && from + part < octets.length) return controller.error(new TypeError('network'));
        if (isSent) return controller.close();
        isSent = true;
        controller.enqueue(octets.slice(from, from + part));
      },
    });
    return Promise.resolve(new Response(body, { status: range === null ? 200 : 206 }));
  };
  return { asked, ask };
}

const download = (ask: ReturnType<typeof server>['ask']) => {
  const { signal } = new AbortController();
  const wait = () => Promise.resolve();
  return new Response(downloadResumably(url, { totalBytes: 100, signal, wait, ask })).bytes();
};

test('goes on where the line broke', async () => {
  const { ask, asked } = server(10, 25, 503);
  expect(await download(ask)).toEqual(octets);
  expect(asked).toEqual([null, 'bytes=10-', 'bytes=35-', 'bytes=35-']);
});

test('gives up when nothing comes at all, and when the server refuses', async () => {
  await expect(download(server(503).ask)).rejects.toThrow('Answer 503');
  await expect(download(server(404).ask)).rejects.toThrow('Answer 404');
  const { ask, asked } = server(10, 404);
  await expect(download(ask)).rejects.toThrow('Answer 404');
  expect(asked).toHaveLength(2);
  await expect(download(server(10, ...Array<number>(6).fill(500)).ask)).rejects.toThrow('Answer 500');
});
