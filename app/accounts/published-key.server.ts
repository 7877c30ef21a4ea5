import { createHash } from 'node:crypto';
import { readKey } from 'openpgp';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';

import { findIntakeKey, listFormerIntakeKeys } from './intake-key.server.ts';

/** The intake key as the public sees it. */
export interface PublishedKey {
  /** Armored. */
  publicKey: string;
  fingerprint: string;
  owner: string;
  madeAt: Date;
  /** Fingerprints of the keys that it follows, newest first. */
  former: string[];
}

/** The pinned intake key; null while there is none. A key that is not the pinned one is never published. */
export async function findPublishedKey(
  db: Database,
  config: Pick<Config, 'intakeFingerprint'>,
): Promise<PublishedKey | null> {
  const intake = await findIntakeKey(db, config);
  if (!intake?.isPinned) return null;
  const key = await readKey({ armoredKey: intake.publicKey });
  return {
    publicKey: intake.publicKey,
    fingerprint: intake.fingerprint,
    owner: key.getUserIDs().join(', '),
    madeAt: key.getCreationTime(),
    former: (await listFormerIntakeKeys(db)).map(({ fingerprint }) => fingerprint),
  };
}

/**
 * The key for a Web Key Directory query (draft-koch-openpgp-webkey-service §3.1): binary, and only for the hash of its
 * own address.
 * @param hash z-base-32 of the SHA-1 of the lower-cased local part
 */
export async function findWebKey(
  db: Database,
  config: Pick<Config, 'intakeFingerprint'>,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const published = await findPublishedKey(db, config);
  if (published === null) return null;
  const key = await readKey({ armoredKey: published.publicKey });
  const addresses = key.users.map(({ userID }) => userID?.email ?? '').filter((email) => email.includes('@'));
  if (!addresses.some((email) => webKeyHash(email) === hash)) return null;
  return new Uint8Array(key.write());
}

const zBase32 = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** z-base-32 of SHA-1 of the local part: 160 bits, so 32 symbols of 5 bits without padding. */
export function webKeyHash(email: string): string {
  const [local = ''] = email.toLowerCase().split('@');
  const digest = createHash('sha1').update(local).digest();
  const bits = Array.from(digest, (octet) => octet.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((group) => zBase32[Number.parseInt(group, 2)]).join('');
}
