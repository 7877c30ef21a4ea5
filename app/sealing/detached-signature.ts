/** Signatures of a team under a text that travels beside it, as `gpg --verify` checks them too. */
import { createMessage, readSignature, sign, verify } from 'openpgp';
import type { PrivateKey, PublicKey } from 'openpgp';
import { latestSignatureTime } from './openpgp-keys.ts';
import './openpgp-settings.ts';

/** A binary signature (RFC 9580 §5.2.1.1) under the UTF-8 octets of `text`, armored. */
export async function signText(text: string, signer: PrivateKey): Promise<string> {
  const message = await createMessage({ binary: new TextEncoder().encode(text) });
  return sign({ message, signingKeys: signer, detached: true, format: 'armored' });
}

/** Whether `signature` is one of `signer` under exactly this text. Never rejects because of what is in the signature. */
export async function isSignedBy(text: string, signature: string, signer: PublicKey): Promise<boolean> {
  try {
    const checked = await verify({
      message: await createMessage({ binary: new TextEncoder().encode(text) }),
      signature: await readSignature({ armoredSignature: signature }),
      verificationKeys: signer,
      expectSigned: true,
      date: latestSignatureTime(),
      format: 'binary',
    });
    return (await Promise.all(checked.signatures.map(({ verified }) => verified))).includes(true);
  } catch {
    return false;
  }
}
