import { generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';

const key = generatePrivateKey({ name: 'Test', email: 'test@example.org' });

/** A message, and the id of the subkey that it is for. */
export async function sealedBytes(text: string): Promise<{ octets: Uint8Array; keyId: string }> {
  const publicKey = (await key).toPublic();
  const encryptionKey = await publicKey.getEncryptionKey();
  return { octets: await sealJson(text, [publicKey]), keyId: encryptionKey.getKeyID().toHex().toLowerCase() };
}

/** OpenPGP packets that are no message. */
export async function encryptionKeyOf(): Promise<{ octets: Uint8Array }> {
  return { octets: (await key).toPublic().write() };
}
