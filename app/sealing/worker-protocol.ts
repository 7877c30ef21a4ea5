/** What the page and the crypto worker say to each other. Every request has an id; every answer and event carries it. */
import type { SealingErrorCode } from './sealing-error.ts';
import type { OpenedText, OpenProgress, SealedSegment, SealFileResult, SealProgress } from './bulk-types.ts';
import type { CryptoRoomCalls, OpenFileInput, SealFileInput, SealFileState } from './sealing-types.ts';

export type CallName = keyof CryptoRoomCalls;
export type CallInput<Name extends CallName> = Parameters<CryptoRoomCalls[Name]>[0];
export type CallResult<Name extends CallName> = Awaited<ReturnType<CryptoRoomCalls[Name]>>;

export type SealFileEvent =
  /** Sealing waits until the page says `stateSaved`. */
  | { type: 'state'; state: SealFileState }
  | { type: 'segment'; segment: SealedSegment }
  | { type: 'progress'; progress: SealProgress };
export type OpenFileEvent = { type: 'progress'; progress: OpenProgress };

/** Long work: many events, then one answer. */
export type TaskTypes = {
  sealFile: { input: SealFileInput; event: SealFileEvent; result: SealFileResult };
  openFile: { input: OpenFileInput; event: OpenFileEvent; result: OpenedText };
};
export type TaskName = keyof TaskTypes;

export type TaskControl =
  { type: 'pause' | 'resume' | 'cancel' | 'stateSaved' } | { type: 'release'; index: number };

export type RequestMessage =
  | { [Name in CallName]: { id: number; call: Name; input: CallInput<Name> } }[CallName]
  | { [Name in TaskName]: { id: number; task: Name; input: TaskTypes[Name]['input'] } }[TaskName]
  /** About the task that was started with the same id. Cancelling is answered by the task's own failure. */
  | { id: number; control: TaskControl }
  /** Asks whether the worker still answers. */
  | { ping: true };

export type AnswerMessage =
  | { id: number; result: unknown }
  | { id: number; error: SealingErrorCode }
  | { id: number; event: SealFileEvent | OpenFileEvent }
  | { pong: true };
