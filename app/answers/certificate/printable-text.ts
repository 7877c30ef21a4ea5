/**
 * Text as it can be drawn and nothing else: characters that the font lacks, and those that one does not see or that turn
 * the direction of others (a file name may hold them on purpose), are shown by their code point, `[U+202E]`.
 */
export function printableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let printable = '';
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isPlain = codePoint === 0x20 || !/^[\p{C}\p{Z}\u{115f}\u{1160}\u{3164}]$/u.test(character);
    printable += isPlain && hasGlyph(codePoint) ? character : shown(codePoint);
  }
  return printable;
}

const shown = (codePoint: number) => `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * Breaks text into lines that are no wider than `width`: at spaces, and inside a word only where it alone is too wide.
 * @param widthOf width of one character, in the unit of `width`
 */
export function wrapText(text: string, width: number, widthOf: (character: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = '';
    lineWidth = 0;
  };
  for (const word of text.split(/(?<= )/)) {
    const characters = Array.from(word);
    const wordWidth = sum(characters, widthOf);
    // The space after a word may stand outside.
    const visible = sum(Array.from(word.trimEnd()), widthOf);
    if (line !== '' && lineWidth + visible > width) end();
    if (visible <= width) {
      line += word;
      lineWidth += wordWidth;
      continue;
    }
    for (const character of characters) {
      const characterWidth = widthOf(character);
      if (line !== '' && lineWidth + characterWidth > width) end();
      line += character;
      lineWidth += characterWidth;
    }
  }
  if (line !== '' || lines.length === 0) end();
  return lines;
}

const sum = (characters: readonly string[], widthOf: (character: string) => number) =>
  characters.reduce((total, character) => total + widthOf(character), 0);
