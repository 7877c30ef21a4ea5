/** Small OpenPGP messages: sealing and opening octets that fit in memory. Files go through seal-file.ts and open-file.ts. */
import { createMessage, decrypt, encrypt, readMessage } from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { latestSignatureTime } from './openpgp-keys.ts';
import './openpgp-settings.ts';
import { SealingError } from './sealing-error.ts';

/**
 * A binary message (SEIPDv1 with AES-256, not compressed) for `recipients`, which must have passed {@link requireRecipientKeys};
 * signed inside when `signer` is given. Any failure throws.
 */
export async function sealOctets(
  octets: Uint8Array,
  recipients: readonly PublicKey[],
  signer?: PrivateKey,
): Promise<Uint8Array> {
  // With neither recipients nor passwords the library would take its own way; nothing may be sealed to nobody.
  if (recipients.length === 0) throw new SealingError('key_mismatch');
  return encrypt({
    message: await createMessage({ binary: octets }),
    encryptionKeys: [...recipients],
    ...(signer && { signingKeys: signer }),
    format: 'binary',
  });
}

/**
 * The octets of a message for one of `keys`; with `signer`, only if the message is signed by that key.
 * Throws `not_for_us`, `compressed_too_far`, or `message_damaged` (integrity, signature, structure).
 */
export async function openOctets(
  octets: Uint8Array,
  keys: readonly PrivateKey[],
  signer?: PublicKey,
): Promise<Uint8Array> {
  try {
    const message = await readMessage({ binaryMessage: octets });
    const known = keys.flatMap((key) => key.getKeyIDs());
    const isForUs = message.getEncryptionKeyIDs().some((id) => known.some((own) => own.equals(id)));
    if (!isForUs) throw new SealingError('not_for_us');
    const opened = await decrypt({
      message,
      decryptionKeys: [...keys],
      ...(signer && { verificationKeys: signer, expectSigned: true, date: latestSignatureTime() }),
      format: 'binary',
    });
    return opened.data;
  } catch (cause) {
    if (cause instanceof SealingError) throw cause;
    const isBomb = cause instanceof Error && /maximum decompressed message size/i.test(cause.message);
    throw new SealingError(isBomb ? 'compressed_too_far' : 'message_damaged', undefined, { cause });
  }
}
