import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';

import { locales } from '#app/text/catalogue.ts';

import type { CertificateFacts } from './certificate-facts.ts';
import { makeCertificate } from './make-certificate.ts';

const fontFile = async (name: string) =>
  new Uint8Array(await readFile(`node_modules/@kern-ux/native/dist/fonts/noto-sans/NotoSans-${name}.woff`));
const fonts = { regular: await fontFile('Regular'), bold: await fontFile('Bold') };

const facts: CertificateFacts = {
  locale: 'de',
  provider: 'Testpost GmbH',
  authority: 'Landeskriminalamt Köln – Größe & Übermaß',
  reference: 'AW-2026-000123',
  fileNumber: '12 Js 34/26',
  category: 'traffic_data',
  legalBasis: '§ 100g Abs. 1 StPO',
  answerNumber: 2,
  isFinal: false,
  periodStartAt: '2026-10-25T00:30:00Z',
  periodEndAt: '2026-10-31T22:59:59Z',
  targets: [{ label: 'erika@testpost.example', outcome: 'refused_in_part', reason: 'Nur Empfangsdaten.' }],
  files: [
    {
      name: 'Verbindungen.csv',
      sizeBytes: 1234567,
      plaintextSha256: 'ab'.repeat(32),
      ciphertextSha256: '0c'.repeat(32),
    },
  ],
  preparedBy: 'Änne Øre-Łoś',
  preparedByRole: 'Sachbearbeitung',
  preparedAt: '2026-11-24T13:05:33Z',
  intakeFingerprint: '0123456789ABCDEF0123456789ABCDEF01234567',
};

/** The text of each page, without white space: where lines break is no business of most tests. */
async function readPages(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}
const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
const readText = async (pdf: Uint8Array) => squeeze((await readPages(pdf)).join(' '));

describe('the certificate of authenticity', () => {
  it('says all that the facts say', async () => {
    const text = await readText(await makeCertificate(facts, fonts));
    for (const part of [
      'Bescheinigung der Echtheit und Vollständigkeit',
      'Testpost GmbH',
      'Landeskriminalamt Köln – Größe & Übermaß',
      'AW-2026-000123',
      '12 Js 34/26',
      'Verkehrsdaten',
      '§ 100g Abs. 1 StPO',
      // The night in which the clock is put back: UTC says which of the two.
      'ab 25.10.2026, 02:30:00 Uhr (Berlin; 2026-10-25 00:30:00 UTC)',
      'bis 31.10.2026, 23:59:59 Uhr',
      'Nr. 2, Teilantwort, weitere folgen',
      '1. erika@testpost.example',
      'teilweise abgelehnt',
      'Begründung: Nur Empfangsdaten.',
      'Verbindungen.csv',
      '1 234 567 Byte',
      'ab'.repeat(32),
      '0c'.repeat(32),
      'Änne Øre-Łoś, Sachbearbeitung',
      '24.11.2026, 14:05:33 Uhr (Berlin; 2026-11-24 13:05:33 UTC)',
      'unverändert und vollständig wiedergeben',
      '0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567',
    ])
      expect(text).toContain(squeeze(part));
  });

  it.each(locales)('is complete in %s', async (locale) => {
    const text = await readText(await makeCertificate({ ...facts, locale }, fonts));
    const title = { de: 'Bescheinigung', en: 'Certificate', fr: 'Attestation' }[locale];
    expect(text).toContain(title);
    expect(text).not.toContain('[U+');
    expect(text).toContain('ab'.repeat(32));
  });

  it('is the same for the same facts', async () => {
    const [one, two] = [await makeCertificate(facts, fonts), await makeCertificate(facts, fonts)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('holds a hundred targets and numbers its pages', async () => {
    const targets = Array.from({ length: 100 }, (_, index) => ({
      label: `konto-${index + 1}@testpost.example`,
      outcome: 'nothing_held' as const,
      reason: '',
    }));
    const pages = await readPages(await makeCertificate({ ...facts, targets }, fonts));
    expect(pages.length).toBeGreaterThan(3);
    const text = squeeze(pages.join(' '));
    for (const [index, { label }] of targets.entries()) expect(text).toContain(`${index + 1}.${label}`);
    for (const [index, page] of pages.entries())
      expect(squeeze(page)).toContain(`AW-2026-000123·Seite${index + 1}von${pages.length}`);
  });

  it('shows odd names by what they are', async () => {
    const names = [
      'x'.repeat(255),
      'Rechnung\u202Efdp.exe',
      'две файла.txt',
      '文書.pdf',
      '🕵️.jpg',
      'a\u0000b\nc\td.txt',
      'u\u0308ber.txt',
      '\uD800 alone',
      '../../etc/passwd',
      '<script>alert(1)</script>',
    ];
    const files = names.map((name) => ({ ...facts.files[0]!, name }));
    const text = await readText(await makeCertificate({ ...facts, files }, fonts));
    for (const part of [
      `1.${'x'.repeat(255)}`,
      'Rechnung[U+202E]fdp.exe',
      'две файла.txt',
      '[U+6587][U+66F8].pdf',
      '[U+1F575][U+FE0F].jpg',
      'a[U+0000]b[U+000A]c[U+0009]d.txt',
      'über.txt',
      '[U+D800] alone',
      '../../etc/passwd',
      '<script>alert(1)</script>',
    ])
      expect(text).toContain(squeeze(part));
  });

  it('keeps every line on the page', async () => {
    const files = [{ ...facts.files[0]!, name: 'W'.repeat(400) }];
    const pdf = await makeCertificate({ ...facts, fileNumber: 'W'.repeat(60), files }, fonts);
    const document = await getDocument({ data: pdf.slice() }).promise;
    const { items } = await (await document.getPage(1)).getTextContent();
    for (const item of items)
      if ('str' in item) expect(item.transform[4] + item.width).toBeLessThanOrEqual(595.28 - 55);
  });

  it('says so when there are no files', async () => {
    const text = await readText(await makeCertificate({ ...facts, files: [], isFinal: true }, fonts));
    expect(text).toContain(squeeze('Mit dieser Antwort werden keine Dateien übermittelt.'));
    expect(text).toContain(squeeze('auf die oben genannten Kennungen hin überprüft'));
    expect(text).not.toContain(squeeze('unverändert und vollständig wiedergeben'));
  });

  it('is not made from half the facts', async () => {
    await expect(makeCertificate({ ...facts, intakeFingerprint: '' }, fonts)).rejects.toThrow();
  });
});
