import { DraftSaver, type DraftSaverOptions } from './draft-saver.ts';

type Shown<Content> = {
  content: Content;
  /** Counts how often a newer version was taken over: what keeps a copy of the content begins anew then. */
  generation: number;
};

/**
 * A draft that is open in this tab: its newest content, and the only one that saves it. It outlives the pages of its
 * form, because uploads go on while the person looks at other pages, and store their state in it. The content outlives
 * renders: two changes in one event must not undo each other.
 */
export class TabDraft<Content> {
  readonly saver: DraftSaver<Content>;
  readonly #listeners = new Set<() => void>();
  #shown: Shown<Content>;

  constructor(content: Content, options: DraftSaverOptions<Content>) {
    this.#shown = { content, generation: 0 };
    this.saver = new DraftSaver(options);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly shown = (): Shown<Content> => this.#shown;

  /** Changes the newest content and saves it soon. */
  readonly change = (next: (content: Content) => Content): void => {
    this.#show({ ...this.#shown, content: next(this.#shown.content) });
    this.saver.change(this.#shown.content);
  };

  /** After a conflict: what was stored meanwhile takes the place of what stands here. */
  takeNewer(content: Content, stored: { version: number; savedAt: string }): void {
    this.#show({ content, generation: this.#shown.generation + 1 });
    this.saver.takeNewer(stored);
  }

  #show(shown: Shown<Content>): void {
    this.#shown = shown;
    for (const listener of [...this.#listeners]) listener();
  }
}
