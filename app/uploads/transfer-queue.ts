/** All attachments of one legal request: which of them are sealed and sent now, and what the draft says of them. */
import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import type { CryptoRoom, Recipient } from '#app/sealing/sealing-types.ts';

import type { AttachmentEntry } from './attachment-entry.ts';
import { SpeedMeter } from './speed-meter.ts';
import type { TransferFailure } from './transfer-error.ts';
import { takesPlace, type TransferState } from './transfer-states.ts';
import { Transfer, type UploadClient } from './transfer.ts';
import type { UploadLimits } from './upload-limits.ts';
import type { UploadPurpose } from './upload-purposes.ts';

/** More at once would not be faster, and would hold more of the person's disk. */
const atOnce = 2;

/** A line of the list, as it is shown. */
export type TransferView = {
  entry: AttachmentEntry;
  state: TransferState;
  failure: TransferFailure | null;
  sentBytes: number;
  totalBytes: number;
  /** From 0 to 1 while a file that was chosen again is compared with its sealed part; else null. */
  checked: number | null;
  bytesPerSecond: number | null;
  secondsLeft: number | null;
};

/** Why a chosen file was not taken at all. */
export type Rejection = { name: string; because: 'too_large' | 'too_many' | 'listed_already' };

export type QueueOptions = {
  legalRequestId: string;
  purpose: UploadPurpose;
  limits: UploadLimits;
  room: Pick<CryptoRoom, 'sealFile' | 'discardSealedFile' | 'status'>;
  client: UploadClient;
  /** See `TransferServices`. */
  claim: (fileId: string) => Promise<(() => void) | null>;
  createId: () => string;
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
};

/** Who holds the draft: told of every change, and asked to store it. */
export type QueueOwner = {
  /** None while the keys of both teams are not known yet: nothing is begun then. */
  recipients: () => Recipient[];
  /** Resolves when the draft with these entries is stored. */
  save: (entries: AttachmentEntry[]) => Promise<void>;
};

export class TransferQueue {
  readonly #options: QueueOptions;
  readonly #listeners = new Set<() => void>();
  readonly #meters = new Map<string, SpeedMeter>();
  /** Given up here, but the server could not be told yet: there they count. */
  readonly #leftOnServer = new Set<string>();
  #owner: QueueOwner;
  #transfers: Transfer[] = [];
  #views: readonly TransferView[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: QueueOptions, owner: QueueOwner) {
    this.#options = options;
    this.#owner = owner;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly views = (): readonly TransferView[] => this.#views;

  setOwner(owner: QueueOwner): void {
    this.#owner = owner;
  }

  /**
   * What the draft lists, after loading it: unfinished ones go on by themselves. Those under way here stay as they are;
   * of those that another window had, the draft knows more.
   */
  adopt(entries: readonly AttachmentEntry[]): void {
    const known = new Map(
      this.#transfers
        .filter(({ failure }) => failure !== 'open_elsewhere')
        .map((transfer) => [transfer.entry.fileId, transfer]),
    );
    const kept = entries.map((entry) => known.get(entry.fileId) ?? this.#create(entry, null));
    const added = this.#transfers.filter(
      ({ entry, state, failure }) =>
        state !== 'complete' &&
        failure !== 'open_elsewhere' &&
        !kept.some((transfer) => transfer.entry.fileId === entry.fileId),
    );
    this.#transfers = [...kept, ...added];
    this.#update();
  }

  /** Takes files that were chosen or dropped; the first of many is not more important than the last. */
  add(files: readonly File[]): Rejection[] {
    const rejections: Rejection[] = [];
    for (const file of files) {
      const because = this.#reasonAgainst(file);
      if (because) rejections.push({ name: file.name, because });
      else this.#transfers.push(this.#create(this.#entryOf(file), file));
    }
    this.#update();
    // So that a reload still knows what was chosen; each transfer saves again before it sends.
    if (rejections.length < files.length) void this.#save().catch(() => undefined);
    return rejections;
  }

  pause = (fileId: string): void => this.#find(fileId)?.pause();
  resume = (fileId: string): void => this.#find(fileId)?.resume();
  retry = (fileId: string): void => this.#find(fileId)?.retry();
  chooseFile = (fileId: string, file: File): void => this.#find(fileId)?.chooseFile(file);

  /** The network or the person is back: what waits is tried at once, and what the lock of the keys held up goes on. */
  wake = (): void => {
    for (const transfer of this.#transfers) if (transfer.state === 'retrying') transfer.retry();
    for (const fileId of this.#leftOnServer) void this.#removeFromServer(fileId);
    this.#update();
  };

  async remove(fileId: string): Promise<void> {
    const transfer = this.#find(fileId);
    if (!transfer || !(await transfer.claim())) return;
    this.#transfers = this.#transfers.filter((one) => one !== transfer);
    this.#update();
    // First here: what was cancelled stops at once, however long the line or the draft takes.
    await transfer.discard();
    // Then the draft, then the server: the other way round the draft could name a file that is gone.
    await this.#save().catch(() => undefined);
    if (transfer.mayBeOnServer) await this.#removeFromServer(fileId);
  }

  /** Tried again with everything else that waits for the line; an unfinished one the server gives up by itself. */
  async #removeFromServer(fileId: string): Promise<void> {
    this.#leftOnServer.add(fileId);
    await this.#options.client.remove(fileId).then(
      () => this.#leftOnServer.delete(fileId),
      () => undefined,
    );
  }

  /** @throws TransferError when a complete file could not be changed on the server */
  async changeKind(fileId: string, kind: AttachmentKind): Promise<void> {
    await this.#find(fileId)?.changeKind(kind);
    await this.#save().catch(() => undefined);
  }

  entries(): AttachmentEntry[] {
    return this.#transfers.map(({ entry }) => entry);
  }

  /** Whether a reload now would make a person choose a file again. */
  needsThisPage(): boolean {
    return this.#transfers.some((transfer) => transfer.needsThisPage);
  }

  /** Whether something goes on by itself, now or as soon as keys, line or its turn allow it. */
  isUnderWay(): boolean {
    return this.#transfers.some(({ state }) => takesPlace(state) || state === 'queued');
  }

  #find(fileId: string): Transfer | undefined {
    return this.#transfers.find(({ entry }) => entry.fileId === fileId);
  }

  #entryOf(file: File): AttachmentEntry {
    return {
      fileId: this.#options.createId(),
      kind: 'other',
      name: file.name.slice(0, 1000),
      type: file.type.slice(0, 255),
      sizeBytes: file.size,
      lastModified: file.lastModified,
      plaintextSha256: null,
      ciphertextBytes: null,
      sha256: null,
    };
  }

  #reasonAgainst(file: File): Rejection['because'] | null {
    const { maxFileBytes, maxFiles } = this.#options.limits;
    if (file.size > maxFileBytes) return 'too_large';
    if (this.#transfers.length >= maxFiles) return 'too_many';
    const isListed = this.#transfers.some(
      ({ entry }) =>
        entry.name === file.name && entry.sizeBytes === file.size && entry.lastModified === file.lastModified,
    );
    return isListed ? 'listed_already' : null;
  }

  #create(entry: AttachmentEntry, file: File | null): Transfer {
    const { legalRequestId, purpose, limits, room, client, claim } = this.#options;
    const services = {
      legalRequestId,
      purpose,
      maxFileBytes: limits.maxFileBytes,
      room,
      client,
      claim,
      recipients: () => this.#owner.recipients(),
      save: () => this.#save(),
      onChange: () => this.#update(),
      onProgress: () => this.#updateSoon(),
    };
    return new Transfer(services, entry, file);
  }

  #save(): Promise<void> {
    return this.#owner.save(this.entries());
  }

  /** Progress comes a hundred times a second; people read it four times. */
  #updateSoon(): void {
    this.#timer ??= setTimeout(() => this.#update(), 250);
  }

  #update(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#startNext();
    this.#views = this.#transfers.map((transfer) => this.#view(transfer));
    for (const listener of this.#listeners) listener();
  }

  #startNext(): void {
    if (this.#options.room.status() !== 'unlocked' || this.#owner.recipients().length === 0) return;
    for (const transfer of this.#transfers) {
      // Counted anew each time: starting one changes the list's states and comes through here again.
      const taken = this.#transfers.filter(({ state }) => takesPlace(state)).length;
      if (taken >= atOnce) return;
      if (transfer.state === 'queued') transfer.start();
    }
  }

  #view(transfer: Transfer): TransferView {
    const { entry, state, failure, sentBytes, totalBytes, checked } = transfer;
    const meter = this.#meters.get(entry.fileId) ?? new SpeedMeter();
    this.#meters.set(entry.fileId, meter);
    if (state === 'running') meter.add(this.#options.now(), sentBytes);
    else meter.reset();
    return {
      entry,
      state,
      failure,
      sentBytes,
      totalBytes,
      checked: checked ? checked.doneBytes / Math.max(1, checked.totalBytes) : null,
      bytesPerSecond: meter.bytesPerSecond(),
      secondsLeft: meter.secondsLeft(totalBytes - sentBytes),
    };
  }
}
