/** What the page and the document worker say to each other. One question at a time is under way for each id. */
export type PageImage = {
  /** A PNG made by the worker. */
  image: Blob;
  /** In CSS pixels at the zoom asked for. */
  width: number;
  height: number;
  /** What can be read on the page, for those who cannot see it; '' for a scan. */
  text: string;
};

export type DocumentQuestion =
  | { id: number; ask: 'open'; data: Blob }
  /** `page` from 1; `zoom` 1 shows the page in its natural size; `pixelRatio` of the screen. */
  | { id: number; ask: 'page'; page: number; zoom: number; pixelRatio: number };

export type DocumentAnswer =
  | { id: number; answer: 'opened'; pages: number }
  | { id: number; answer: 'page'; page: PageImage }
  /** Damaged, protected by a password, or too large to draw. */
  | { id: number; answer: 'failed' };

/** A document that can be drawn page by page. */
export interface DrawableDocument {
  pages: number;
  draw(page: number, zoom: number, pixelRatio: number): Promise<PageImage>;
}

/** Largest image that is drawn: 64 MB in memory. */
const maxPixels = 16_000_000;

/** How many device pixels a CSS pixel gets: as many as the screen has, but no image becomes too large. */
export function pixelScale(width: number, height: number, pixelRatio: number): number {
  return Math.min(pixelRatio, Math.sqrt(maxPixels / Math.max(1, width * height)));
}
