/**
 * The page's side of the crypto room: one dedicated worker per tab, started at the first call. Unlocked keys are in that worker
 * only; locking ends the worker, which is the surest way to wipe them. See docs/decisions/0005-one-worker-per-tab.md.
 */
import workerUrl from './crypto.worker.ts?worker&url';
import type { OpenedFile, OpenProgress } from './bulk-types.ts';
import { watchIdle } from './idle-lock.client.ts';
import { SealingError } from './sealing-error.ts';
import type {
  CryptoRoom,
  OpenFileInput,
  RoomStatus,
  RoomTask,
  SealFileHandlers,
  SealFileInput,
  SealFileTask,
} from './sealing-types.ts';
import { startWorker } from './trusted-types.client.ts';
import { WorkerConnection } from './worker-connection.ts';
import type { StartedTask, WorkerPort } from './worker-connection.ts';
import type { CallInput, CallName, CallResult, TaskName } from './worker-protocol.ts';

let connection: WorkerConnection | null = null;
let status: RoomStatus = 'locked';
let stopWatching: (() => void) | null = null;
let keptAwakeAt = 0;
let hasLeft = false;
const listeners = new Set<() => void>();

function setStatus(next: RoomStatus): void {
  if (next === status) return;
  status = next;
  stopWatching?.();
  stopWatching = next === 'unlocked' ? watchIdle(lastWorkAt, lock) : null;
  for (const listener of [...listeners]) listener();
}

function lastWorkAt(): number {
  return Math.max(keptAwakeAt, connection?.lastWorkAt() ?? 0);
}

function connect(): WorkerConnection {
  if (hasLeft) throw new SealingError('room_locked');
  return connection ?? open();
}

function open(): WorkerConnection {
  try {
    const opened = new WorkerConnection(startWorker(workerUrl) as unknown as WorkerPort, () => {
      if (connection === opened) connection = null;
      setStatus('locked');
    });
    connection = opened;
    return opened;
  } catch (cause) {
    throw new SealingError('worker_failed', undefined, { cause });
  }
}

/** `pagehide` also comes when the page goes into the back/forward cache; coming back it is locked. */
function lock(): void {
  connection?.end('room_locked');
}

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<Name>> {
  return connect().call(name, input);
}

async function callAndUnlock<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallResult<Name>> {
  const used = connect();
  const result = await used.call(name, input);
  if (used === connection) setStatus('unlocked');
  return result;
}

async function cancel(started: StartedTask<TaskName>): Promise<void> {
  started.control({ type: 'cancel' });
  await started.done.catch(() => undefined);
}

function sealFile(input: SealFileInput, handlers: SealFileHandlers): SealFileTask {
  const started = connect().startTask('sealFile', input, (event) => {
    if (event.type === 'segment') return handlers.onSegment(event.segment);
    if (event.type === 'progress') return handlers.onProgress?.(event.progress);
    // Called inside of a promise, so that a handler that throws stops the task as one that rejects.
    new Promise<void>((resolve) => resolve(handlers.saveState(event.state))).then(
      () => started.control({ type: 'stateSaved' }),
      () => started.control({ type: 'cancel' }),
    );
  });
  return {
    done: started.done,
    pause: () => started.control({ type: 'pause' }),
    resume: () => started.control({ type: 'resume' }),
    async cancel() {
      await cancel(started);
      await call('discardSealedFile', input.fileId).catch(() => undefined);
    },
    releaseSegment: (index) => started.control({ type: 'release', index }),
  };
}

function openFile(input: OpenFileInput, onProgress?: (progress: OpenProgress) => void): RoomTask<OpenedFile> {
  const started = connect().startTask('openFile', input, (event) => onProgress?.(event.progress));
  const done = started.done.then((opened) => ({
    ...opened,
    async dispose() {
      // A call of its own: the room may have been locked since, and its worker have ended.
      if (opened.privateFolder !== null)
        await call('discardPrivateFile', opened.privateFolder).catch(() => undefined);
    },
  }));
  return { done, cancel: () => cancel(started) };
}

/**
 * Locks first: what is being written is in nobody's way then, and no key waits for the clearing up. The room stays shut for
 * as long as this document lives: sealing needs no private key, so an upload that tries again would fill the storage anew.
 */
async function leave(): Promise<void> {
  hasLeft = true;
  lock();
  try {
    await open().call('discardAllSealedFiles', undefined);
  } catch {
    // The server's answer clears as well (Clear-Site-Data).
  }
  lock();
}

const room: CryptoRoom = {
  status: () => status,
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  lock,
  leave,
  keepAwake() {
    keptAwakeAt = Date.now();
  },
  createPersonKey: (input) => callAndUnlock('createPersonKey', input),
  unlock: (input) => callAndUnlock('unlock', input),
  sealPersonKey: (input) => call('sealPersonKey', input),
  createRecoveryCode: () => call('createRecoveryCode', undefined),
  recoveryProof: (code) => call('recoveryProof', code),
  createTeamKey: (input) => call('createTeamKey', input),
  grantTeamKey: (input) => call('grantTeamKey', input),
  addTeamKey: (grant) => call('addTeamKey', grant),
  certifyTeamKey: (input) => call('certifyTeamKey', input),
  exportTeamKey: (input) => call('exportTeamKey', input),
  ownKeys: () => call('ownKeys', undefined),
  sealSettings: (settings) => call('sealSettings', settings),
  sealJson: (input) => call('sealJson', input),
  openJson: (message) => call('openJson', message),
  signText: (input) => call('signText', input),
  isSignedBy: (input) => call('isSignedBy', input),
  openMailPart: (input) => call('openMailPart', input),
  checkMailSignature: (input) => call('checkMailSignature', input),
  sealMailPart: (input) => call('sealMailPart', input),
  sealSessionKeys: (input) => call('sealSessionKeys', input),
  discardSealedFile: (fileId) => call('discardSealedFile', fileId),
  discardPrivateFile: (folder) => call('discardPrivateFile', folder),
  sealFile,
  openFile,
};

let listening = false;

/** The crypto room of this tab. Nothing is loaded or started before its first call. Browser only. */
export function getCryptoRoom(): CryptoRoom {
  if (!listening) {
    listening = true;
    addEventListener('pagehide', lock);
  }
  return room;
}
