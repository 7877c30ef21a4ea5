import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tickMs, WorkerConnection } from './worker-connection.ts';
import type { WorkerPort } from './worker-connection.ts';
import type { RequestMessage } from './worker-protocol.ts';

/** A worker that does what the test says: nothing, by default. */
function createSilentWorker() {
  const sent: RequestMessage[] = [];
  const port: WorkerPort = {
    postMessage: (message) => sent.push(message),
    terminate: vi.fn(),
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  const onEnd = vi.fn();
  return { sent, port, onEnd, connection: new WorkerConnection(port, onEnd) };
}

const file = new File(['x'], 'x');
const sealInput = { fileId: 'x', file, recipients: [], maxFileBytes: 1, resume: null };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('answers find their questions, in whatever order they come', async () => {
  const { port, connection } = createSilentWorker();
  const first = connection.call('recoveryProof', 'a');
  const second = connection.call('recoveryProof', 'b');
  port.onmessage?.({ data: { id: 2, result: 'B' } });
  port.onmessage?.({ data: { id: 1, result: 'A' } });
  expect(await Promise.all([first, second])).toEqual(['A', 'B']);
});

test('an error of the worker comes back with its code', async () => {
  const { port, connection } = createSilentWorker();
  const call = connection.call('recoveryProof', 'a');
  port.onmessage?.({ data: { id: 1, error: 'recovery_code_typo' } });
  await expect(call).rejects.toMatchObject({ name: 'SealingError', code: 'recovery_code_typo' });
});

test.each<[string, (port: WorkerPort) => void]>([
  ['crashes', (port) => port.onerror?.({})],
  ['sends what cannot be read', (port) => port.onmessageerror?.()],
])('a worker that %s fails everything under way and is ended (promise 2)', async (_, fail) => {
  const { port, connection, onEnd } = createSilentWorker();
  const call = connection.call('sealJson', { value: 1, recipients: [] });
  const { done } = connection.startTask('sealFile', sealInput);
  fail(port);
  await expect(call).rejects.toMatchObject({ code: 'worker_failed' });
  await expect(done).rejects.toMatchObject({ code: 'worker_failed' });
  expect(port.terminate).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledOnce();
  await expect(connection.call('recoveryProof', 'a')).rejects.toMatchObject({ code: 'room_locked' });
});

test('a silent worker fails after a minute, also in the middle of a file', async () => {
  const { port, connection } = createSilentWorker();
  const { done } = connection.startTask('sealFile', sealInput);
  const outcome = expect(done).rejects.toMatchObject({ code: 'worker_failed' });
  await vi.advanceTimersByTimeAsync(5 * tickMs);
  await outcome;
  expect(port.terminate).toHaveBeenCalledOnce();
});

test('a task may be quiet for as long as the worker answers pings; a call may not', async () => {
  const { sent, port, connection } = createSilentWorker();
  const { done } = connection.startTask('sealFile', sealInput);
  const settled = vi.fn();
  done.catch(settled);
  port.postMessage = (message) => {
    sent.push(message);
    if ('ping' in message) port.onmessage?.({ data: { pong: true } });
  };
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(settled).not.toHaveBeenCalled();

  const call = connection.call('sealJson', { value: 1, recipients: [] });
  const outcome = expect(call).rejects.toMatchObject({ code: 'worker_failed' });
  await vi.advanceTimersByTimeAsync(10 * tickMs);
  await outcome;
});

test('what cannot be sent to the worker fails alone', async () => {
  const { port, connection } = createSilentWorker();
  port.postMessage = () => {
    throw new DOMException('could not be cloned', 'DataCloneError');
  };
  await expect(connection.call('sealJson', { value: () => 1, recipients: [] })).rejects.toMatchObject({
    code: 'worker_failed',
  });
  expect(port.terminate).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('pings do not count as work, events and controls do', async () => {
  const { port, connection } = createSilentWorker();
  const task = connection.startTask('sealFile', sealInput);
  task.done.catch(() => undefined);
  const before = connection.lastWorkAt();
  vi.advanceTimersByTime(1000);
  port.onmessage?.({ data: { pong: true } });
  expect(connection.lastWorkAt()).toBe(before);
  port.onmessage?.({
    data: { id: 1, event: { type: 'progress', progress: { phase: 'sealing', doneBytes: 0, totalBytes: 1 } } },
  });
  expect(connection.lastWorkAt()).toBe(before + 1000);
  vi.advanceTimersByTime(1000);
  task.control({ type: 'release', index: 0 });
  expect(connection.lastWorkAt()).toBe(before + 2000);
});

test('locking rejects what is under way and stops the clock', async () => {
  const { port, connection } = createSilentWorker();
  const call = connection.call('sealJson', { value: 1, recipients: [] });
  connection.end('room_locked');
  connection.end('worker_failed');
  await expect(call).rejects.toMatchObject({ code: 'room_locked' });
  expect(port.terminate).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
