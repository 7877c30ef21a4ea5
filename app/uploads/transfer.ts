/**
 * One attachment on its way: sealed in the crypto room segment by segment, and sent as the segments come. Everything
 * that must outlive a reload goes into the entry, which is saved before anything it describes is sent.
 */
import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import type { SealFileResult, SealProgress } from '#app/sealing/bulk-types.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';
import type { CryptoRoom, Recipient, SealFileTask } from '#app/sealing/sealing-types.ts';

import type { AttachmentEntry } from './attachment-entry.ts';
import { SegmentQueue } from './segment-queue.ts';
import { canRetry, TransferError, type TransferFailure } from './transfer-error.ts';
import {
  nextTransferState,
  retryDelayMs,
  type TransferEvent,
  type TransferState,
} from './transfer-states.ts';
import { untilAborted } from './until-aborted.ts';
import type { UploadPurpose } from './upload-purposes.ts';

export type NewUpload = {
  fileId: string;
  legalRequestId: string;
  purpose: UploadPurpose;
  kind: AttachmentKind;
  ciphertextBytes: number;
};

/** How far the server is; the SHA-256 (base64url) of what it has stored, once the upload is complete. */
export type PartAnswer = { offset: number; sha256: string | null };

/** The server, as a transfer sees it. Every failure is a `TransferError`, or the signal's reason. */
export interface UploadClient {
  create(upload: NewUpload, signal: AbortSignal): Promise<void>;
  /** Null when the server does not know the upload (yet). */
  find(fileId: string, signal: AbortSignal): Promise<PartAnswer | null>;
  sendPart(
    fileId: string,
    part: { offset: number; data: Blob; onProgress: (sentBytes: number) => void },
    signal: AbortSignal,
  ): Promise<PartAnswer>;
  remove(fileId: string): Promise<void>;
  changeKind(fileId: string, kind: AttachmentKind): Promise<void>;
}

export type TransferServices = {
  legalRequestId: string;
  purpose: UploadPurpose;
  maxFileBytes: number;
  room: Pick<CryptoRoom, 'sealFile' | 'discardSealedFile'>;
  client: UploadClient;
  recipients: () => Recipient[];
  /** Takes the file for this window and says how to let go of it; null when another window has it. */
  claim: (fileId: string) => Promise<(() => void) | null>;
  /** Resolves when the draft with the transfer's entry is stored. */
  save: () => Promise<void>;
  /** The state or the entry has changed. */
  onChange: () => void;
  /** Octets moved. */
  onProgress: () => void;
};

type Sealing = {
  task: SealFileTask;
  segments: SegmentQueue;
  /** Resolves when the length is known and the first state is stored. */
  begun: Promise<null>;
  result: Promise<SealFileResult>;
};

export class Transfer {
  readonly #services: TransferServices;
  #entry: AttachmentEntry;
  #file: File | null;
  #state: TransferState = 'queued';
  #failure: TransferFailure | null = null;
  #sealing: Sealing | null = null;
  #claimed: Promise<(() => void) | null> | null = null;
  #isAllSealed = false;
  #checked: SealProgress | null = null;
  /** Whether the server may know this upload already. */
  #isBegun: boolean;
  #kindOnServer: AttachmentKind | null = null;
  #sentBytes = 0;
  #attempt = 0;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: TransferServices, entry: AttachmentEntry, file: File | null) {
    this.#services = services;
    this.#entry = entry;
    this.#file = file;
    this.#isBegun = entry.resume !== undefined;
    if (entry.sha256 !== null && !entry.resume) this.#state = 'complete';
    else if (!entry.resume && !file) this.#state = 'needs_file';
  }

  get entry(): AttachmentEntry {
    return this.#entry;
  }
  get state(): TransferState {
    return this.#state;
  }
  get failure(): TransferFailure | null {
    return this.#failure;
  }
  /** Octets of ciphertext that the server has or that are on the line. */
  get sentBytes(): number {
    return this.#state === 'complete' ? this.totalBytes : this.#sentBytes;
  }
  get totalBytes(): number {
    return this.#entry.ciphertextBytes ?? this.#entry.sizeBytes;
  }
  /** While the file that was chosen again is compared with what was sealed before. */
  get checked(): SealProgress | null {
    return this.#checked;
  }
  /** Whether a reload now would make the person choose the file again. */
  get needsThisPage(): boolean {
    const isOver = this.#state === 'complete' || this.#state === 'needs_file';
    return !isOver && !this.#isAllSealed && this.#file !== null;
  }

  /** Its turn has come, and the keys are unlocked. */
  start(): void {
    if (!this.#go('start')) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#run(abort.signal).then(
      () => this.#go('finish'),
      (error: unknown) => {
        if (!abort.signal.aborted) this.#handle(error);
      },
    );
  }

  pause(): void {
    if (!this.#go('pause')) return;
    this.#stop();
    this.#sealing?.task.pause();
  }

  resume(): void {
    this.#go('resume');
  }

  /** At once, if it is waiting to be tried again or has failed in a way that may be over. */
  retry(): void {
    if (this.#failure !== null && !canRetry(this.#failure)) return;
    clearTimeout(this.#timer);
    this.#go('retry');
  }

  /** After a reload; whether it is the same file is found out when it is read. */
  chooseFile(file: File): void {
    this.#file = file;
    if (!this.#entry.resume) {
      const { name, type, size, lastModified } = file;
      this.#entry = { ...this.#entry, name, type, sizeBytes: size, lastModified };
    }
    this.#go('file_chosen');
  }

  /** @throws TransferError when the server could not be told, which only matters for complete files */
  async changeKind(kind: AttachmentKind): Promise<void> {
    if (this.#state === 'complete') await this.#services.client.changeKind(this.#entry.fileId, kind);
    this.#change({ kind });
  }

  /** Whether the server may have something of it. */
  get mayBeOnServer(): boolean {
    return this.#isBegun || this.#state === 'complete';
  }

  /**
   * Two windows would take each other's staged segments away: only the one that has the file works on it. What is
   * complete has none.
   * @returns false when another window has it
   */
  async claim(): Promise<boolean> {
    if (this.#state === 'complete') return true;
    const claimed = (this.#claimed ??= this.#services.claim(this.#entry.fileId));
    if ((await claimed) !== null) return true;
    this.#claimed = null;
    this.#failure = 'open_elsewhere';
    this.#services.onChange();
    return false;
  }

  /** Gives it up: it stops at once, and nothing of it stays in this browser. Only after `claim`. */
  async discard(): Promise<void> {
    this.#stop();
    clearTimeout(this.#timer);
    await this.#sealing?.task.cancel();
    await this.#services.room.discardSealedFile(this.#entry.fileId).catch(() => undefined);
    this.#letGo();
  }

  #letGo(): void {
    void this.#claimed?.then((letGo) => letGo?.());
    this.#claimed = null;
  }

  #stop(): void {
    this.#abort?.abort(new TransferError('unknown'));
    this.#abort = null;
  }

  #go(event: TransferEvent, failure: TransferFailure | null = null): boolean {
    const next = nextTransferState(this.#state, event);
    if (next === null) return false;
    this.#state = next;
    this.#failure = failure;
    this.#services.onChange();
    return true;
  }

  #change(change: Partial<AttachmentEntry>): void {
    this.#entry = { ...this.#entry, ...change };
    this.#services.onChange();
  }

  #handle(error: unknown): void {
    this.#checked = null;
    if (error instanceof TransferError && error.isTemporary) return this.#retryLater();
    const code = error instanceof TransferError || isSealingError(error) ? error.code : 'unknown';
    if (isSealingError(error)) this.#sealing = null;
    else this.#sealing?.task.pause();
    if (code === 'room_locked') this.#go('keys_locked');
    else if (code === 'file_needed') this.#go('file_needed');
    else if (code === 'file_changed' && this.#entry.resume) {
      this.#file = null;
      this.#go('file_needed', code);
    } else this.#go('fail', code);
  }

  #retryLater(): void {
    if (!this.#go('connection_lost', 'unreachable')) return;
    this.#timer = setTimeout(() => this.#go('retry'), retryDelayMs(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { client, legalRequestId, purpose } = this.#services;
    const { fileId } = this.#entry;
    if (!(await this.claim())) throw new TransferError('open_elsewhere');
    signal.throwIfAborted();
    const found = this.#isBegun ? await client.find(fileId, signal) : null;
    const sealing = (this.#sealing ??= this.#seal(found?.offset ?? 0));
    sealing.task.resume();
    await untilAborted(sealing.begun, signal);
    const { kind } = this.#entry;
    if (!found) {
      this.#isBegun = true;
      await client.create(
        { fileId, legalRequestId, purpose, kind, ciphertextBytes: this.totalBytes },
        signal,
      );
      this.#kindOnServer = kind;
    }
    const sha256 = await this.#sendAll(sealing, found ?? { offset: 0, sha256: null }, signal);
    await this.#finish(await untilAborted(sealing.result, signal), sha256);
  }

  async #sendAll(sealing: Sealing, from: PartAnswer, signal: AbortSignal): Promise<string | null> {
    let answer = from;
    for (;;) {
      this.#show(answer.offset);
      for (const index of sealing.segments.releaseBefore(answer.offset)) sealing.task.releaseSegment(index);
      if (answer.offset >= this.totalBytes) return answer.sha256;
      const { offset } = answer;
      const segment = await sealing.segments.at(offset, signal);
      const part = {
        offset,
        data: segment.data.slice(offset - segment.offset),
        onProgress: (sentBytes: number) => this.#show(offset + sentBytes),
      };
      answer = await this.#services.client
        .sendPart(this.#entry.fileId, part, signal)
        .catch(async (error: unknown) => {
          await this.#requireReadable(part.data, sealing);
          throw error;
        });
      this.#attempt = 0;
    }
  }

  /**
   * A segment that vanished from the browser's storage looks like a lost line when it is sent, and would be tried for
   * ever. It is made again: the state behind it is stored.
   */
  async #requireReadable(data: Blob, sealing: Sealing): Promise<void> {
    try {
      await data.slice(0, 1).arrayBuffer();
    } catch {
      await sealing.task.cancel();
      if (this.#sealing === sealing) this.#sealing = null;
      this.#isAllSealed = false;
    }
  }

  #show(sentBytes: number): void {
    this.#sentBytes = Math.min(sentBytes, this.totalBytes);
    this.#services.onProgress();
  }

  async #finish(result: SealFileResult, sha256OnServer: string | null): Promise<void> {
    const { room, save } = this.#services;
    if (sha256OnServer !== result.ciphertextSha256) throw new TransferError('damaged');
    await this.#tellKind();
    const { resume: _resume, ...entry } = this.#entry;
    this.#entry = {
      ...entry,
      plaintextSha256: result.plaintextSha256,
      ciphertextBytes: result.ciphertextBytes,
      sha256: result.ciphertextSha256,
    };
    this.#services.onChange();
    await this.#saveDraft(save);
    await room.discardSealedFile(this.#entry.fileId).catch(() => undefined);
    await this.#tellKind();
    this.#letGo();
    this.#file = null;
  }

  /** Another kind may be chosen while the server is told of one. */
  async #tellKind(): Promise<void> {
    while (this.#entry.kind !== this.#kindOnServer) {
      const { fileId, kind } = this.#entry;
      await this.#services.client.changeKind(fileId, kind);
      this.#kindOnServer = kind;
    }
  }

  /** What is not stored must not be gone on from: after a reload nobody would know it. */
  #goBackTo({ resume, ciphertextBytes }: AttachmentEntry): void {
    const { resume: _resume, ...entry } = this.#entry;
    this.#entry = { ...entry, ciphertextBytes, ...(resume && { resume }) };
  }

  async #saveDraft(save: () => Promise<void>): Promise<void> {
    await save().catch((cause: unknown) => {
      throw new TransferError('draft_not_saved', false, { cause });
    });
  }

  #seal(acknowledgedBytes: number): Sealing {
    const { room, recipients, maxFileBytes, purpose, save } = this.#services;
    const { fileId, resume } = this.#entry;
    const segments = new SegmentQueue();
    const begun = Promise.withResolvers<null>();
    let saveFailure: unknown = null;
    if (resume) begun.resolve(null);
    const task = room.sealFile(
      {
        fileId,
        file: this.#file,
        recipients: recipients(),
        maxFileBytes,
        hashText: purpose === 'answer',
        resume: resume ? { sealedState: resume.sealedState, acknowledgedBytes } : null,
      },
      {
        saveState: async ({ sealedState, ciphertextBytes }) => {
          const before = this.#entry;
          this.#change({ resume: { sealedState }, ciphertextBytes });
          await this.#saveDraft(save).catch((error: unknown) => {
            saveFailure = error;
            this.#goBackTo(before);
            throw error;
          });
          begun.resolve(null);
        },
        onSegment: (segment) => {
          this.#checked = null;
          this.#isAllSealed = segment.isLast;
          segments.add(segment);
        },
        onProgress: (progress) => {
          this.#checked = progress.phase === 'checking' ? progress : null;
          this.#services.onProgress();
        },
      },
    );
    const result = task.done.catch((error: unknown) => {
      // Another try begins with another task.
      if (this.#sealing === sealing) this.#sealing = null;
      // A draft that could not be saved has cancelled the task: that is the reason, not the cancelling.
      const reason: unknown = saveFailure ?? error;
      segments.fail(reason);
      begun.reject(reason);
      throw reason;
    });
    result.catch(() => undefined);
    begun.promise.catch(() => undefined);
    const sealing: Sealing = { task, segments, begun: begun.promise, result };
    return sealing;
  }
}
