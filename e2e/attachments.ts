import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A file as Playwright puts it into a file chooser. */
export interface Attachment {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A court order of several pages with text on each; `words` stands in it, so that a test can look for it. */
export async function makeOrderPdf(name: string, words: string, pages = 4): Promise<Attachment> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  document.setTitle(words);
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842]);
    const lines = [
      'Amtsgericht Musterstadt',
      'Beschluss in dem Ermittlungsverfahren',
      words,
      `Seite ${number} von ${pages}`,
    ];
    lines.forEach((line, row) => page.drawText(line, { x: 72, y: 760 - row * 28, size: 14, font }));
    for (let row = 0; row < 20; row += 1)
      page.drawText('Die Anordnung beruht auf den im Antrag der Staatsanwaltschaft genannten Tatsachen.', {
        x: 72,
        y: 600 - row * 22,
        size: 10,
        font,
      });
  }
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** A scanned page: an A4 sheet at 150 dpi in grey, with the grain that makes scans large. */
export function makeScan(name: string, words: string): Attachment {
  const width = 1240;
  const height = 1754;
  const rows = Buffer.alloc(height * (width + 1));
  const grain = randomBytes(width);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isInk = y % 48 < 14 && y > 160 && y < 1500 && x > 140 && x < 1100 && (x * 7 + y) % 11 < 5;
      rows[y * (width + 1) + 1 + x] = isInk ? 40 : 235 + ((grain[(x + y) % width] ?? 0) % 20);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
