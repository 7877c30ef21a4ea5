/** The origin private file system in memory: as much of it as segment-store.ts uses, with a quota that can be full. */

type Entries = Map<string, FakeFile | FakeDirectory>;

function notFound(): DOMException {
  return new DOMException('missing', 'NotFoundError');
}

export class FakeFile {
  readonly kind = 'file';
  readonly name: string;
  readonly #disk: FakeOpfs;
  #content: Blob = new Blob();
  #isLocked = false;

  constructor(name: string, disk: FakeOpfs) {
    this.name = name;
    this.#disk = disk;
  }

  createSyncAccessHandle() {
    if (this.#isLocked) return Promise.reject(new DOMException('locked', 'NoModificationAllowedError'));
    this.#isLocked = true;
    let octets = new Uint8Array(0);
    const resize = (bytes: number) => {
      this.#disk.use(bytes - octets.length);
      const resized = new Uint8Array(bytes);
      resized.set(octets.subarray(0, bytes));
      octets = resized;
    };
    return Promise.resolve({
      write(piece: Uint8Array, { at }: { at: number }) {
        if (at + piece.length > octets.length) resize(at + piece.length);
        octets.set(piece, at);
        return piece.length;
      },
      truncate: resize,
      getSize: () => octets.length,
      close: () => {
        this.#content = new Blob([octets]);
        this.#isLocked = false;
      },
    });
  }

  getFile(): Promise<File> {
    return Promise.resolve(new File([this.#content], this.name));
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** For tests: what a crash or a fault leaves behind. */
  overwrite(content: Blob): void {
    this.#content = content;
  }
}

class FakeDirectory {
  readonly kind = 'directory';
  readonly #entries: Entries = new Map();
  readonly #disk: FakeOpfs;

  constructor(disk: FakeOpfs) {
    this.#disk = disk;
  }

  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FakeDirectory> {
    return this.#get(
      name,
      options,
      (entry) => entry instanceof FakeDirectory,
      () => new FakeDirectory(this.#disk),
    );
  }

  getFileHandle(name: string, options?: { create?: boolean }): Promise<FakeFile> {
    return this.#get(
      name,
      options,
      (entry) => entry instanceof FakeFile,
      () => new FakeFile(name, this.#disk),
    );
  }

  /** As in a browser, what is being written cannot be removed. */
  removeEntry(name: string): Promise<void> {
    const entry = this.#entries.get(name);
    if (!entry) return Promise.reject(notFound());
    if (entry.isLocked) return Promise.reject(new DOMException('locked', 'NoModificationAllowedError'));
    this.#entries.delete(name);
    return Promise.resolve();
  }

  get isLocked(): boolean {
    return [...this.#entries.values()].some(({ isLocked }) => isLocked);
  }

  async *keys(): AsyncGenerator<string> {
    for (const name of [...this.#entries.keys()]) yield await Promise.resolve(name);
  }

  #get<Entry extends FakeFile | FakeDirectory>(
    name: string,
    options: { create?: boolean } | undefined,
    isRight: (entry: FakeFile | FakeDirectory) => entry is Entry,
    create: () => Entry,
  ): Promise<Entry> {
    const existing = this.#entries.get(name);
    if (existing && isRight(existing)) return Promise.resolve(existing);
    if (existing || !options?.create) return Promise.reject(notFound());
    const created = create();
    this.#entries.set(name, created);
    return Promise.resolve(created);
  }
}

type LockWish = { ifAvailable?: boolean; mode?: 'shared' | 'exclusive'; signal?: AbortSignal };
type Hold = (lock: object | null) => Promise<unknown>;
type Held = { name: string; isShared: boolean };

/** Web Locks: as much of them as is used on these files. */
class FakeLocks {
  readonly #held = new Set<Held>();
  readonly #waiting = new Set<() => void>();

  async request(name: string, ...wish: [Hold] | [LockWish, Hold]): Promise<unknown> {
    const [{ ifAvailable, mode, signal }, hold] = wish.length === 1 ? [{} as LockWish, wish[0]] : wish;
    const own: Held = { name, isShared: mode === 'shared' };
    while (this.#isTaken(own)) {
      if (ifAvailable) return hold(null);
      await this.#untilFreed(signal);
    }
    this.#held.add(own);
    return hold({ name }).finally(() => this.#free(own));
  }

  /** As when the workers that hold them have ended. */
  endHolders(): void {
    for (const held of this.#held) this.#free(held);
  }

  #isTaken({ name, isShared }: Held): boolean {
    return [...this.#held].some((held) => held.name === name && !(held.isShared && isShared));
  }

  #free(held: Held): void {
    this.#held.delete(held);
    for (const wake of this.#waiting) wake();
  }

  async #untilFreed(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = () => resolve(undefined);
    this.#waiting.add(wake);
    signal?.addEventListener('abort', wake);
    await promise;
    this.#waiting.delete(wake);
    signal?.throwIfAborted();
  }
}

export class FakeOpfs {
  readonly locks = new FakeLocks();
  readonly root = new FakeDirectory(this);
  /** octets that may still be written */
  freeBytes = Infinity;

  use(bytes: number): void {
    if (bytes > this.freeBytes) throw new DOMException('full', 'QuotaExceededError');
    this.freeBytes -= bytes;
  }

  /** All files with their paths. */
  async list(directory = this.root, path = ''): Promise<Map<string, FakeFile>> {
    const files = new Map<string, FakeFile>();
    for await (const name of directory.keys()) {
      const folder = await directory.getDirectoryHandle(name).catch(() => null);
      if (!folder) files.set(`${path}${name}`, await directory.getFileHandle(name));
      else for (const entry of await this.list(folder, `${path}${name}/`)) files.set(...entry);
    }
    return files;
  }
}

/** What a browser has as globals; for `vi.stubGlobal`. */
export function opfsGlobals(disk: FakeOpfs): { FileSystemFileHandle: unknown; navigator: unknown } {
  return {
    FileSystemFileHandle: FakeFile,
    navigator: { locks: disk.locks, storage: { getDirectory: () => Promise.resolve(disk.root) } },
  };
}
