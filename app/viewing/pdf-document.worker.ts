/**
 * PDF through pdf.js, wholly inside the document worker. pdf.js has two halves, one that reads and one that draws; both
 * run here, so neither the document nor its fonts ever touch the page. Scripts in a PDF are never run.
 */
import {
  getDocument,
  PDFDataRangeTransport,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
// Sets `globalThis.pdfjsWorker`, which the drawing half looks for before it would start a worker of its own.
import 'pdfjs-dist/build/pdf.worker.mjs';

import { pixelScale, type DrawableDocument, type PageImage } from './document-protocol.ts';

/** Maps, fonts and decoders that pdf.js asks for by name, as files of our own origin. */
const resources: Record<string, string> = {
  ...import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
  ...import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
  ...import.meta.glob<string>('/node_modules/pdfjs-dist/wasm/*.wasm', {
    eager: true,
    query: '?url',
    import: 'default',
  }),
};
const addresses = new Map(
  Object.entries(resources).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** pdf.js measures in points (1/72 inch), style sheets in 1/96 inch. */
const cssPixelsPerPoint = 96 / 72;
/** Of one page; more is no text to listen to. */
const maxTextLength = 50_000;

class ResourceFactory {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = addresses.get(filename);
    if (url === undefined) throw new Error('no such resource');
    const response = await fetch(url);
    if (!response.ok) throw new Error('resource not loaded');
    return new Uint8Array(await response.arrayBuffer());
  }
}

class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy(pair: { canvas: OffscreenCanvas | null; context: unknown }): void {
    if (pair.canvas) pair.canvas.width = pair.canvas.height = 0;
    pair.canvas = null;
    pair.context = null;
  }
}

/** Filters are made of SVG elements, which workers do not have: pages are drawn without these effects. */
class NoFilterFactory {
  readonly addFilter = () => 'none';
  readonly addHCMFilter = () => 'none';
  readonly addAlphaFilter = () => 'none';
  readonly addLuminosityFilter = () => 'none';
  readonly addKnockoutFilter = () => 'none';
  readonly addHighlightHCMFilter = () => 'none';
  readonly addSelectionHCMFilter = () => 'none';
  readonly addSelectionFilter = () => 'none';
  readonly createSelectionStyle = () => null;
  readonly destroy = () => undefined;
}

/** Reads only the parts of the file that a page needs: a scan of a whole case file is not copied into memory. */
class BlobTransport extends PDFDataRangeTransport {
  readonly #data: Blob;

  constructor(data: Blob) {
    super(data.size, null);
    this.#data = data;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#data
      .slice(begin, end)
      .arrayBuffer()
      .then((part) => this.onDataRange(begin, new Uint8Array(part)));
  }
}

/** @throws when it is damaged or protected by a password */
export async function openPdf(data: Blob): Promise<DrawableDocument> {
  const document = await getDocument({
    range: new BlobTransport(data),
    rangeChunkSize: 256 * 1024,
    disableAutoFetch: true,
    disableStream: true,
    BinaryDataFactory: ResourceFactory,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
    cMapPacked: true,
    useWorkerFetch: false,
    // Glyphs are drawn as paths: no font of a stranger is handed to the browser.
    disableFontFace: true,
    useSystemFonts: false,
    disableWorkerRendering: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  return {
    pages: document.numPages,
    draw: (page, zoom, pixelRatio) => drawPage(document, page, zoom, pixelRatio),
  };
}

async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  zoom: number,
  pixelRatio: number,
): Promise<PageImage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: zoom * cssPixelsPerPoint });
  const scale = pixelScale(width, height, pixelRatio);
  const viewport = page.getViewport({ scale: zoom * cssPixelsPerPoint * scale });
  const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d', { alpha: false });
  if (!canvasContext) throw new Error('no canvas');
  // pdf.js knows pages' canvases only by their type, but needs no more than this one has.
  const target = canvasContext as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext: target, viewport }).promise;
  const image = await canvas.convertToBlob({ type: 'image/png' });
  const text = await textOf(page);
  page.cleanup();
  return { image, width, height, text };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return text.trim().slice(0, maxTextLength);
}
