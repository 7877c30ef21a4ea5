import fontkit from '@cantoo/fontkit';
import { grayscale, PDFDocument, PageSizes, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

import { printableText, wrapText } from './printable-text.ts';

/** The octets of two fonts, as TrueType or WOFF. */
export interface CertificateFonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

type Weight = keyof CertificateFonts;

interface TextStyle {
  weight?: Weight;
  size?: number;
  /** From the left edge of the text, in points. */
  indent?: number;
  /** Of the room above, in points. */
  above?: number;
}

const [pageWidth, pageHeight] = PageSizes.A4;
const margin = 56;
const textWidth = pageWidth - 2 * margin;
const lineSpacing = 1.4;
const labelWidth = 150;

/** Sheets of A4 that text is written on from top to bottom; a new one begins where the old one is full. */
export class CertificateSheet {
  private readonly document: PDFDocument;
  private readonly fonts: Record<Weight, DrawnFont>;
  private page: PDFPage;
  private y = pageHeight - margin;

  private constructor(document: PDFDocument, fonts: Record<Weight, DrawnFont>) {
    this.document = document;
    this.fonts = fonts;
    this.page = document.addPage([pageWidth, pageHeight]);
  }

  /** @param about title, language (BCP 47) and time of the document; nothing else makes two of them differ */
  static async create(
    files: CertificateFonts,
    about: { title: string; language: string; author: string; at: Date },
  ): Promise<CertificateSheet> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    document.setTitle(about.title, { showInWindowTitleBar: true });
    document.setLanguage(about.language);
    document.setAuthor(about.author);
    document.setProducer('Amtsweg');
    document.setCreator('Amtsweg');
    document.setCreationDate(about.at);
    document.setModificationDate(about.at);
    return new CertificateSheet(document, {
      regular: await embedFont(document, files.regular),
      bold: await embedFont(document, files.bold),
    });
  }

  /** A paragraph over the whole width. */
  write(text: string, style: TextStyle = {}): void {
    this.y -= style.above ?? 0;
    const { size, lines } = this.layOut(text, style, textWidth - (style.indent ?? 0));
    for (const line of lines) {
      this.makeRoom(size);
      this.drawLine(line, style, margin + (style.indent ?? 0));
      this.y -= size * lineSpacing;
    }
  }

  heading(text: string): void {
    // A heading stays with what follows.
    if (this.y - 70 < margin) this.startPage();
    this.write(text, { weight: 'bold', size: 12, above: 14 });
    this.y -= 3;
  }

  /** Label on the left, value on the right. */
  pair(label: string, value: string): void {
    const labels = this.layOut(label, {}, labelWidth - 8).lines;
    const { size, lines } = this.layOut(value, {}, textWidth - labelWidth);
    for (let index = 0; index < Math.max(lines.length, labels.length); index += 1) {
      this.makeRoom(size);
      if (labels[index] !== undefined) this.drawLine(labels[index] ?? '', {}, margin);
      if (lines[index] !== undefined) this.drawLine(lines[index] ?? '', {}, margin + labelWidth);
      this.y -= size * lineSpacing;
    }
  }

  /** Writes a line at the foot of every page and hands out the document. */
  async finish(footer: (page: number, pages: number) => string): Promise<Uint8Array> {
    const pages = this.document.getPages();
    for (const [index, page] of pages.entries()) {
      const { font, show } = this.fonts.regular;
      const text = show(footer(index + 1, pages.length));
      page.drawText(text, { x: margin, y: margin / 2, size: 8, font, color: grayscale(0.3) });
    }
    return this.document.save();
  }

  private layOut(text: string, { weight = 'regular', size = 10 }: TextStyle, width: number) {
    const { show, widthOf } = this.fonts[weight];
    return { size, lines: wrapText(show(text), width, (character) => widthOf(character) * size) };
  }

  private drawLine(line: string, { weight = 'regular', size = 10 }: TextStyle, x: number): void {
    if (line !== '') this.page.drawText(line, { x, y: this.y - size, size, font: this.fonts[weight].font });
  }

  private makeRoom(height: number): void {
    if (this.y - height * lineSpacing < margin) this.startPage();
  }

  private startPage(): void {
    this.page = this.document.addPage([pageWidth, pageHeight]);
    this.y = pageHeight - margin;
  }
}

interface DrawnFont {
  font: PDFFont;
  /** Text as this font can draw it. */
  show(text: string): string;
  /** Width of a character at size 1. */
  widthOf(character: string): number;
}

async function embedFont(document: PDFDocument, file: Uint8Array): Promise<DrawnFont> {
  // No ligatures: one character is one glyph, so that searching and copying find what was written.
  const features = { liga: false, clig: false, dlig: false, kern: false };
  const font = await document.embedFont(file, { subset: true, features });
  const known = new Set(font.getCharacterSet());
  const widths = new Map<string, number>();
  return {
    font,
    show: (text) => printableText(text, (codePoint) => known.has(codePoint)),
    widthOf(character) {
      const width = widths.get(character) ?? font.widthOfTextAtSize(character, 1);
      widths.set(character, width);
      return width;
    },
  };
}
