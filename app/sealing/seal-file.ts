import type { Checkpoint, SealFileOptions, SealFileResult, SealState } from './bulk-types.ts';
import { openCipherThread, openSameThread } from './cipher-thread.ts';
import type { CipherThread } from './cipher-thread.ts';
import { createMessageHead, decodeMessageHead } from './message-head.ts';
import type { MessagePlan } from './message-head.ts';
import { batchBytes, ciphertextLengthBytes, segmentCount, segmentRange } from './message-layout.ts';
import { requireSameFile } from './same-file.ts';
import { SealingError } from './sealing-error.ts';
import { digestOfState, firstCheckpoint, isWholeSegment, SegmentSealer } from './segment-sealer.ts';
import { openSegmentStore, removeAllSegments } from './segment-store.ts';
import type { SegmentStore } from './segment-store.ts';

/** Below this a file is sealed before a thread for it has started. */
const threadFromBytes = 8 * batchBytes;

/**
 * Seals a file and hands it over segment by segment, at most four ahead of the server. Runs in the dedicated worker.
 *
 * The first `saveState` comes before any octet is sealed and tells the length of the whole message. While the state
 * behind a segment is being saved the next one is sealed already, but a segment is handed over only after its own state.
 * Resolves when the last segment is handed over; `control.releaseSegment` goes on working afterwards. Cancelling by
 * `signal` removes everything that is staged; after any other failure it stays, so that sealing can go on from the saved
 * state.
 *
 * @throws {SealingError} `too_large`, `file_changed`, `file_needed`, `file_unreadable`, `storage_full`, `cancelled`, …
 */
export async function sealFile(options: SealFileOptions): Promise<SealFileResult> {
  const store = await openSegmentStore(options.fileId);
  const thread = startThread(options);
  try {
    const job =
      options.start.kind === 'new'
        ? await beginJob(options, store, thread)
        : await resumeJob(options, store, thread);
    options.control.onRelease((segmentIndex) => void store.remove(segmentIndex));
    await handOverAll(job);
    return await describeResult(job);
  } catch (error) {
    if (options.signal?.aborted) await store.removeAll();
    throw error;
  } finally {
    void thread.then(({ end }) => end());
  }
}

/** It starts while the head of the message is made and the first state is saved. */
async function startThread({ file, startCipher }: SealFileOptions): Promise<CipherThread> {
  if (!startCipher || !file || file.size < threadFromBytes) return openSameThread();
  return openCipherThread(startCipher);
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
  thread: Promise<CipherThread>;
  /** the segment to be made next */
  nextIndex: number;
  sealer: SegmentSealer | null;
};

async function beginJob(
  options: SealFileOptions,
  store: SegmentStore,
  thread: Promise<CipherThread>,
): Promise<Job> {
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
    checkpoints: [await firstCheckpoint({ hashText: start.hashText ?? false })],
  };
  await store.removeAll();
  await saveState(state);
  return { options, plan, state, store, thread, nextIndex: 0, sealer: null };
}

async function resumeJob(
  options: SealFileOptions,
  store: SegmentStore,
  thread: Promise<CipherThread>,
): Promise<Job> {
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
  const job: Job = { options, plan, state, store, thread, nextIndex, sealer: null };
  if (nextIndex < last.segmentIndex && !findCheckpoint(state, nextIndex)) {
    throw new SealingError('resume_impossible', 'the server has less than it acknowledged');
  }
  if (nextIndex > last.segmentIndex) throw new SealingError('resume_impossible', 'the server has too much');
  // Sealed, but not saved before the reload: they were never sent, and are thrown away.
  await store.remove(last.segmentIndex);
  await store.remove(last.segmentIndex + 1);
  if (file) await compareFile(job, file);
  return job;
}

/** Before a file that was chosen again is sealed on. */
async function compareFile({ options, plan, state, thread }: Job, file: File): Promise<void> {
  const { control, signal, onProgress } = options;
  const sealedTo = lastCheckpoint(state);
  const totalBytes = segmentRange(plan, sealedTo.segmentIndex).textFrom;
  const onPiece = async (doneBytes: number) => {
    await control.waitWhilePaused(signal);
    onProgress?.({ phase: 'checking', doneBytes, totalBytes });
  };
  await requireSameFile({ file, plan, expected: state.file, sealedTo, thread: await thread, onPiece });
}

/** Makes each segment while the one before it waits for its state to be saved, so that neither waits for the other. */
async function handOverAll(job: Job): Promise<void> {
  let sealed: Promise<SealedPart> | null = null;
  let handedOver: Promise<void> = Promise.resolve();
  try {
    while (job.nextIndex < segmentCount(job.plan)) {
      const index = job.nextIndex;
      await job.options.control.waitForPlace(job.options.signal);
      job.options.control.occupy(index);
      const staged = await findStaged(job, index);
      sealed = staged ? Promise.resolve({ data: staged, next: null }) : (await sealNext(job, index)).sealed;
      job.nextIndex += 1;
      await handedOver;
      handedOver = handOver(job, index, sealed);
      handedOver.catch(() => undefined);
    }
  } finally {
    job.sealer?.end();
    // Nothing is written any more when this ends; whatever went wrong with a segment, the one before it is whole and saved.
    await sealed?.catch(() => undefined);
    await handedOver;
  }
}

async function handOver(job: Job, index: number, sealed: Promise<SealedPart>): Promise<void> {
  const { options, plan } = job;
  const { data, next } = await sealed;
  if (next) await keepCheckpoint(job, next);
  if (options.signal?.aborted) throw new SealingError('cancelled');
  const { ciphertextFrom, ciphertextTo } = segmentRange(plan, index);
  await options.onSegment({
    index,
    offset: ciphertextFrom,
    sizeBytes: ciphertextTo - ciphertextFrom,
    isLast: index === segmentCount(plan) - 1,
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

/** A segment and, if it was made just now, the state behind it. */
type SealedPart = { data: Blob; next: Checkpoint | null };

/** Resolves when the next one can begin; `sealed` when this one is whole. */
async function sealNext(job: Job, index: number): Promise<{ sealed: Promise<SealedPart> }> {
  const { options, plan, store } = job;
  const { control, signal } = options;
  const sealer = await sealerFor(job, index);
  const { ciphertextFrom, ciphertextTo } = segmentRange(plan, index);
  const staged = await store.create(index, ciphertextTo - ciphertextFrom);
  return sealer.seal(staged, async (doneBytes) => {
    await control.waitWhilePaused(signal);
    options.onProgress?.({ phase: 'sealing', doneBytes, totalBytes: plan.plaintextBytes });
  });
}

/** The one that goes on from the segment before; another one at the beginning, and behind segments that were staged. */
async function sealerFor(job: Job, index: number): Promise<SegmentSealer> {
  if (job.sealer?.nextIndex === index) return job.sealer;
  const { options, plan, state, thread } = job;
  const checkpoint = findCheckpoint(state, index);
  if (!options.file) throw new SealingError('file_needed');
  if (!checkpoint) throw new SealingError('resume_impossible', 'no checkpoint');
  job.sealer?.end();
  job.sealer = new SegmentSealer({ plan, checkpoint, file: options.file, thread: await thread });
  return job.sealer;
}

/** Saves the state behind a new segment; one that was made again must end where it ended the first time. */
async function keepCheckpoint({ state, options }: Job, next: Checkpoint): Promise<void> {
  const known = findCheckpoint(state, next.segmentIndex);
  if (known) {
    const digests = [known, next].map((checkpoint) => digestOfState(checkpoint.ciphertextSha256State));
    const [before, now] = await Promise.all(digests);
    if (before !== now) throw new SealingError('file_changed', 'sealed differently');
    return;
  }
  const firstKept = options.control.firstOutstanding(next.segmentIndex - 1);
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
    plaintextSha256: last.plaintextSha256State && (await digestOfState(last.plaintextSha256State)),
    ciphertextSha256: await digestOfState(last.ciphertextSha256State),
    segmentCount: segmentCount(plan),
  };
}
