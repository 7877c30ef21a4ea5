/** ASCII armor (RFC 9580 §6) as it streams past, line by line; holds one line at most. */

export const messageBegin = '-----BEGIN PGP MESSAGE-----';
export const messageEnd = '-----END PGP MESSAGE-----';
export const keyBegin = '-----BEGIN PGP PUBLIC KEY BLOCK-----';
export const keyEnd = '-----END PGP PUBLIC KEY BLOCK-----';

/** No line of armor is longer (RFC 9580 §6.1: 76 characters); headers may be. */
const maxLineBytes = 4096;

/** Splits octets into lines, their ends included. A longer line is handed out in pieces: armor it is not. */
export class LineSplitter {
  #rest: Buffer = Buffer.alloc(0);

  *push(piece: Uint8Array): Generator<Buffer> {
    let octets = this.#rest.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#rest, piece]);
    for (let end = octets.indexOf(10); end !== -1; end = octets.indexOf(10)) {
      yield octets.subarray(0, end + 1);
      octets = octets.subarray(end + 1);
    }
    for (; octets.length > maxLineBytes; octets = octets.subarray(maxLineBytes))
      yield octets.subarray(0, maxLineBytes);
    this.#rest = Buffer.from(octets);
  }

  *finish(): Generator<Buffer> {
    if (this.#rest.length > 0) yield this.#rest;
    this.#rest = Buffer.alloc(0);
  }
}

/** Turns the lines between BEGIN and END into the octets of the message. */
export class ArmorDecoder {
  #isInHead = true;
  #isPadded = false;
  #rest = '';

  /**
   * @param line without its end
   * @returns null when this is no armor
   */
  push(line: string): Buffer | null {
    const text = line.trim();
    if (this.#isInHead) {
      if (text === '') this.#isInHead = false;
      // Armor headers: Version, Comment, Hash, Charset, MessageID.
      else if (!/^[A-Za-z][A-Za-z-]*:/.test(text)) {
        // Some programs leave out the empty line.
        this.#isInHead = false;
        return this.#decode(text);
      }
      return Buffer.alloc(0);
    }
    return this.#decode(text);
  }

  #decode(text: string): Buffer | null {
    // The checksum is optional and protects against nothing (RFC 9580 §6.1); blank lines come from mail programs.
    if (text === '' || /^=[A-Za-z0-9+/]{4}$/.test(text)) return Buffer.alloc(0);
    if (this.#isPadded || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
    this.#isPadded = text.endsWith('=');
    const all = this.#rest + text;
    const whole = all.length - (all.length % 4);
    this.#rest = all.slice(whole);
    return Buffer.from(all.slice(0, whole), 'base64');
  }

  /** Whether the last group was whole. */
  isWhole(): boolean {
    return this.#rest === '';
  }
}
