/** The server's side of a receipt: its Ed25519 key (RFC 8032) and the signature. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { toBase64Url } from './base64url.ts';
import { receiptSignedBytes } from './receipt.ts';
import type { Receipt, UnsignedReceipt } from './receipt.ts';

/** `publicKey`: raw, 32 octets, base64url; published by the operator and given to `verifyReceipt`. */
export type ReceiptKey = { privateKey: KeyObject; publicKey: string };

/** A new signing key as PKCS #8 PEM, for the operator's configuration. */
export function createReceiptKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Reads the key of the configuration; throws if it is no Ed25519 key in PKCS #8 PEM. */
export function readReceiptKey(pem: string): ReceiptKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new TypeError('The receipt key must be an Ed25519 key');
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (typeof x !== 'string') throw new TypeError('The receipt key has no public part');
  return { privateKey, publicKey: x };
}

/** The key of the configuration (PKCS #8, base64); throws if it is no Ed25519 key. */
export function receiptKeyOf({ receiptSigningKey }: { receiptSigningKey: string }): ReceiptKey {
  const lines = receiptSigningKey.match(/.{1,64}/g) ?? [];
  return readReceiptKey(
    ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n'),
  );
}

/** The receipt with the server's signature. Throws a ZodError if it is not whole. */
export function signReceipt(receipt: UnsignedReceipt, key: ReceiptKey): Receipt {
  const signature = sign(null, receiptSignedBytes(receipt), key.privateKey);
  return { ...receipt, serverSignature: toBase64Url(signature) };
}
