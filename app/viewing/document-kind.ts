/** What is shown in the browser. Everything else is handed out as a download. */
export type DocumentKind = 'pdf' | 'image' | 'text' | 'other';

/** As much of a file as `documentKindOf` wants to see. */
export const kindHeadBytes = 4096;

const imageTypes: readonly { type: string; magic: readonly number[]; at?: number }[] = [
  { type: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', magic: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', magic: [0x57, 0x45, 0x42, 0x50], at: 8 },
];

/**
 * What a file is by its first octets: name and media type were given by a stranger and decide nothing. SVG and HTML
 * count as text and are shown as their source.
 */
export function documentKindOf(head: Uint8Array): DocumentKind {
  if (isPdf(head)) return 'pdf';
  if (imageTypeOf(head) !== null) return 'image';
  return isText(head) ? 'text' : 'other';
}

/** Media type of an image that browsers can draw, by its first octets; null for anything else. */
export function imageTypeOf(head: Uint8Array): string | null {
  const found = imageTypes.find(({ magic, at = 0 }) =>
    magic.every((octet, index) => head[at + index] === octet),
  );
  return found?.type ?? null;
}

/** ISO 32000-1, implementation note 13: the header may stand anywhere in the first 1024 octets. */
function isPdf(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 1024));
  return text.includes('%PDF-');
}

/** Without control characters but tab, line ends and form feed, in one of the two encodings of `decodeText`. */
function isText(head: Uint8Array): boolean {
  if (head.some((octet) => octet < 9 || (octet > 13 && octet < 32) || octet === 11 || octet === 127))
    return false;
  return isUtf8(head) || isWindows1252(head);
}

/** It may be cut in the middle of a character. */
function isUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Every other octet has a meaning there; a mark of UTF-16 says that it is something else. */
function isWindows1252(octets: Uint8Array): boolean {
  const isUtf16 = (octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0xfe && octets[1] === 0xff);
  return !isUtf16 && !octets.some((octet) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(octet));
}

/** Text as offices have it: UTF-8, or Windows-1252 where it cannot be that. */
export function decodeText(octets: Uint8Array): string {
  return new TextDecoder(isUtf8(octets) ? 'utf-8' : 'windows-1252').decode(octets);
}
