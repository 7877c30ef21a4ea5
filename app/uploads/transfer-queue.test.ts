import { expect, test, vi } from 'vitest';

import type { AttachmentEntry } from './attachment-entry.ts';
import { TransferQueue } from './transfer-queue.ts';

const limits = { maxFileBytes: 100, maxFiles: 4 };
const file = (name: string, size = 10) => ({ name, size, type: '', lastModified: 1 }) as File;

function createQueue(status: 'locked' | 'unlocked' = 'unlocked') {
  let ids = 0;
  let elsewhere = false;
  let recipients = [{ publicKey: 'k', fingerprint: 'F' }];
  const room = {
    status: () => status,
    discardSealedFile: vi.fn(async (_fileId: string) => undefined),
    sealFile: vi.fn(() => ({
      done: new Promise<never>(() => undefined),
      cancel: vi.fn(async () => undefined),
      pause: () => undefined,
      resume: () => undefined,
      releaseSegment: () => undefined,
    })),
  };
  const client = {
    create: vi.fn(),
    find: vi.fn(async () => null),
    sendPart: vi.fn(),
    remove: vi.fn(async (_fileId: string) => undefined),
    changeKind: vi.fn(),
  };
  const saved: AttachmentEntry[][] = [];
  const queue = new TransferQueue(
    {
      legalRequestId: 'r',
      purpose: 'attachment',
      limits,
      room,
      client,
      claim: async () => (elsewhere ? null : () => undefined),
      createId: () => `id-${(ids += 1)}`,
      now: () => 0,
    },
    { recipients: () => recipients, save: async (entries) => void saved.push(entries) },
  );
  const states = () => queue.views().map(({ state }) => state);
  return {
    queue,
    room,
    client,
    saved,
    states,
    unlock: () => (status = 'unlocked'),
    forgetKeys: () => (recipients = []),
    isElsewhere: () => (elsewhere = true),
  };
}

test('seals and sends two files at once', async () => {
  const { queue, room, states } = createQueue();
  queue.add([file('a'), file('b'), file('c')]);
  expect(states()).toEqual(['running', 'running', 'queued']);
  await vi.waitFor(() => expect(room.sealFile).toHaveBeenCalledTimes(2));
  queue.pause('id-1');
  expect(states()).toEqual(['paused', 'running', 'running']);
  queue.resume('id-1');
  expect(states()).toEqual(['queued', 'running', 'running']);
});

test('waits for the keys', () => {
  const { queue, states, unlock } = createQueue('locked');
  queue.add([file('a')]);
  expect(states()).toEqual(['queued']);
  unlock();
  queue.wake();
  expect(states()).toEqual(['running']);
});

test('waits until it is known to whom to seal', () => {
  const { queue, states, forgetKeys } = createQueue();
  forgetKeys();
  queue.add([file('a')]);
  expect(states()).toEqual(['queued']);
});

test('does not take what is too large, too much, or there already', () => {
  const { queue, states, saved } = createQueue();
  const rejections = queue.add([
    file('a'),
    file('big', 101),
    file('a'),
    file('b'),
    file('c'),
    file('d'),
    file('e'),
  ]);
  expect(rejections).toEqual([
    { name: 'big', because: 'too_large' },
    { name: 'a', because: 'listed_already' },
    { name: 'e', because: 'too_many' },
  ]);
  expect(states()).toHaveLength(4);
  expect(saved.at(-1)?.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('takes over what the draft lists and keeps what is under way', () => {
  const { queue, states } = createQueue('locked');
  queue.add([file('new')]);
  const hash = 'h'.repeat(43);
  const done = { fileId: 'old', kind: 'other', name: 'x', type: '', sizeBytes: 1, lastModified: 1 } as const;
  queue.adopt([{ ...done, plaintextSha256: hash, ciphertextBytes: 9, sha256: hash }]);
  expect(queue.entries().map(({ fileId }) => fileId)).toEqual(['old', 'id-1']);
  expect(states()).toEqual(['complete', 'queued']);
  expect(queue.needsThisPage()).toBe(true);
});

test('removes a file from the draft and from the server', async () => {
  const { queue, client, saved } = createQueue('locked');
  const hash = 'h'.repeat(43);
  queue.adopt([
    {
      fileId: 'old',
      kind: 'other',
      name: 'x',
      type: '',
      sizeBytes: 1,
      lastModified: 1,
      plaintextSha256: hash,
      ciphertextBytes: 9,
      sha256: hash,
    },
  ]);
  await queue.remove('old');
  expect(client.remove).toHaveBeenCalledWith('old');
  expect(saved.at(-1)).toEqual([]);
  expect(queue.needsThisPage()).toBe(false);
});

test('cancels at once, though the draft cannot be saved now, and tells the server as soon as it can', async () => {
  const { queue, room, client, states } = createQueue();
  const isSaved = Promise.withResolvers<undefined>();
  queue.add([file('a')]);
  await vi.waitFor(() => expect(room.sealFile).toHaveBeenCalledTimes(1));
  queue.setOwner({ recipients: () => [], save: () => isSaved.promise });
  const { cancel } = room.sealFile.mock.results[0]?.value as { cancel: () => Promise<void> };
  const removing = queue.remove('id-1');
  await vi.waitFor(() => expect(room.discardSealedFile).toHaveBeenCalledWith('id-1'));
  expect(cancel).toHaveBeenCalled();
  expect(states()).toEqual([]);
  expect(client.remove).not.toHaveBeenCalled();
  isSaved.resolve(undefined);
  await removing;
});

test('remembers what the server could not be told to remove', async () => {
  const { queue, client } = createQueue('locked');
  const hash = 'h'.repeat(43);
  const done = { kind: 'other', name: 'x', type: '', sizeBytes: 1, lastModified: 1 } as const;
  queue.adopt([{ ...done, fileId: 'old', plaintextSha256: hash, ciphertextBytes: 9, sha256: hash }]);
  client.remove.mockRejectedValueOnce(new Error('no line'));
  await queue.remove('old');
  queue.wake();
  await vi.waitFor(() => expect(client.remove).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(client.remove.mock.settledResults.at(-1)?.type).toBe('fulfilled'));
  queue.wake();
  expect(client.remove).toHaveBeenCalledTimes(2);
});

test('takes over from the draft what another window had', async () => {
  const { queue, states, isElsewhere } = createQueue();
  isElsewhere();
  const hash = 'h'.repeat(43);
  const begun = { fileId: 'f', kind: 'other', name: 'x', type: '', sizeBytes: 1, lastModified: 1 } as const;
  const resume = { sealedState: 's' };
  queue.adopt([{ ...begun, plaintextSha256: null, ciphertextBytes: 9, sha256: null, resume }]);
  await vi.waitFor(() => expect(queue.views()[0]?.failure).toBe('open_elsewhere'));
  await queue.remove('f');
  expect(states()).toEqual(['failed']);
  queue.adopt([{ ...begun, plaintextSha256: null, ciphertextBytes: 9, sha256: hash }]);
  expect(states()).toEqual(['complete']);
});
