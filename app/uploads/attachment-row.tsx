import { useId, type ChangeEvent } from 'react';

import { SelectField } from '#app/forms/fields.tsx';
import { attachmentKinds, type AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { formatBytes } from '#app/text/format.ts';
import { useLocale, useText, type Text } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { failureText } from './failure-text.ts';
import { canRetry } from './transfer-error.ts';
import type { TransferView } from './transfer-queue.ts';

export type RowAction = 'pause' | 'resume' | 'retry' | 'remove';

type RowProps = {
  view: TransferView;
  /** The keys are locked: what waits, waits for them. */
  isLocked: boolean;
  hasKind: boolean;
  /** Part of a submitted revision: its kind is signed for. */
  isSubmitted: boolean;
  onAction: (action: RowAction) => void;
  onChooseFile: (file: File) => void;
  onKind: (kind: AttachmentKind) => void;
};

/** One attachment: what it is, how far it is, what can be done. Its name is shown as text, whatever is in it. */
export function AttachmentRow(props: RowProps) {
  const { view, isLocked, hasKind, isSubmitted, onAction, onChooseFile, onKind } = props;
  const t = useText();
  const nameId = useId();
  const { entry, state, failure } = view;
  return (
    <li className="attachment" aria-labelledby={nameId}>
      <div className="stack stack--small">
        <p id={nameId} className="attachment__name">
          <bdi>{entry.name}</bdi>
        </p>
        <Figures view={view} isLocked={isLocked} />
        {state === 'running' || state === 'retrying' || state === 'paused' ? (
          <progress value={view.sentBytes} max={Math.max(1, view.totalBytes)} aria-labelledby={nameId} />
        ) : null}
        {failure !== null && state !== 'retrying' ? (
          <p className="attachment__failure">{failureText(t, failure)}</p>
        ) : null}
        {state === 'needs_file' && failure === null ? (
          <p className="muted">{t.uploads.needsFileHint}</p>
        ) : null}
        <RowButtons view={view} onAction={onAction} onChooseFile={onChooseFile} />
      </div>
      {!hasKind ? null : isSubmitted ? (
        <p>{t.legalRequests.attachmentKinds[entry.kind].label}</p>
      ) : (
        <SelectField
          label={t.uploads.kind}
          aria-label={t.uploads.actionFor(t.uploads.kind, entry.name)}
          value={entry.kind}
          onChange={(event) => onKind(event.currentTarget.value as AttachmentKind)}
          choices={attachmentKinds.map((kind) => ({
            value: kind,
            label: t.legalRequests.attachmentKinds[kind].label,
          }))}
        />
      )}
    </li>
  );
}

function Figures({ view, isLocked }: { view: TransferView; isLocked: boolean }) {
  const { uploads } = useText();
  const locale = useLocale();
  const { entry, state, sentBytes, totalBytes, bytesPerSecond, secondsLeft } = view;
  const isMoving = state === 'running' && view.checked === null;
  const isPartly = state !== 'complete' && state !== 'needs_file' && sentBytes > 0;
  return (
    <p className="attachment__figures muted">
      <span>{stateText(uploads, view, isLocked)}</span>
      <span>
        {isPartly
          ? uploads.sent(formatBytes(sentBytes, locale), formatBytes(totalBytes, locale))
          : formatBytes(entry.sizeBytes, locale)}
      </span>
      {isMoving && bytesPerSecond !== null ? (
        <span>{uploads.speed(formatBytes(bytesPerSecond, locale))}</span>
      ) : null}
      {isMoving && secondsLeft !== null ? <span>{uploads.timeLeft(secondsLeft)}</span> : null}
    </p>
  );
}

function stateText({ states }: Text['uploads'], { state, checked }: TransferView, isLocked: boolean): string {
  if (state === 'queued' && isLocked) return states.locked;
  if (state === 'running' && checked !== null) return states.checking(Math.floor(checked * 100));
  return states[state];
}

function RowButtons({ view, onAction, onChooseFile }: Pick<RowProps, 'view' | 'onAction' | 'onChooseFile'>) {
  const { uploads } = useText();
  const { entry, state, failure } = view;
  const isUnderWay = state === 'running' || state === 'retrying' || state === 'queued';
  const button = (action: RowAction, label: string) => (
    <Button
      weight="tertiary"
      aria-label={uploads.actionFor(label, entry.name)}
      onClick={() => onAction(action)}
    >
      {label}
    </Button>
  );
  return (
    <div className="row">
      {state === 'needs_file' ? <FileAgainButton name={entry.name} onChooseFile={onChooseFile} /> : null}
      {isUnderWay ? button('pause', uploads.actions.pause) : null}
      {state === 'paused' ? button('resume', uploads.actions.resume) : null}
      {state === 'retrying' ? button('retry', uploads.actions.retryNow) : null}
      {state === 'failed' && failure !== null && canRetry(failure)
        ? button('retry', uploads.actions.retry)
        : null}
      {failure === 'open_elsewhere'
        ? null
        : button('remove', isUnderWay ? uploads.actions.cancel : uploads.actions.remove)}
    </div>
  );
}

function FileAgainButton({ name, onChooseFile }: { name: string; onChooseFile: (file: File) => void }) {
  const { uploads } = useText();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file) onChooseFile(file);
  };
  return (
    <label className="kern-btn kern-btn--primary file-button">
      <span className="kern-label">{uploads.actions.chooseAgain}</span>
      <input
        type="file"
        aria-label={uploads.actionFor(uploads.actions.chooseAgain, name)}
        onChange={choose}
      />
    </label>
  );
}
