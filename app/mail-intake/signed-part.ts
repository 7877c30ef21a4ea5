/** A signature that lies inside of the encrypted part, as a part of its own (`multipart/signed`, RFC 1847, RFC 3156 §5 and §6.1). */

export type SignedPart = {
  /** Exactly the octets under the signature: the first part with its head, its line ends canonical (RFC 3156 §5). */
  signed: Uint8Array;
  /** The second part with its head; the signature is its content. */
  signaturePart: Uint8Array;
};

const [lineFeed, carriageReturn, hyphen] = [0x0a, 0x0d, 0x2d];

/**
 * Takes a MIME part apart that is signed as a whole. A part that is signed somewhere further inside is not: nobody signed
 * what stands around it.
 * @returns null when it is not signed; `unreadable` when it says that it is, and not as OpenPGP or not in two whole parts
 */
export function readSignedPart(content: Uint8Array): SignedPart | 'unreadable' | null {
  const { head, body } = splitHead(content);
  const type = contentTypeOf(head);
  if (!/^multipart\/signed\b/i.test(type)) return null;
  const boundary = parameterOf(type, 'boundary');
  const isOpenPgp = parameterOf(type, 'protocol').toLowerCase() === 'application/pgp-signature';
  if (!isOpenPgp || boundary === '') return 'unreadable';
  const parts = splitParts(body, boundary);
  const [first, second] = parts;
  if (parts.length !== 2 || !first || !second) return 'unreadable';
  const isSignature = /^application\/pgp-signature\b/i.test(contentTypeOf(splitHead(second).head));
  return isSignature ? { signed: withCanonicalLineEnds(first), signaturePart: second } : 'unreadable';
}

/** The head ends at the first empty line. */
function splitHead(part: Uint8Array): { head: string; body: Uint8Array } {
  let lineStart = 0;
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] !== lineFeed) continue;
    const lineEnd = part[at - 1] === carriageReturn && at > lineStart ? at - 1 : at;
    if (lineEnd === lineStart)
      return { head: toText(part.subarray(0, lineStart)), body: part.subarray(at + 1) };
    lineStart = at + 1;
  }
  return { head: toText(part), body: new Uint8Array() };
}

function contentTypeOf(head: string): string {
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  return /^content-type:[ \t]*(.*?)[ \t]*\r?$/im.exec(unfolded)?.[1] ?? '';
}

/** A parameter of a content type, quoted or not (RFC 2045 §5.1); '' without it. */
function parameterOf(type: string, name: string): string {
  const found = new RegExp(`;[ \\t]*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(type);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2] ?? '';
}

/**
 * The parts between the boundary's lines (RFC 2046 §5.1.1): the line end before such a line belongs to it. Empty unless the
 * last one closes.
 */
function splitParts(body: Uint8Array, boundary: string): Uint8Array[] {
  const mark = new TextEncoder().encode(`--${boundary}`);
  const parts: Uint8Array[] = [];
  let partStart: number | null = null;
  for (let lineStart = 0; lineStart < body.length;) {
    const feed = body.indexOf(lineFeed, lineStart);
    const nextLine = feed === -1 ? body.length : feed + 1;
    const kind = boundaryKind(body.subarray(lineStart, nextLine), mark);
    if (kind !== null) {
      if (partStart !== null) parts.push(body.subarray(partStart, beforeLineEnd(body, partStart, lineStart)));
      if (kind === 'closing') return parts;
      partStart = nextLine;
    }
    lineStart = nextLine;
  }
  return [];
}

/** Behind the mark stands nothing but blanks; two hyphens close. */
function boundaryKind(line: Uint8Array, mark: Uint8Array): 'between' | 'closing' | null {
  if (line.length < mark.length || !mark.every((octet, index) => line[index] === octet)) return null;
  const isClosing = line[mark.length] === hyphen && line[mark.length + 1] === hyphen;
  const rest = line.subarray(mark.length + (isClosing ? 2 : 0));
  if (
    !rest.every((octet) => octet === 0x20 || octet === 0x09 || octet === lineFeed || octet === carriageReturn)
  )
    return null;
  return isClosing ? 'closing' : 'between';
}

function beforeLineEnd(body: Uint8Array, partStart: number, lineStart: number): number {
  if (lineStart === partStart) return partStart;
  return body[lineStart - 2] === carriageReturn && lineStart - 2 >= partStart ? lineStart - 2 : lineStart - 1;
}

/** Programs on Unix hand their text to GnuPG with single line feeds; what was signed had both (RFC 3156 §5). */
function withCanonicalLineEnds(octets: Uint8Array): Uint8Array {
  const isBare = (at: number) => octets[at] === lineFeed && octets[at - 1] !== carriageReturn;
  let bareCount = 0;
  for (let at = 0; at < octets.length; at += 1) if (isBare(at)) bareCount += 1;
  const canonical = new Uint8Array(octets.length + bareCount);
  let to = 0;
  for (let at = 0; at < octets.length; at += 1) {
    if (isBare(at)) canonical[to++] = carriageReturn;
    canonical[to++] = octets[at] ?? 0;
  }
  return canonical;
}

const toText = (octets: Uint8Array) => new TextDecoder('latin1').decode(octets);
