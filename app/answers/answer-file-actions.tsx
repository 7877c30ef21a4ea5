import { useEffect, useRef, useState } from 'react';

import { useCryptoRoomStatus } from '#app/accounts/crypto-room-status.ts';
import { failureCode } from '#app/accounts/failure-text.ts';
import type { OpenedFile, OpenProgress } from '#app/sealing/bulk-types.ts';
import type { RoomTask } from '#app/sealing/sealing-types.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';
import { failureText } from '#app/uploads/failure-text.ts';
import type { TransferFailure } from '#app/uploads/transfer-error.ts';
import { downloadNameOf } from '#app/viewing/download-name.ts';
import { useBlobUrl } from '#app/viewing/use-blob-url.ts';
import { DocumentViewer } from '#app/viewing/viewer.tsx';

import type { AnswerFile } from './answer-manifest.ts';
import { startSaving } from './save-file.client.ts';

/** Larger files are saved and read with a program of their own. */
const maxShownBytes = 20 * 1024 * 1024;

type Phase =
  | { phase: 'idle' }
  | { phase: 'working'; progress: OpenProgress | null }
  | { phase: 'saved' }
  | { phase: 'ready'; data: Blob }
  | { phase: 'failed'; code: string };

/** What can be done with one file of an answer: look at it, save it, take its ciphertext. */
export function AnswerFileActions({ file }: { file: AnswerFile }) {
  const { answers: text } = useText();
  const [isShown, setShown] = useState(false);
  const { state, save, cancel } = useSaving(file);
  return (
    <div className="stack stack--small">
      <ButtonRow>
        {file.sizeBytes <= maxShownBytes ? (
          <Button weight="secondary" aria-label={text.showFor(file.name)} onClick={() => setShown(true)}>
            {text.show}
          </Button>
        ) : null}
        {state.phase === 'working' ? (
          <Button weight="tertiary" onClick={cancel}>
            {text.cancel}
          </Button>
        ) : (
          <Button weight="secondary" aria-label={text.saveFor(file.name)} onClick={save}>
            {text.save}
          </Button>
        )}
        <a
          className="kern-link"
          href={`/files/${file.fileId}`}
          download={`${downloadNameOf(file.name)}.gpg`}
          aria-label={text.ciphertextFor(file.name)}
        >
          {text.ciphertext}
        </a>
      </ButtonRow>
      <SavingState state={state} name={file.name} />
      {isShown ? (
        <DocumentViewer key={file.fileId} file={file} manifestFile={file} onClose={() => setShown(false)} />
      ) : null}
    </div>
  );
}

function useSaving(file: AnswerFile) {
  const [state, setState] = useState<Phase>({ phase: 'idle' });
  const task = useRef<RoomTask<OpenedFile> | null>(null);
  const opened = useRef<OpenedFile | null>(null);
  // What was decrypted into the browser's own storage goes with the page.
  useEffect(
    () => () => {
      if (opened.current) void opened.current.dispose();
      else void task.current?.cancel();
    },
    [],
  );
  // Locked because nobody was there, or signed out: what lies ready in plain text goes with the keys.
  const isLocked = useCryptoRoomStatus() === 'locked';
  useEffect(() => {
    if (!isLocked || opened.current === null || opened.current.privateFolder === null) return;
    void opened.current.dispose();
    opened.current = null;
    setState({ phase: 'idle' });
  }, [isLocked]);
  const run = async () => {
    const saving = await startSaving(file, (progress) => setState({ phase: 'working', progress }));
    if (!saving) return;
    task.current = saving.task;
    setState({ phase: 'working', progress: null });
    opened.current = await saving.task.done;
    setState(saving.isChosen ? { phase: 'saved' } : { phase: 'ready', data: opened.current.data });
  };
  const save = () => {
    void run().catch((error: unknown) => {
      const code = failureCode(error);
      setState(code === 'cancelled' ? { phase: 'idle' } : { phase: 'failed', code });
    });
  };
  return { state, save, cancel: () => void task.current?.cancel() };
}

function SavingState({ state, name }: { state: Phase; name: string }) {
  const t = useText();
  const { answers: text } = t;
  if (state.phase === 'idle') return null;
  if (state.phase === 'saved') return <Alert tone="success" title={text.savedFile} announce />;
  if (state.phase === 'ready') return <ReadyLink data={state.data} name={name} />;
  if (state.phase === 'failed') {
    const isDamaged = state.code === 'hash_mismatch' || state.code === 'message_damaged';
    const words =
      state.code === 'download_failed' || state.code === 'timed_out'
        ? text.broke
        : failureText(t, state.code as TransferFailure);
    return <Alert tone="danger" title={isDamaged ? text.failed : words} announce />;
  }
  const label = state.progress?.phase === 'opening' ? text.decrypting : text.downloading;
  return (
    <>
      <p role="status">{label}</p>
      <progress
        value={state.progress?.doneBytes ?? 0}
        max={Math.max(1, state.progress?.totalBytes ?? 1)}
        aria-label={label}
      />
    </>
  );
}

/** A file in the browser's storage, checked; the link copies it to where the person wants it. */
function ReadyLink({ data, name }: { data: Blob; name: string }) {
  const { answers: text } = useText();
  const url = useBlobUrl(data);
  return (
    <p className="row" role="status">
      <span>{text.ready}</span>
      {url === null ? null : (
        <a className="kern-btn kern-btn--primary" href={url} download={downloadNameOf(name)}>
          <span className="kern-label">{text.keep}</span>
        </a>
      )}
    </p>
  );
}
