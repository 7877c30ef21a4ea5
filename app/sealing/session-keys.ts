import { decryptSessionKeys, readMessage } from 'openpgp';
import type { PrivateKey } from 'openpgp';
import './openpgp-settings.ts';
import { SealingError } from './sealing-error.ts';
import type { Bytes } from './sealing-types.ts';

/** AES by key length in octets, and by its id (RFC 9580 §9.3). */
const aesNames: ReadonlyMap<string, number> = new Map([
  ['aes128', 16],
  ['aes192', 24],
  ['aes256', 32],
]);
const aesIds: ReadonlyMap<number, number> = new Map([
  [7, 16],
  [8, 24],
  [9, 32],
]);

/**
 * Opens PKESK packets with unlocked keys.
 *
 * @param pkesk complete packets.
 * @param cipher algorithm id from SEIPDv2's header; null for SEIPDv1, whose PKESK packets name the algorithm.
 * @throws {SealingError} `not_for_us` when none of the keys fits; `message_unsupported` for other ciphers than AES.
 */
export async function findSessionKey(
  pkesk: Bytes,
  cipher: number | null,
  decryptionKeys: PrivateKey[],
): Promise<Bytes> {
  return (await openSessionKey(pkesk, cipher, decryptionKeys)).data;
}

/** The same with the cipher's name; null where the packet does not say it (version 6). */
export async function openSessionKey(
  pkesk: Bytes,
  cipher: number | null,
  decryptionKeys: PrivateKey[],
): Promise<{ data: Bytes; algorithm: 'aes128' | 'aes192' | 'aes256' | null }> {
  const candidates = await openPkesk(pkesk, decryptionKeys);
  // More than one only for RSA, where openpgp.js adds random ones against Bleichenbacher's attack.
  const fitting = candidates.find(({ data, algorithm }) => {
    const expectedBytes = algorithm === null ? aesIds.get(cipher ?? 0) : aesNames.get(algorithm);
    return data.length === expectedBytes;
  });
  if (!fitting) throw new SealingError('message_unsupported', 'cipher');
  const { data, algorithm } = fitting;
  return { data: new Uint8Array(data), algorithm: isAes(algorithm) ? algorithm : null };
}

const isAes = (name: string | null): name is 'aes128' | 'aes192' | 'aes256' =>
  name !== null && aesNames.has(name);

async function openPkesk(pkesk: Bytes, decryptionKeys: PrivateKey[]) {
  try {
    const message = await readMessage({ binaryMessage: pkesk });
    return await decryptSessionKeys({ message, decryptionKeys });
  } catch (error) {
    throw new SealingError('not_for_us', undefined, { cause: error });
  }
}
