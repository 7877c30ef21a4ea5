import { useEffect, useState } from 'react';

import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';
import { failureText } from '#app/uploads/failure-text.ts';

import { DocumentFrame } from './document-frame.tsx';
import { decodeText, documentKindOf, kindHeadBytes, type DocumentKind } from './document-kind.ts';
import { downloadNameOf } from './download-name.ts';
import { DrawnDocument } from './drawn-document.tsx';
import { textFrame } from './frame-document.ts';
import type { FileMeta, SignedFile } from './open-sealed-file.client.ts';
import { useBlobUrl } from './use-blob-url.ts';
import { useOpenedFile, type OpeningState } from './use-opened-file.ts';
import './viewing.css';

export type DocumentViewerProps = {
  /** What the sealed form says of the file. */
  file: FileMeta;
  /** What the signed manifest says of it. */
  manifestFile: SignedFile;
  onClose?: () => void;
};

/**
 * Downloads, checks, decrypts and shows one file (promise 7). PDF, images and text stand in a sandboxed frame; all
 * else can only be downloaded. Give it the file's id as `key`. The crypto room must be unlocked.
 */
export function DocumentViewer({ file, manifestFile, onClose }: DocumentViewerProps) {
  const t = useText();
  const { viewer } = t.uploads;
  const { state, retry } = useOpenedFile(manifestFile, file);
  return (
    <section className="document-viewer stack stack--small" aria-label={viewer.document(file.name)}>
      <div className="row row--spread">
        <h3 className="document-viewer__name">
          <bdi>{file.name}</bdi>
        </h3>
        <div className="row">
          {state.phase === 'opened' ? <DownloadLink data={state.data} name={file.name} /> : null}
          {onClose ? (
            <Button weight="tertiary" onClick={onClose}>
              {viewer.close}
            </Button>
          ) : null}
        </div>
      </div>
      {state.phase === 'working' ? <Progress state={state} /> : null}
      {state.phase === 'failed' ? (
        <>
          <Alert tone="danger" title={failureText(t, state.failure)} announce />
          <Button weight="secondary" onClick={retry}>
            {viewer.retry}
          </Button>
        </>
      ) : null}
      {state.phase === 'opened' ? <OpenedDocument state={state} name={file.name} /> : null}
    </section>
  );
}

/** Shows what this browser has decrypted already, as a part of a mail. Give it the file as `key`. */
export function LocalDocumentViewer({
  data,
  name,
  onClose,
}: {
  data: Blob;
  name: string;
  onClose: () => void;
}) {
  const { viewer } = useText().uploads;
  const [kind, setKind] = useState<DocumentKind | null>(null);
  useEffect(() => {
    let isGone = false;
    void data
      .slice(0, kindHeadBytes)
      .arrayBuffer()
      .then((head) => {
        if (!isGone) setKind(documentKindOf(new Uint8Array(head)));
      });
    return () => {
      isGone = true;
    };
  }, [data]);
  return (
    <section className="document-viewer stack stack--small" aria-label={viewer.document(name)}>
      <div className="row row--spread">
        <h3 className="document-viewer__name">
          <bdi>{name}</bdi>
        </h3>
        <div className="row">
          <DownloadLink data={data} name={name} />
          <Button weight="tertiary" onClick={onClose}>
            {viewer.close}
          </Button>
        </div>
      </div>
      {kind === null ? null : <OpenedDocument state={{ phase: 'opened', data, kind }} name={name} />}
    </section>
  );
}

function Progress({ state: { progress } }: { state: Extract<OpeningState, { phase: 'working' }> }) {
  const { viewer } = useText().uploads;
  const label = progress?.phase === 'opening' ? viewer.opening : viewer.downloading;
  return (
    <div className="stack stack--small">
      <p role="status">{label}</p>
      <progress
        value={progress?.doneBytes ?? 0}
        max={Math.max(1, progress?.totalBytes ?? 1)}
        aria-label={label}
      />
    </div>
  );
}

function OpenedDocument({
  state,
  name,
}: {
  state: Extract<OpeningState, { phase: 'opened' }>;
  name: string;
}) {
  const { viewer } = useText().uploads;
  const { data, kind } = state;
  if (kind === 'other') return <p>{viewer.notShown}</p>;
  return (
    <>
      {kind === 'text' ? <TextDocument data={data} name={name} /> : <DrawnDocument data={data} name={name} />}
      <p className="muted">{viewer.safe}</p>
    </>
  );
}

/** Octets of text that are shown; more makes the frame slow and is better read elsewhere. */
const maxTextBytes = 500_000;

function TextDocument({ data, name }: { data: Blob; name: string }) {
  const { viewer } = useText().uploads;
  const locale = useLocale();
  const [html, setHtml] = useState<Blob | null>(null);
  useEffect(() => {
    let isGone = false;
    void data
      .slice(0, maxTextBytes)
      .arrayBuffer()
      .then((octets) => {
        const text = decodeText(new Uint8Array(octets));
        if (!isGone) setHtml(new Blob([textFrame(locale, name, text)], { type: 'text/html' }));
      });
    return () => {
      isGone = true;
    };
  }, [data, locale, name]);
  return (
    <>
      <DocumentFrame html={html} title={viewer.document(name)} />
      {data.size > maxTextBytes ? <p>{viewer.textCut}</p> : null}
    </>
  );
}

/** As octets without a type, so that no browser opens it by itself. */
function DownloadLink({ data, name }: { data: Blob; name: string }) {
  const { viewer } = useText().uploads;
  const url = useBlobUrl(data);
  if (url === null) return null;
  return (
    <a
      className="kern-btn kern-btn--tertiary"
      href={url}
      download={downloadNameOf(name)}
      title={viewer.downloadWarning}
    >
      <span className="kern-label">{viewer.save}</span>
    </a>
  );
}
