/** Messages that strangers' mail programs wrote, and those that go to them. Whole in memory: mails are small beside files. */
import { config, createMessage, decrypt, encrypt, readMessage, readSignature, verify } from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { fingerprintOf, latestSignatureTime } from './openpgp-keys.ts';
import './openpgp-settings.ts';
import { SealingError } from './sealing-error.ts';
import type { Fingerprint } from './sealing-types.ts';

/** A mail of 64 MiB is not longer when it is unpacked, unless somebody means harm. */
const maxOpenedMailBytes = 256 * 1024 * 1024;

/** `unknown_key`: none of the keys that were offered made it. */
export type MailSignature =
  | { state: 'valid'; fingerprint: Fingerprint }
  | { state: 'invalid'; fingerprint: Fingerprint }
  | { state: 'unknown_key'; keyId: string };

export type OpenedMailPart = {
  content: Uint8Array;
  /** As the sender's program named it; '' for the text of a mail. */
  fileName: string;
  signatures: MailSignature[];
};

/**
 * Opens a message for one of `keys` and checks who signed it. A wrong signature does not stop it: the reader is told.
 * @throws SealingError `not_for_us`, `compressed_too_far`, `message_damaged`
 */
export async function openMailPart(
  stored: Uint8Array,
  keys: readonly PrivateKey[],
  signers: readonly PublicKey[],
): Promise<OpenedMailPart> {
  try {
    const message = await readStored(stored);
    const opened = await decrypt({
      message,
      decryptionKeys: [...keys],
      verificationKeys: [...signers],
      date: latestSignatureTime(),
      format: 'binary',
      config: { ...config, maxDecompressedMessageSize: maxOpenedMailBytes },
    });
    const signatures = await describeSignatures(opened.signatures, signers);
    return {
      content: opened.data,
      fileName: opened.filename === 'msg.txt' ? '' : opened.filename,
      signatures,
    };
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : '';
    if (/maximum decompressed message size/i.test(text))
      throw new SealingError('compressed_too_far', undefined, { cause });
    const isForeign = /no decryption key packets|session key decryption failed/i.test(text);
    throw new SealingError(isForeign ? 'not_for_us' : 'message_damaged', undefined, { cause });
  }
}

/** Who of the offered keys made which signature, and whether it is right. */
function describeSignatures(
  signatures: Awaited<ReturnType<typeof verify>>['signatures'],
  signers: readonly PublicKey[],
): Promise<MailSignature[]> {
  return Promise.all(
    signatures.map(async ({ keyID, verified }): Promise<MailSignature> => {
      const signer = signers.find((key) => key.getKeyIDs().some((id) => id.equals(keyID)));
      if (!signer) return { state: 'unknown_key', keyId: keyID.toHex().toUpperCase() };
      const isValid = await verified.catch(() => false);
      return { state: isValid ? 'valid' : 'invalid', fingerprint: fingerprintOf(signer) };
    }),
  );
}

/**
 * Checks a signature that lies beside what it is for (RFC 3156 §5), armored or binary.
 * @param content exactly the octets under the signature
 * @throws SealingError `message_damaged` when it is no signature
 */
export async function checkMailSignature(
  content: Uint8Array,
  signature: Uint8Array,
  signers: readonly PublicKey[],
): Promise<MailSignature[]> {
  try {
    const head = new TextDecoder('latin1').decode(signature.subarray(0, 64)).trimStart();
    const read = head.startsWith('-----BEGIN')
      ? await readSignature({ armoredSignature: new TextDecoder('latin1').decode(signature) })
      : await readSignature({ binarySignature: signature });
    const checked = await verify({
      message: await createMessage({ binary: content }),
      signature: read,
      verificationKeys: [...signers],
      date: latestSignatureTime(),
      format: 'binary',
    });
    if (checked.signatures.length === 0) throw new Error('no signature');
    return await describeSignatures(checked.signatures, signers);
  } catch (cause) {
    throw new SealingError('message_damaged', undefined, { cause });
  }
}

async function readStored(stored: Uint8Array) {
  const head = new TextDecoder('latin1').decode(stored.subarray(0, 64)).trimStart();
  if (!head.startsWith('-----BEGIN')) return readMessage({ binaryMessage: stored });
  return readMessage({ armoredMessage: new TextDecoder('latin1').decode(stored) });
}

/** Seals a MIME part to somebody outside of the portal, signed by the team: a binary message. */
export async function sealMailPart(
  part: string,
  recipient: PublicKey,
  signer: PrivateKey,
): Promise<Uint8Array> {
  return encrypt({
    message: await createMessage({ binary: new TextEncoder().encode(part) }),
    encryptionKeys: recipient,
    signingKeys: signer,
    format: 'binary',
  });
}
