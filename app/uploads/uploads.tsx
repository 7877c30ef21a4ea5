import { useEffect, useRef, useState, useSyncExternalStore, type ChangeEvent } from 'react';

import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';
import { formatBytes } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import type { AttachmentEntry } from './attachment-entry.ts';
import { AttachmentRow, type RowAction } from './attachment-row.tsx';
import type { Rejection, TransferQueue, TransferView } from './transfer-queue.ts';
import type { TransferState } from './transfer-states.ts';
import type { UploadLimits } from './upload-limits.ts';
import type { UploadPurpose } from './upload-purposes.ts';
import { getTransferQueue } from './uploader.client.ts';
import './uploads.css';

export type AttachmentListProps = {
  legalRequestId: string;
  /** Only attachments have a kind that people choose. */
  purpose?: UploadPurpose;
  /** As the draft lists them when the page is shown; afterwards the list tells of its changes itself. */
  entries: readonly AttachmentEntry[];
  /** Takes the new list into the draft. Resolves when the draft is stored: sealing waits for it. */
  onChange: (entries: AttachmentEntry[]) => Promise<void>;
  /** As the purpose demands; checked in the crypto room before anything is sealed. */
  recipients: readonly Recipient[];
  limits: UploadLimits;
  /** Files of an earlier revision: they can be left out, but their kind is signed for. */
  submittedFileIds?: readonly string[];
};

const noViews: readonly TransferView[] = [];

/** Files of what is being written (a legal request, an answer, a message): choose, drop, watch, pause, remove. */
export function AttachmentList(props: AttachmentListProps) {
  const { limits, purpose = 'attachment', submittedFileIds = [] } = props;
  const { uploads } = useText();
  const locale = useLocale();
  const queue = useTransferQueue(props);
  const views = useSyncExternalStore(
    queue?.subscribe ?? subscribeToNothing,
    queue?.views ?? (() => noViews),
    () => noViews,
  );
  const isLocked = useIsLocked();
  const [notice, setNotice] = useState<Rejection[] | 'kind_not_saved'>([]);
  const [removed, setRemoved] = useState('');
  const add = (files: readonly File[]) => setNotice(queue?.add(files) ?? []);

  const act = (view: TransferView, action: RowAction) => {
    const { fileId, name } = view.entry;
    if (action !== 'remove') return queue?.[action](fileId);
    void queue?.remove(fileId);
    setRemoved(name);
  };
  const changeKind = (fileId: string, kind: AttachmentKind) => {
    queue?.changeKind(fileId, kind).then(
      () => setNotice([]),
      () => setNotice('kind_not_saved'),
    );
  };
  return (
    <div className="stack">
      <FileChooser
        onFiles={add}
        disabled={queue === null}
        hint={uploads.limits(limits.maxFiles, formatBytes(limits.maxFileBytes, locale))}
      />
      <Notice notice={notice} limits={limits} />
      {views.length === 0 ? <p className="muted">{uploads.empty}</p> : null}
      <ul className="plain-list">
        {views.map((view) => (
          <AttachmentRow
            key={view.entry.fileId}
            view={view}
            isLocked={isLocked}
            hasKind={purpose === 'attachment'}
            isSubmitted={submittedFileIds.includes(view.entry.fileId)}
            onAction={(action) => act(view, action)}
            onChooseFile={(file) => queue?.chooseFile(view.entry.fileId, file)}
            onKind={(kind) => changeKind(view.entry.fileId, kind)}
          />
        ))}
      </ul>
      <Announcer views={views} removed={removed} />
    </div>
  );
}

function useTransferQueue(props: AttachmentListProps): TransferQueue | null {
  const [queue, setQueue] = useState<TransferQueue | null>(null);
  const newest = useRef(props);
  useEffect(() => {
    newest.current = props;
  });
  useEffect(() => {
    const { legalRequestId, purpose = 'attachment', limits, entries } = newest.current;
    const owner = {
      recipients: () => [...newest.current.recipients],
      save: (list: AttachmentEntry[]) => newest.current.onChange(list),
    };
    const opened = getTransferQueue({ legalRequestId, purpose }, limits, owner);
    opened.setOwner(owner);
    opened.adopt(entries);
    setQueue(opened);
  }, [props.legalRequestId, props.purpose]);
  // Keys may become known after the files were chosen.
  const recipientCount = props.recipients.length;
  useEffect(() => queue?.wake(), [queue, recipientCount]);
  return queue;
}

const subscribeToNothing = () => () => undefined;

function useIsLocked(): boolean {
  return useSyncExternalStore(
    (listener) => getCryptoRoom().subscribe(listener),
    () => getCryptoRoom().status() === 'locked',
    () => true,
  );
}

type ChooserProps = { onFiles: (files: readonly File[]) => void; disabled: boolean; hint: string };

function FileChooser({ onFiles, disabled, hint }: ChooserProps) {
  const { uploads } = useText();
  const zone = useRef<HTMLDivElement>(null);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  // Dropping is a second way for the mouse only, so the box itself is nothing to focus or to click.
  useEffect(
    () => (zone.current ? listenForDrops(zone.current, (files) => take.current(files)) : undefined),
    [],
  );
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same file can be chosen again after it was removed.
    currentTarget.value = '';
  };
  return (
    <div ref={zone} className="drop-zone stack stack--small">
      <label className="kern-btn kern-btn--secondary file-button">
        <span className="kern-label">{uploads.choose}</span>
        <input
          type="file"
          multiple
          aria-label={uploads.choose}
          aria-describedby="attachments-hint"
          disabled={disabled}
          onChange={choose}
        />
      </label>
      <p className="muted">{uploads.dropHere}</p>
      <p id="attachments-hint" className="muted">
        {hint}
      </p>
    </div>
  );
}

function listenForDrops(zone: HTMLElement, onFiles: (files: File[]) => void): () => void {
  const ends = new AbortController();
  const listen = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
    zone.addEventListener(type, handle, { signal: ends.signal });
  listen('dragover', (event) => {
    event.preventDefault();
    zone.dataset['over'] = 'true';
  });
  listen('dragleave', () => {
    zone.dataset['over'] = 'false';
  });
  listen('drop', (event) => {
    event.preventDefault();
    zone.dataset['over'] = 'false';
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  return () => ends.abort();
}

function Notice({ notice, limits }: { notice: Rejection[] | 'kind_not_saved'; limits: UploadLimits }) {
  const { uploads } = useText();
  const locale = useLocale();
  if (notice === 'kind_not_saved') return <Alert tone="danger" title={uploads.kindNotSaved} announce />;
  if (notice.length === 0) return null;
  const maxSize = formatBytes(limits.maxFileBytes, locale);
  const text = ({ name, because }: Rejection) => {
    if (because === 'too_large') return uploads.rejections.too_large(name, maxSize);
    if (because === 'too_many') return uploads.rejections.too_many(name, limits.maxFiles);
    return uploads.rejections.listed_already(name);
  };
  return (
    <Alert tone="warning" title={uploads.rejected} announce>
      <ul className="plain-bullets">
        {notice.map((rejection) => (
          <li key={rejection.name}>{text(rejection)}</li>
        ))}
      </ul>
    </Alert>
  );
}

type Announced = 'complete' | 'failed' | 'needs_file';
const announced: readonly TransferState[] = ['complete', 'failed', 'needs_file'] satisfies Announced[];

/** Tells screen readers of ends and of what needs the person; progress is read where the focus is. */
function Announcer({ views, removed }: { views: readonly TransferView[]; removed: string }) {
  const { uploads } = useText();
  const region = useRef<HTMLParagraphElement>(null);
  const before = useRef<Map<string, TransferState>>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(views.map(({ entry, state }) => [entry.fileId, state]));
    const changed = views.find(({ entry, state }) => {
      const earlier = known?.get(entry.fileId);
      return earlier !== undefined && earlier !== state && announced.includes(state);
    });
    if (changed) say(region.current, uploads.announce[changed.state as Announced](changed.entry.name));
  }, [views, uploads]);
  useEffect(() => {
    if (removed !== '') say(region.current, uploads.announce.removed(removed));
  }, [removed, uploads]);
  return <p role="status" className="kern-sr-only" ref={region} />;
}

function say(region: HTMLElement | null, text: string): void {
  if (region) region.textContent = text;
}
