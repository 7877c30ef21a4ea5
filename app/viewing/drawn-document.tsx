import { useEffect, useState } from 'react';

import { useLocale, useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { DocumentFrame } from './document-frame.tsx';
import type { PageImage } from './document-protocol.ts';
import { openDocumentRoom, type DocumentRoom } from './document-room.client.ts';
import { DocumentToolbar } from './document-toolbar.tsx';
import { imageFrame } from './frame-document.ts';

type Drawn = { page: number; html: Blob; text: string };

/** A PDF or an image, one page at a time: only the page that is looked at is drawn, however many there are. */
export function DrawnDocument({ data, name }: { data: Blob; name: string }) {
  const { viewer } = useText().uploads;
  const locale = useLocale();
  const { room, isBroken: cannotOpen } = useDocumentRoom(data);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [isBroken, setIsBroken] = useState(false);

  useEffect(() => {
    if (!room) return undefined;
    let isGone = false;
    room
      .draw(page, zoom)
      .then(async (image) => {
        const html = await frameOf(image, locale, name, viewer.pageTitle(page, room.pages));
        if (!isGone) setDrawn({ page, html, text: image.text });
      })
      .catch(() => {
        if (!isGone) setIsBroken(true);
      });
    return () => {
      isGone = true;
    };
  }, [room, page, zoom, locale, name, viewer]);

  if (cannotOpen || isBroken) return <Alert tone="warning" title={viewer.broken} announce />;
  if (!room) return <p role="status">{viewer.rendering}</p>;
  const place = viewer.pageTitle(page, room.pages);
  return (
    <div className="stack stack--small">
      <DocumentToolbar page={page} pages={room.pages} zoom={zoom} onPage={setPage} onZoom={setZoom} />
      <div aria-busy={drawn?.page !== page}>
        <DocumentFrame html={drawn?.html ?? null} title={`${viewer.document(name)}, ${place}`} />
      </div>
      <PageText text={drawn?.page === page ? drawn.text : null} />
    </div>
  );
}

function useDocumentRoom(data: Blob) {
  const [room, setRoom] = useState<DocumentRoom | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    let made: DocumentRoom | null = null;
    openDocumentRoom(data).then(
      (opened) => {
        made = opened;
        if (isGone) opened.close();
        else setRoom(opened);
      },
      () => {
        if (!isGone) setIsBroken(true);
      },
    );
    return () => {
      isGone = true;
      made?.close();
    };
  }, [data]);
  return { room, isBroken };
}

async function frameOf(image: PageImage, locale: string, name: string, place: string): Promise<Blob> {
  const dataUrl = await readAsDataUrl(image.image);
  const { width, height } = image;
  return new Blob([imageFrame(locale, name, { dataUrl, width, height, alternative: place })], {
    type: 'text/html',
  });
}

/** The frame has an origin of its own and cannot read our blobs, so the image travels inside its document. */
function readAsDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('image not readable'));
    reader.readAsDataURL(blob);
  });
}

/** What is drawn as an image, as text: for screen readers, and to copy from. */
function PageText({ text }: { text: string | null }) {
  const { viewer } = useText().uploads;
  return (
    <details className="document-text">
      <summary>{viewer.textOfPage}</summary>
      {text === '' ? <p className="muted">{viewer.noText}</p> : <p className="pre-line">{text}</p>}
    </details>
  );
}
