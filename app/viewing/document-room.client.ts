/** The page's side of the document worker: one worker for one document. */
import { startWorker } from '#app/sealing/trusted-types.client.ts';

import type { DocumentAnswer, DocumentQuestion, PageImage } from './document-protocol.ts';
import workerUrl from './document.worker.ts?worker&url';

export type DocumentRoom = {
  pages: number;
  /** @throws Error when the page cannot be drawn, or the room was closed */
  draw(page: number, zoom: number): Promise<PageImage>;
  /** Ends the worker and forgets the document. */
  close(): void;
};

type Waiting = { resolve: (answer: DocumentAnswer) => void; reject: (error: Error) => void };
type Unasked<Question> = Question extends unknown ? Omit<Question, 'id'> : never;

/** A document that takes longer than this for one page is given up: it may have been made for that. */
const patienceMs = 60_000;

/** @throws Error when the document is damaged, protected by a password, or too large to draw */
export async function openDocumentRoom(data: Blob): Promise<DocumentRoom> {
  const worker = startWorker(workerUrl, 'amtsweg-document');
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const close = () => {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error('closed'));
    waiting.clear();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    close();
  };
  worker.onmessage = ({ data: answer }: MessageEvent<DocumentAnswer>) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  };
  const ask = async (question: Unasked<DocumentQuestion>): Promise<DocumentAnswer> => {
    const id = (lastId += 1);
    const timer = setTimeout(close, patienceMs);
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ...question, id });
      });
    } finally {
      clearTimeout(timer);
    }
  };

  const opened = await ask({ ask: 'open', data });
  if (opened.answer !== 'opened') {
    close();
    throw new Error('cannot be drawn');
  }
  return {
    pages: opened.pages,
    async draw(page, zoom) {
      const drawn = await ask({ ask: 'page', page, zoom, pixelRatio: devicePixelRatio });
      if (drawn.answer !== 'page') throw new Error('cannot be drawn');
      return drawn.page;
    },
    close,
  };
}
