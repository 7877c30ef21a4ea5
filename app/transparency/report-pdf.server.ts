/** The report as tagged PDF (PDF/UA-1, ISO 14289-1), set by Typst with the fonts of the design system. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Database } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { loadText } from '#app/text/load-text.ts';

import type { PublishedEdition } from './edition.ts';
import { listNewestEditions } from './editions.server.ts';
import { composePdfData } from './pdf-data.ts';
import template from './report.typ?raw';
import { unwrapWoff } from './unwrap-woff.ts';
import { viewReport } from './view-report.server.ts';

/** Setting a report takes a third of a second in which nothing else is answered: each is set once. */
const maxKept = 60;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * The PDF of a published version. What it is compared with may be published later, so that belongs to what is kept.
 * @throws DomainError `pdf_unavailable` (503) where the package for this platform was not installed
 */
export async function findReportPdf(
  db: Database,
  edition: PublishedEdition,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const newest = await listNewestEditions(db);
  const key = [locale, edition.signature, ...newest.map(({ signature }) => signature)].join();
  const known = kept.get(key);
  if (known) return known;
  const others = newest.map(({ content }) => content.figures);
  const text = await loadText(locale);
  const data = composePdfData(viewReport(edition, others, text, locale), edition.publishedAt, text, locale);
  const pdf = await setPdf(data, new Date(edition.publishedAt));
  for (const oldest of kept.keys()) if (kept.size >= maxKept) kept.delete(oldest);
  kept.set(key, pdf);
  return pdf;
}

async function setPdf(data: object, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded only when somebody wants a PDF: it is 50 MB of compiled code.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => {
    throw new DomainError('pdf_unavailable', {}, 503);
  });
  const fontBlobs = await loadFonts();
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at.getTime() / 1000) },
  );
  compiler.evictCache(0);
  return new Uint8Array(pdf);
}

async function loadFonts(): Promise<Buffer[]> {
  const fonts = join(
    dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json')),
    'dist/fonts/noto-sans',
  );
  return Promise.all(
    ['NotoSans-Regular.woff', 'NotoSans-Bold.woff'].map(async (name) =>
      Buffer.from(unwrapWoff(await readFile(join(fonts, name)))),
    ),
  );
}
