/**
 * Draws opened documents, page by page. It is given the plaintext of one file and nothing else: no keys, no names. It is
 * ended with the viewer, and a document that breaks it harms nothing else.
 */
import { documentKindOf, kindHeadBytes } from './document-kind.ts';
import type { DocumentAnswer, DocumentQuestion, DrawableDocument } from './document-protocol.ts';
import { openImage } from './image-document.worker.ts';

let opened: DrawableDocument | null = null;

async function open(data: Blob): Promise<DrawableDocument> {
  const head = new Uint8Array(await data.slice(0, kindHeadBytes).arrayBuffer());
  if (documentKindOf(head) === 'image') return openImage(data);
  // Two megabytes of script that most files do not need.
  const { openPdf } = await import('./pdf-document.worker.ts');
  return openPdf(data);
}

async function answer(question: DocumentQuestion): Promise<DocumentAnswer> {
  const { id } = question;
  try {
    if (question.ask === 'open') {
      opened = await open(question.data);
      return { id, answer: 'opened', pages: opened.pages };
    }
    if (!opened) return { id, answer: 'failed' };
    return { id, answer: 'page', page: await opened.draw(question.page, question.zoom, question.pixelRatio) };
  } catch {
    // Errors of pdf.js may quote the document.
    return { id, answer: 'failed' };
  }
}

addEventListener('message', (event: MessageEvent<DocumentQuestion | undefined>) => {
  // pdf.js uses the same channel for its own halves when it thinks it is alone; its messages have no question.
  if (event.data?.ask === undefined) return;
  void answer(event.data).then((message) => postMessage(message));
});
