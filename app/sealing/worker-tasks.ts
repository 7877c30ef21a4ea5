/** Sealing and opening of files in the worker: joins the bulk engine with the unlocked keys and with the page's controls. */
import type { PublicKey } from 'openpgp';
import { z } from '#app/forms/zod.ts';
import { fromBase64Url } from './base64url.ts';
import type { OpenedText, SealFileOptions, SealFileResult, SealState, StartCipher } from './bulk-types.ts';
import { openFile } from './open-file.ts';
import { fingerprintOf } from './openpgp-keys.ts';
import { requireRecipientKeys } from './recipients.ts';
import { downloadResumably } from './resumable-download.ts';
import { SealControl } from './seal-control.ts';
import { sealFile } from './seal-file.ts';
import { openOwnJson, sealOwnJson } from './sealed-json.ts';
import { SealingError } from './sealing-error.ts';
import type { OpenFileInput, SealFileInput } from './sealing-types.ts';
import type { Keyring } from './worker-keyring.ts';
import type { OpenFileEvent, SealFileEvent, TaskControl } from './worker-protocol.ts';

export type RunningTask<Result> = {
  done: Promise<Result>;
  control(control: TaskControl): void;
};

/** The seal state as it is kept in a draft: with the recipients it was made for, because a draft can outlive a key. */
type KeptState = { recipients: string[]; state: SealState };
const keptStateSchema = z.object({
  recipients: z.array(z.string()),
  state: z.custom<SealState>((value) => value !== null && typeof value === 'object'),
});

/** Seals a file; the engine waits with each segment until the page has told that the state before it is stored. */
export function startSealFile(
  keyring: Keyring,
  input: SealFileInput,
  emit: (event: SealFileEvent) => void,
  startCipher?: StartCipher,
): RunningTask<SealFileResult> {
  const abort = new AbortController();
  const control = new SealControl();
  let stateSaved = (): void => undefined;

  async function run(): Promise<SealFileResult> {
    const person = keyring.person();
    if (input.file && input.file.size > input.maxFileBytes) throw new SealingError('too_large');
    const recipientKeys = await requireRecipientKeys(input.recipients);
    const recipients = recipientKeys.map(fingerprintOf);
    return sealFile({
      file: input.file,
      fileId: input.fileId,
      start: await startOf(keyring, input, recipientKeys),
      control,
      ...(startCipher && { startCipher }),
      signal: abort.signal,
      async saveState(state) {
        const sealedState = await sealOwnJson({ recipients, state } satisfies KeptState, person);
        const saved = new Promise<void>((resolve, reject) => {
          stateSaved = resolve;
          if (abort.signal.aborted) reject(new SealingError('cancelled'));
          abort.signal.addEventListener('abort', () => reject(new SealingError('cancelled')), { once: true });
        });
        emit({ type: 'state', state: { sealedState, ciphertextBytes: state.ciphertextBytes } });
        await saved;
      },
      onSegment: (segment) => emit({ type: 'segment', segment }),
      onProgress: seldom((progress) => emit({ type: 'progress', progress })),
    });
  }

  return {
    done: withCancelled(run(), abort.signal),
    control(message) {
      if (message.type === 'pause') control.pause();
      if (message.type === 'resume') control.resume();
      if (message.type === 'release') control.releaseSegment(message.index);
      if (message.type === 'stateSaved') stateSaved();
      if (message.type === 'cancel') abort.abort();
    },
  };
}

/** Going on is allowed for the same recipients only: the session key is already sealed to them. */
async function startOf(
  keyring: Keyring,
  { resume, preferSeipd2, hashText }: SealFileInput,
  recipientKeys: PublicKey[],
): Promise<SealFileOptions['start']> {
  if (!resume) {
    return { kind: 'new', recipientKeys, preferSeipd2: preferSeipd2 ?? false, hashText: hashText ?? false };
  }
  const kept = await openState(keyring, resume.sealedState);
  const expected = recipientKeys.map(fingerprintOf).sort().join();
  if ([...kept.recipients].sort().join() !== expected) throw new SealingError('key_mismatch');
  return { kind: 'resume', state: kept.state, acknowledgedBytes: resume.acknowledgedBytes };
}

async function openState(keyring: Keyring, sealedState: string): Promise<KeptState> {
  const person = keyring.person();
  try {
    return keptStateSchema.parse(await openOwnJson(sealedState, person));
  } catch (cause) {
    throw new SealingError('resume_impossible', undefined, { cause });
  }
}

/** Downloads, compares with the manifest, decrypts. */
export function startOpenFile(
  keyring: Keyring,
  input: OpenFileInput,
  emit: (event: OpenFileEvent) => void,
): RunningTask<OpenedText> {
  const abort = new AbortController();

  // Asynchronous, so that a locked room is a failure of the task.
  async function run(): Promise<OpenedText> {
    return openFile({
      body: readSource(input, abort.signal),
      expected: input.expected,
      decryptionKeys: keyring.all(),
      handedKey: input.handedKey === undefined ? undefined : readHandedKey(input.handedKey),
      maxPlaintextBytes: input.maxPlaintextBytes,
      mediaType: input.mediaType,
      saveTo: input.saveTo,
      signal: abort.signal,
      onProgress: seldom((progress) => emit({ type: 'progress', progress })),
    });
  }

  return {
    done: withCancelled(run(), abort.signal),
    control(message) {
      if (message.type === 'cancel') abort.abort();
    },
  };
}

/** At most ten times a second: a person sees no more, and each message wakes the page. */
function seldom<Value>(tell: (value: Value) => void): (value: Value) => void {
  let nextAt = 0;
  return (value) => {
    const now = performance.now();
    if (now < nextAt) return;
    nextAt = now + 100;
    tell(value);
  };
}

function readHandedKey(packet: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64Url(packet);
  } catch (cause) {
    throw new SealingError('not_for_us', undefined, { cause });
  }
}

function readSource({ source, expected }: OpenFileInput, signal: AbortSignal): ReadableStream<Uint8Array> {
  if (typeof source !== 'string') return source.stream();
  const url = new URL(source, location.origin);
  if (url.origin !== location.origin) throw new SealingError('download_failed', 'another site');
  return downloadResumably(url, { totalBytes: expected.ciphertextBytes, signal });
}

/** Whatever fails because of a cancellation is told as that. */
async function withCancelled<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw signal.aborted ? new SealingError('cancelled', undefined, { cause }) : cause;
  }
}
