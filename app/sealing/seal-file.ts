import type { Checkpoint, SealFileOptions, SealFileResult, SealState } from './bulk-types.ts';
import { toBase64Url } from './base64url.ts';
import { readPieces } from './file-pieces.ts';
import { createMessageHead, decodeMessageHead } from './message-head.ts';
import type { MessagePlan } from './message-head.ts';
import { ciphertextLengthBytes, segmentCount, segmentRange } from './message-layout.ts';
import { createRunningHash } from './running-hash.ts';
import { digestOfState, firstCheckpoint, isWholeSegment, sealSegment } from './seal-segment.ts';
import { SealingError } from './sealing-error.ts';
import { openSegmentStore, removeAllSegments } from './segment-store.ts';
import type { SegmentStore } from './segment-store.ts';

/**
 * Seals a file and hands it over segment by segment, at most four ahead of the server. Runs in the dedicated worker.
 *
 * The first `saveState` comes before any octet is sealed and tells the length of the whole message. Resolves when the
 * last segment is handed over; `control.releaseSegment` goes on working afterwards. Cancelling by `signal` removes
 * everything that is staged; after any other failure it stays, so that sealing can go on from the saved state.
 *
 * @throws {SealingError} `too_large`, `file_changed`, `file_needed`, `file_unreadable`, `storage_full`, `cancelled`, …
 */
export async function sealFile(options: SealFileOptions): Promise<SealFileResult> {
  const store = await openSegmentStore(options.fileId);
  try {
    const job =
      options.start.kind === 'new' ? await beginJob(options, store) : await resumeJob(options, store);
    options.control.onRelease((segmentIndex) => void store.remove(segmentIndex));
    while (job.nextIndex < segmentCount(job.plan)) await handOverNext(job);
    return await describeResult(job);
  } catch (error) {
    if (options.signal?.aborted) await store.removeAll();
    throw error;
  }
}

/** Removes what is staged of one file: after its upload, or when it is given up after a reload. */
export async function discardSealedFile(fileId: string): Promise<void> {
  await (await openSegmentStore(fileId)).removeAll();
}

/** Removes everything that is staged, also by `openFile`; at sign-out. */
export async function discardAllSealedFiles(): Promise<void> {
  await removeAllSegments();
}

type Job = {
  options: SealFileOptions;
  plan: MessagePlan;
  state: SealState;
  store: SegmentStore;
  /** the segment to be handed over next */
  nextIndex: number;
};

async function beginJob(options: SealFileOptions, store: SegmentStore): Promise<Job> {
  const { file, start, saveState } = options;
  if (start.kind !== 'new' || !file) throw new SealingError('file_needed');
  const head = await createMessageHead({
    recipientKeys: start.recipientKeys,
    preferSeipd2: start.preferSeipd2 ?? false,
    ...(start.segmentBatches && { segmentBatches: start.segmentBatches }),
    fileName: file.name,
    plaintextBytes: file.size,
  });
  const plan = decodeMessageHead(head);
  const state: SealState = {
    version: 1,
    head,
    ciphertextBytes: ciphertextLengthBytes(plan),
    file: { name: file.name, sizeBytes: file.size, lastModified: file.lastModified },
    checkpoints: [await firstCheckpoint()],
  };
  await store.removeAll();
  await saveState(state);
  return { options, plan, state, store, nextIndex: 0 };
}

async function resumeJob(options: SealFileOptions, store: SegmentStore): Promise<Job> {
  const { file, start } = options;
  if (start.kind !== 'resume') throw new SealingError('resume_impossible');
  const { state, acknowledgedBytes } = start;
  const plan = decodeMessageHead(state.head);
  const last = lastCheckpoint(state);
  let nextIndex = 0;
  while (nextIndex < segmentCount(plan) && segmentRange(plan, nextIndex).ciphertextTo <= acknowledgedBytes) {
    await store.remove(nextIndex);
    nextIndex += 1;
  }
  const job = { options, plan, state, store, nextIndex };
  if (nextIndex < last.segmentIndex && !findCheckpoint(state, nextIndex)) {
    throw new SealingError('resume_impossible', 'the server has less than it acknowledged');
  }
  if (nextIndex > last.segmentIndex) throw new SealingError('resume_impossible', 'the server has too much');
  // Sealed, but not saved before the reload: it was never sent, and is thrown away.
  await store.remove(last.segmentIndex);
  if (file) await requireSameFile(job, file);
  return job;
}

/**
 * Going on with another text would put two texts under one key stream, which reveals both: so it is not only name,
 * size and time that are compared, but every octet that was sealed already.
 */
async function requireSameFile({ options, plan, state }: Job, file: File): Promise<void> {
  const { name, sizeBytes, lastModified } = state.file;
  if (file.name !== name || file.size !== sizeBytes || file.lastModified !== lastModified) {
    throw new SealingError('file_changed', 'name, size or time');
  }
  const last = lastCheckpoint(state);
  const totalBytes = segmentRange(plan, last.segmentIndex).textFrom;
  const hash = await createRunningHash('SHA-256');
  let doneBytes = 0;
  for await (const piece of readPieces(file, 0, totalBytes)) {
    await options.control.waitWhilePaused(options.signal);
    hash.update(piece);
    doneBytes += piece.length;
    options.onProgress?.({ phase: 'checking', doneBytes, totalBytes });
  }
  if (toBase64Url(hash.digest()) !== (await digestOfState(last.plaintextSha256State))) {
    throw new SealingError('file_changed', 'content');
  }
}

async function handOverNext(job: Job): Promise<void> {
  const { options, plan } = job;
  await options.control.waitForPlace(options.signal);
  const index = job.nextIndex;
  const data = (await findStaged(job, index)) ?? (await sealNext(job, index));
  const { ciphertextFrom, ciphertextTo } = segmentRange(plan, index);
  options.control.occupy(index);
  job.nextIndex += 1;
  await options.onSegment({
    index,
    offset: ciphertextFrom,
    sizeBytes: ciphertextTo - ciphertextFrom,
    isLast: job.nextIndex === segmentCount(plan),
    data,
  });
}

/** A segment that was sealed and saved before the reload, if it is still there and whole. */
async function findStaged({ state, store }: Job, index: number): Promise<Blob | null> {
  const before = findCheckpoint(state, index);
  const after = findCheckpoint(state, index + 1);
  if (!before || !after) return null;
  const data = await store.find(index);
  return data && (await isWholeSegment(data, before, after)) ? data : null;
}

async function sealNext(job: Job, index: number): Promise<Blob> {
  const { options, plan, state, store } = job;
  const { file, control, signal } = options;
  const checkpoint = findCheckpoint(state, index);
  if (!file) throw new SealingError('file_needed');
  if (!checkpoint) throw new SealingError('resume_impossible', 'no checkpoint');
  const onPiece = async (doneBytes: number) => {
    await control.waitWhilePaused(signal);
    options.onProgress?.({ phase: 'sealing', doneBytes, totalBytes: plan.plaintextBytes });
  };
  const { data, next } = await sealSegment({ plan, checkpoint, file, store, onPiece });
  await keepCheckpoint(job, next);
  return data;
}

/** Saves the state behind a new segment; one that was made again must end where it ended the first time. */
async function keepCheckpoint(job: Job, next: Checkpoint): Promise<void> {
  const { state, options } = job;
  const known = findCheckpoint(state, next.segmentIndex);
  if (known) {
    const digests = [known, next].map((checkpoint) => digestOfState(checkpoint.ciphertextSha256State));
    const [before, now] = await Promise.all(digests);
    if (before !== now) throw new SealingError('file_changed', 'sealed differently');
    return;
  }
  const firstKept = options.control.firstOutstanding(job.nextIndex);
  state.checkpoints = state.checkpoints.filter(({ segmentIndex }) => segmentIndex >= firstKept);
  state.checkpoints.push(next);
  await options.saveState(structuredClone(state));
}

function findCheckpoint(state: SealState, segmentIndex: number): Checkpoint | undefined {
  return state.checkpoints.find((checkpoint) => checkpoint.segmentIndex === segmentIndex);
}

function lastCheckpoint(state: SealState): Checkpoint {
  const last = state.checkpoints.at(-1);
  if (!last) throw new SealingError('resume_impossible', 'no checkpoint');
  return last;
}

async function describeResult({ plan, state }: Job): Promise<SealFileResult> {
  const last = lastCheckpoint(state);
  return {
    format: plan.format,
    plaintextBytes: plan.plaintextBytes,
    ciphertextBytes: state.ciphertextBytes,
    plaintextSha256: await digestOfState(last.plaintextSha256State),
    ciphertextSha256: await digestOfState(last.ciphertextSha256State),
    segmentCount: segmentCount(plan),
  };
}
