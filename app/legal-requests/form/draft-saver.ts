/** How the draft stands, for the line that people see. */
export type DraftStatus =
  | { phase: 'unchanged' }
  | { phase: 'saved'; savedAt: string }
  | { phase: 'saving' }
  /** Typed text is kept in this tab and tried again by itself. */
  | { phase: 'retrying' }
  /** Waits for the person: the session ended or the keys are locked. */
  | { phase: 'stopped'; because: 'signed_out' | 'locked' }
  /** Another tab or a colleague has saved since, or thrown it away. */
  | { phase: 'conflict'; newer: NewerDraft }
  /** Trying again cannot help; the code is one of the error texts. */
  | { phase: 'refused'; code: string };

export type NewerDraft =
  | { version: number; savedAt: string; savedBy: string }
  /** Nothing is stored any more: it was thrown away. Saving begins anew. */
  | { version: 0; savedAt: null; savedBy: null };

/** What came of trying to save. */
export type SaveOutcome =
  | { result: 'saved'; version: number; savedAt: string }
  | { result: 'changed_meanwhile'; newer: NewerDraft }
  | { result: 'signed_out' }
  | { result: 'locked' }
  | { result: 'refused'; code: string }
  /** No network, or a server that is starting anew. */
  | { result: 'unreachable' };

export type DraftSaverOptions<Content> = {
  /** Version of the stored draft, 0 where there is none. */
  version: number;
  savedAt: string | null;
  /** Seals and sends. Never rejects. */
  save: (content: Content, version: number) => Promise<SaveOutcome>;
};

/** After the last keystroke. */
const pauseMs = 1000;
const retryMs = [2000, 4000, 8000, 15_000, 30_000] as const;

type Waiter = { generation: number; resolve: () => void; reject: (error: Error) => void };

/**
 * Saves what is typed, one save at a time, always the newest content. Nothing that was typed is given up: a save that
 * failed is tried again, and waits for the person where it must.
 */
export class DraftSaver<Content> {
  readonly #save: DraftSaverOptions<Content>['save'];
  readonly #listeners = new Set<() => void>();
  #status: DraftStatus;
  #version: number;
  #content: Content | null = null;
  /** Counts changes; `#storedGeneration` is the last one that is stored. */
  #generation = 0;
  #storedGeneration = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isSaving = false;
  #failures = 0;
  #isEnded = false;
  #waiters: Waiter[] = [];

  constructor({ version, savedAt, save }: DraftSaverOptions<Content>) {
    this.#version = version;
    this.#status = savedAt === null ? { phase: 'unchanged' } : { phase: 'saved', savedAt };
    this.#save = save;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly status = (): DraftStatus => this.#status;

  /** Whether something is not stored yet: leaving the page would lose it. */
  readonly hasUnsaved = (): boolean => this.#storedGeneration < this.#generation;

  /** Takes the newest content; it is saved after a short pause. */
  change(content: Content): void {
    this.#content = content;
    this.#generation += 1;
    if (this.#isWaitingForPerson() || this.#status.phase === 'retrying') return;
    this.#schedule(pauseMs);
  }

  /**
   * Saves now. Resolves when everything up to now is stored; keeps waiting through failures.
   * @throws Error when the draft can no longer be saved, or the saver was ended
   */
  readonly flush = (): Promise<void> => {
    if (!this.hasUnsaved()) return Promise.resolve();
    if (this.#isEnded) return Promise.reject(new Error('draft saver ended'));
    return new Promise((resolve, reject) => {
      this.#waiters.push({ generation: this.#generation, resolve, reject });
      if (!this.#isWaitingForPerson()) this.#schedule(0);
    });
  };

  /** The network is back, the person has signed in again or unlocked: tries at once. */
  readonly resume = (): void => {
    const { phase } = this.#status;
    if (phase !== 'retrying' && phase !== 'stopped' && phase !== 'refused') return;
    this.#failures = 0;
    if (this.hasUnsaved()) this.#schedule(0);
    else this.#show({ phase: 'unchanged' });
  };

  /** After a conflict: what stands in this tab goes on top of the newer version. */
  readonly keepMine = (): void => {
    if (this.#status.phase !== 'conflict') return;
    this.#version = this.#status.newer.version;
    this.#schedule(0);
  };

  /** After a conflict: the newer version was loaded into this tab, what stood there is given up. */
  takeNewer(newer: { version: number; savedAt: string }): void {
    this.#version = newer.version;
    this.#storedGeneration = this.#generation;
    this.#settleWaiters();
    this.#show({ phase: 'saved', savedAt: newer.savedAt });
  }

  /** No saving any more: the draft was submitted or thrown away, or the page is left. */
  readonly end = (): void => {
    this.#isEnded = true;
    this.#unschedule();
    this.#rejectWaiters('draft saver ended');
  };

  #isWaitingForPerson(): boolean {
    return this.#status.phase === 'stopped' || this.#status.phase === 'conflict';
  }

  #schedule(delayMs: number): void {
    if (this.#isEnded) return;
    this.#unschedule();
    this.#timer = setTimeout(() => void this.#saveNow(), delayMs);
  }

  #unschedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #saveNow(): Promise<void> {
    this.#timer = null;
    if (this.#isSaving || this.#isEnded || this.#content === null) return;
    this.#isSaving = true;
    const generation = this.#generation;
    this.#show({ phase: 'saving' });
    const outcome = await this.#save(this.#content, this.#version);
    this.#isSaving = false;
    this.#take(outcome, generation);
  }

  #take(outcome: SaveOutcome, generation: number): void {
    switch (outcome.result) {
      case 'saved':
        this.#version = outcome.version;
        this.#storedGeneration = generation;
        this.#failures = 0;
        this.#settleWaiters();
        if (this.hasUnsaved()) this.#schedule(this.#waiters.length > 0 ? 0 : pauseMs);
        return this.#show({ phase: 'saved', savedAt: outcome.savedAt });
      case 'unreachable':
        this.#schedule(retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 30_000);
        this.#failures += 1;
        return this.#show({ phase: 'retrying' });
      case 'changed_meanwhile':
        this.#unschedule();
        return this.#show({ phase: 'conflict', newer: outcome.newer });
      case 'signed_out':
      case 'locked':
        this.#unschedule();
        return this.#show({ phase: 'stopped', because: outcome.result });
      case 'refused':
        this.#rejectWaiters(outcome.code);
        return this.#show({ phase: 'refused', code: outcome.code });
    }
  }

  #settleWaiters(): void {
    const done = this.#waiters.filter(({ generation }) => generation <= this.#storedGeneration);
    this.#waiters = this.#waiters.filter((waiter) => !done.includes(waiter));
    for (const { resolve } of done) resolve();
  }

  #rejectWaiters(message: string): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const { reject } of waiters) reject(new Error(message));
  }

  #show(status: DraftStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}
