import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { SealedSegment } from '#app/sealing/bulk-types.ts';
import { SealingError, type SealingErrorCode } from '#app/sealing/sealing-error.ts';
import type { SealFileHandlers, SealFileInput } from '#app/sealing/sealing-types.ts';

import type { AttachmentEntry } from './attachment-entry.ts';
import { TransferError } from './transfer-error.ts';
import { Transfer, type PartAnswer, type UploadClient } from './transfer.ts';
import type { UploadPurpose } from './upload-purposes.ts';

const segmentBytes = 10;
const sealedBytes = 35;
const entry: AttachmentEntry = {
  fileId: '01890000-0000-7000-8000-000000000001',
  kind: 'other',
  name: 'Beschluss.pdf',
  type: 'application/pdf',
  sizeBytes: 30,
  lastModified: 1,
  plaintextSha256: null,
  ciphertextBytes: null,
  sha256: null,
};
const file = { name: entry.name, size: 30, type: entry.type, lastModified: 1 } as File;

/** Seals in segments of ten octets, at most four ahead, like the crypto room. */
function fakeRoom() {
  const calls = {
    inputs: [] as SealFileInput[],
    released: [] as number[],
    cancelled: 0,
    discarded: 0,
    paused: 0,
  };
  let failWith: SealingErrorCode | null = null;
  let lost: number | null = null;
  const room = {
    calls,
    failNext: (code: SealingErrorCode) => (failWith = code),
    loseSegment: (index: number) => (lost = index),
    discardSealedFile: async () => void (calls.discarded += 1),
    sealFile(input: SealFileInput, handlers: SealFileHandlers) {
      calls.inputs.push(input);
      const failure = failWith;
      failWith = null;
      let wake: () => void = () => undefined;
      let outstanding = 0;
      const first = Math.floor((input.resume?.acknowledgedBytes ?? 0) / segmentBytes);
      const work = async () => {
        if (failure !== null) throw new SealingError(failure);
        if (!input.resume) await handlers.saveState({ sealedState: 'state-0', ciphertextBytes: sealedBytes });
        for (let index = first; index * segmentBytes < sealedBytes; index += 1) {
          while (outstanding >= 4) await new Promise<void>((resolve) => (wake = resolve));
          await handlers.saveState({ sealedState: `state-${index + 1}`, ciphertextBytes: sealedBytes });
          outstanding += 1;
          handlers.onSegment(index === lost ? unreadable(segment(index)) : segment(index));
          if (index === lost) lost = null;
        }
        return {
          format: 'seipd1' as const,
          plaintextBytes: 30,
          ciphertextBytes: sealedBytes,
          plaintextSha256: input.hashText ? 'p'.repeat(43) : null,
          ciphertextSha256: 'c'.repeat(43),
          segmentCount: 4,
        };
      };
      return {
        done: work(),
        cancel: async () => void (calls.cancelled += 1),
        pause: () => void (calls.paused += 1),
        resume: () => undefined,
        releaseSegment(index: number) {
          calls.released.push(index);
          outstanding -= 1;
          wake();
        },
      };
    },
  };
  return room;
}

function segment(index: number): SealedSegment {
  const offset = index * segmentBytes;
  const sizeBytes = Math.min(segmentBytes, sealedBytes - offset);
  const isLast = offset + sizeBytes === sealedBytes;
  return { index, offset, sizeBytes, isLast, data: new Blob([new Uint8Array(sizeBytes).fill(index)]) };
}

/** As a file of the origin private file system that was removed: it is still there, but its octets are not. */
function unreadable(made: SealedSegment): SealedSegment {
  const data = new Blob([new Uint8Array(made.sizeBytes)]);
  data.slice = () => unreadableBlob;
  return { ...made, data };
}
const unreadableBlob = {
  slice: () => unreadableBlob,
  arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
} as unknown as Blob;

/** A server that keeps octets; `faults` are thrown by the next calls. */
function fakeServer() {
  const server = {
    received: null as number[] | null,
    kind: '',
    removed: 0,
    sha256: 'c'.repeat(43),
    faults: [] as Error[],
    /** Octets of a part that arrive before the fault. */
    partOfFault: 0,
  };
  const answer = (received: number[]): PartAnswer => ({
    offset: received.length,
    sha256: received.length === sealedBytes ? server.sha256 : null,
  });
  const client: UploadClient = {
    async create(upload) {
      const fault = server.faults.shift();
      if (fault) throw fault;
      server.received ??= [];
      server.kind = upload.kind;
    },
    find: async () => (server.received ? answer(server.received) : null),
    async sendPart(_fileId, part) {
      const received = server.received;
      if (!received || part.offset !== received.length) throw new TransferError('unreachable', true);
      // What cannot be read looks like a lost line.
      const data = await part.data.arrayBuffer().catch(() => Promise.reject(lost()));
      const octets = [...new Uint8Array(data)];
      const fault = server.faults.shift();
      received.push(...(fault ? octets.slice(0, server.partOfFault) : octets));
      if (fault) throw fault;
      part.onProgress(octets.length);
      return answer(received);
    },
    remove: async () => void (server.removed += 1),
    changeKind: async (_fileId, kind) => void (server.kind = kind),
  };
  return { server, client };
}

type StartOptions = {
  entry?: AttachmentEntry;
  file?: File | null;
  /** How many saves fail before the first one that does not. */
  failingSaves?: number;
  /** How many succeed before that. */
  savesBeforeFault?: number;
  isElsewhere?: boolean;
  purpose?: UploadPurpose;
};

function start(options: StartOptions = {}) {
  const room = fakeRoom();
  const { server, client } = fakeServer();
  const saves: AttachmentEntry[] = [];
  let failingSaves = options.failingSaves ?? 0;
  const claims = { held: 0, most: 0 };
  const transfer: Transfer = new Transfer(
    {
      legalRequestId: 'r',
      purpose: options.purpose ?? 'attachment',
      maxFileBytes: 1000,
      room,
      client,
      recipients: () => [],
      claim: async () => {
        if (options.isElsewhere) return null;
        claims.held += 1;
        claims.most = Math.max(claims.most, claims.held);
        return () => void (claims.held -= 1);
      },
      save: async () => {
        if (saves.length >= (options.savesBeforeFault ?? 0) && failingSaves > 0) {
          failingSaves -= 1;
          throw new Error('draft is gone');
        }
        saves.push(transfer.entry);
      },
      onChange: () => {
        if (transfer.state === 'queued') queueMicrotask(() => transfer.start());
      },
      onProgress: () => undefined,
    },
    options.entry ?? entry,
    options.file === undefined ? file : options.file,
  );
  return { transfer, room, server, saves, claims };
}

const expected = Array.from({ length: sealedBytes }, (_, at) => Math.floor(at / segmentBytes));
const lost = () => new TransferError('unreachable', true);
const ends = (transfer: Transfer, state: Transfer['state']) =>
  vi.waitFor(() => expect(transfer.state).toBe(state));

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 100 }));
afterEach(() => void vi.useRealTimers());

test('seals, sends and says that it is complete', async () => {
  const { transfer, room, server, saves, claims } = start();
  transfer.start();
  await ends(transfer, 'complete');
  expect(server.received).toEqual(expected);
  expect(room.calls.released).toEqual([0, 1, 2, 3]);
  expect([room.calls.discarded, claims.held]).toEqual([1, 0]);
  expect(transfer.entry).toEqual({
    ...entry,
    plaintextSha256: null,
    ciphertextBytes: sealedBytes,
    sha256: 'c'.repeat(43),
  });
  expect(saves.at(-1)).toEqual(transfer.entry);
  expect(saves[0]?.resume).toEqual({ sealedState: 'state-0' });
});

test("knows the text's hash where a manifest names it: in an answer", async () => {
  const { transfer } = start({ purpose: 'answer' });
  transfer.start();
  await ends(transfer, 'complete');
  expect(transfer.entry.plaintextSha256).toBe('p'.repeat(43));
});

test('sends nothing before the state is stored', async () => {
  const { transfer, server } = start({ failingSaves: 1 });
  transfer.start();
  await ends(transfer, 'failed');
  expect([transfer.failure, server.received]).toEqual(['draft_not_saved', null]);
});

test('goes on where the server is after the connection broke', async () => {
  const { transfer, server } = start();
  server.faults = [lost(), lost(), lost()];
  server.partOfFault = 4;
  transfer.start();
  await ends(transfer, 'retrying');
  await vi.advanceTimersByTimeAsync(20_000);
  await ends(transfer, 'complete');
  expect(server.received).toEqual(expected);
});

test('pauses and resumes', async () => {
  const { transfer, room, server } = start();
  transfer.start();
  await transfer.claim();
  transfer.pause();
  expect([transfer.state, room.calls.paused]).toEqual(['paused', 1]);
  transfer.resume();
  await ends(transfer, 'complete');
  expect(server.received).toEqual(expected);
});

test('is claimed once, however often it is stopped and begun', async () => {
  const { transfer, claims } = start();
  for (const step of ['start', 'pause', 'resume', 'start', 'pause', 'resume'] as const) transfer[step]();
  await ends(transfer, 'complete');
  expect(claims).toEqual({ held: 0, most: 1 });
});

test('goes on after a reload without the file when all was sealed', async () => {
  const kept = { ...entry, ciphertextBytes: sealedBytes, resume: { sealedState: 'kept' } };
  const { transfer, room, server } = start({ entry: kept, file: null });
  server.received = expected.slice(0, 20);
  transfer.start();
  await ends(transfer, 'complete');
  expect(room.calls.inputs[0]).toMatchObject({
    file: null,
    resume: { sealedState: 'kept', acknowledgedBytes: 20 },
  });
  expect(server.received).toEqual(expected);
});

test('asks for the file again when more must be sealed, and then goes on', async () => {
  const kept = { ...entry, ciphertextBytes: sealedBytes, resume: { sealedState: 'kept' } };
  const { transfer, room, server } = start({ entry: kept, file: null });
  room.failNext('file_needed');
  transfer.start();
  await ends(transfer, 'needs_file');
  room.failNext('file_changed');
  transfer.chooseFile(file);
  await vi.waitFor(() => expect(transfer.failure).toBe('file_changed'));
  expect(transfer.state).toBe('needs_file');
  transfer.chooseFile(file);
  await ends(transfer, 'complete');
  expect(server.received).toEqual(expected);
});

test('asks for the file at once when nothing of it was sealed before the reload', () => {
  expect(start({ file: null }).transfer.state).toBe('needs_file');
});

test('waits for the keys when they are locked', async () => {
  const { transfer, room } = start();
  room.failNext('room_locked');
  transfer.start();
  await ends(transfer, 'complete');
  expect(room.calls.inputs).toHaveLength(2);
});

test('stops when what arrived is not what was sealed', async () => {
  const { transfer, server, saves } = start();
  server.sha256 = 'x'.repeat(43);
  transfer.start();
  await ends(transfer, 'failed');
  transfer.retry();
  expect([transfer.state, transfer.failure]).toEqual(['failed', 'damaged']);
  expect(saves.every(({ sha256 }) => sha256 === null)).toBe(true);
});

test('stops with the reason of the server or the crypto room', async () => {
  const refused = start();
  refused.server.faults = [new TransferError('too_many_files')];
  refused.transfer.start();
  await ends(refused.transfer, 'failed');
  expect(refused.transfer.failure).toBe('too_many_files');
  const swapped = start();
  swapped.room.failNext('key_mismatch');
  swapped.transfer.start();
  await ends(swapped.transfer, 'failed');
  expect([swapped.transfer.failure, swapped.server.received]).toEqual(['key_mismatch', null]);
});

test('tells the server of another kind that was chosen meanwhile', async () => {
  const { transfer, server } = start();
  transfer.start();
  await transfer.changeKind('judicial_order');
  await ends(transfer, 'complete');
  expect([server.kind, transfer.entry.kind]).toEqual(['judicial_order', 'judicial_order']);
  await transfer.changeKind('request_letter');
  expect(server.kind).toBe('request_letter');
});

test('tells the server also of a kind that was chosen while it was storing the last one', async () => {
  const { transfer, server, room } = start();
  room.discardSealedFile = async () => void (await transfer.changeKind('judicial_order'));
  transfer.start();
  await ends(transfer, 'complete');
  expect([server.kind, transfer.entry.kind]).toEqual(['judicial_order', 'judicial_order']);
});

test.each([1, 2, 3])(
  'begins again behind the stored state when save %i failed and is tried again',
  async (nth) => {
    const { transfer, room, server, saves } = start({ savesBeforeFault: nth - 1, failingSaves: 1 });
    transfer.start();
    await ends(transfer, 'failed');
    expect(transfer.failure).toBe('draft_not_saved');
    const stored = saves.at(-1)?.resume;
    expect(transfer.entry.resume).toEqual(stored);
    transfer.retry();
    await ends(transfer, 'complete');
    expect(server.received).toEqual(expected);
    expect(room.calls.inputs.at(-1)?.resume?.sealedState).toBe(stored?.sealedState);
  },
);

test('only stores again when all has arrived and the last save failed', async () => {
  const { transfer, room, saves } = start({ savesBeforeFault: 5, failingSaves: 1 });
  transfer.start();
  await ends(transfer, 'failed');
  transfer.retry();
  await ends(transfer, 'complete');
  expect(room.calls.inputs).toHaveLength(1);
  expect(saves.at(-1)).toEqual(transfer.entry);
});

test('makes a segment again that vanished from the storage of the browser', async () => {
  const { transfer, room, server } = start();
  room.loseSegment(1);
  transfer.start();
  await ends(transfer, 'retrying');
  await vi.advanceTimersByTimeAsync(20_000);
  await ends(transfer, 'complete');
  expect(room.calls.cancelled).toBe(1);
  expect(room.calls.inputs[1]?.resume?.acknowledgedBytes).toBe(segmentBytes);
  expect(server.received).toEqual(expected);
});

test('does not touch a file that another window is uploading', async () => {
  const kept = { ...entry, ciphertextBytes: sealedBytes, resume: { sealedState: 'kept' } };
  const { transfer, room, server } = start({ entry: kept, file: null, isElsewhere: true });
  transfer.start();
  await ends(transfer, 'failed');
  expect(transfer.failure).toBe('open_elsewhere');
  transfer.retry();
  expect([transfer.state, await transfer.claim()]).toEqual(['failed', false]);
  expect([room.calls.inputs.length, room.calls.discarded, server.received]).toEqual([0, 0, null]);
});

test('leaves nothing behind when it is removed', async () => {
  const { transfer, room, server, claims } = start();
  transfer.start();
  server.faults = [lost(), lost()];
  await ends(transfer, 'retrying');
  await transfer.discard();
  expect([room.calls.cancelled, room.calls.discarded, claims.held]).toEqual([1, 1, 0]);
  expect(transfer.mayBeOnServer).toBe(true);
  expect(transfer.state).not.toBe('failed');
});
