import { sha256 } from '#app/sealing/manifest.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { MailSignature, OpenedMailPart } from '#app/sealing/mail-messages.ts';
import { isSealingError } from '#app/sealing/sealing-error.ts';

import type { ArrivalPart } from './arrivals.server.ts';
import { readSignature } from './read-signature.ts';
import { readSignedPart } from './signed-part.ts';

export type MailFile = { name: string; data: Blob };
export type OpenedMail = {
  /** Of the encrypted head, if it has one. */
  subject: string;
  texts: string[];
  files: MailFile[];
  signatures: (MailSignature | { state: 'not_checked' })[];
  /** Fingerprints of keys that came with this very mail. */
  hasPublicKey: boolean;
};

/**
 * Loads the encrypted parts of a mail, decrypts them in the crypto room and takes them apart here: the server sees nothing
 * of it.
 * @param signers armored keys with which it may be signed
 * @throws SealingError; Error when it cannot be loaded
 */
export async function openArrival(
  arrivalId: string,
  parts: readonly ArrivalPart[],
  signers: readonly string[],
): Promise<OpenedMail> {
  const mail: OpenedMail = { subject: '', texts: [], files: [], signatures: [], hasPublicKey: false };
  for (const part of parts) {
    const stored = await load(arrivalId, part);
    const room = getCryptoRoom();
    let opened = await room.openMailPart({ message: stored, signers: [...signers] });
    const inside = part.isMime ? readSignedPart(opened.content) : null;
    const isReadable = inside !== null && inside !== 'unreadable';
    // Where there is a signature inside, nothing is shown but what it is for.
    const shown = isReadable ? { ...opened, content: inside.signed } : opened;
    const taken = await takeApart(shown, part.isMime, mail.files.length);
    const offered = [...signers, ...taken.publicKeys];
    if (taken.publicKeys.length > 0 && opened.signatures.some(({ state }) => state === 'unknown_key'))
      opened = await room.openMailPart({ message: stored, signers: offered });
    mail.subject ||= taken.subject;
    mail.texts.push(...taken.texts);
    mail.files.push(...taken.files);
    mail.signatures.push(...opened.signatures, ...(await checkInside(inside, offered)));
    mail.hasPublicKey ||= taken.publicKeys.length > 0;
  }
  return mail;
}

async function load(arrivalId: string, { position, sha256: expected }: ArrivalPart): Promise<Uint8Array> {
  const response = await fetch(`/desk/arrivals/${arrivalId}/parts/${position}`);
  if (!response.ok) throw new Error('part not loaded');
  const octets = new Uint8Array(await response.arrayBuffer());
  if ((await sha256(octets)) !== expected) throw new Error('part differs');
  return octets;
}

/** The signature inside of the encrypted part, if it has one (RFC 3156 §6.1). */
async function checkInside(
  part: ReturnType<typeof readSignedPart>,
  signers: string[],
): Promise<OpenedMail['signatures']> {
  if (part === null) return [];
  const signature = part === 'unreadable' ? null : await readSignature(part.signaturePart);
  if (part === 'unreadable' || signature === null) return [{ state: 'not_checked' }];
  try {
    return await getCryptoRoom().checkMailSignature({ content: part.signed, signature, signers });
  } catch (error) {
    if (isSealingError(error) && error.code === 'message_damaged') return [{ state: 'not_checked' }];
    throw error;
  }
}

type Taken = Pick<OpenedMail, 'subject' | 'texts' | 'files'> & { publicKeys: string[] };

async function takeApart(opened: OpenedMailPart, isMime: boolean, filesBefore: number): Promise<Taken> {
  if (isMime) return takeMimeApart(opened.content);
  const { fileName, content } = opened;
  const nothing = { subject: '', texts: [], files: [], publicKeys: [] };
  const text = fileName === '' ? readText(content) : null;
  if (text !== null) return { ...nothing, texts: [text] };
  const name = fileName === '' ? `${filesBefore + 1}` : fileName;
  return { ...nothing, files: [{ name, data: toBlob(content) }] };
}

async function takeMimeApart(content: Uint8Array): Promise<Taken> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(content, { attachmentEncoding: 'arraybuffer' });
  const files = mail.attachments.map(({ filename, content: octets }, index) => ({
    name: filename ?? `${index + 1}`,
    data: toBlob(typeof octets === 'string' ? new TextEncoder().encode(octets) : new Uint8Array(octets)),
  }));
  // Never shown as HTML: what a stranger wrote is text here.
  const html = mail.html !== undefined && mail.text === undefined ? [toHtmlFile(mail.html)] : [];
  const texts = mail.text === undefined ? [] : [mail.text];
  const publicKeys = await findPublicKeys(files);
  return {
    subject: mail.subject ?? '',
    texts,
    files: [...html, ...files],
    publicKeys,
  };
}

const toHtmlFile = (html: string): MailFile => ({ name: 'mail.html.txt', data: new Blob([html]) });

async function findPublicKeys(files: readonly MailFile[]): Promise<string[]> {
  const small = files.filter(({ data }) => data.size < 100_000);
  const texts = await Promise.all(small.map(({ data }) => data.text()));
  return texts.filter((text) => text.trimStart().startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----'));
}

/** Null for what is no text. Whoever does not write UTF-8 writes Latin-1. */
function readText(octets: Uint8Array): string | null {
  if (octets.subarray(0, 4096).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    const isText = !octets.subarray(0, 4096).some((octet) => octet < 9 || (octet > 13 && octet < 32));
    return isText ? new TextDecoder('windows-1252').decode(octets) : null;
  }
}

const toBlob = (octets: Uint8Array) => new Blob([new Uint8Array(octets)]);
