/** Team keys as browsers and thieves use them: granting in a room, and opening with openpgp.js directly. */
import {
  createMessage,
  decrypt,
  encrypt,
  readKey,
  readMessage,
  readPrivateKey,
  type PrivateKey,
} from 'openpgp';

import { findPersonKey } from '#app/accounts/stored-keys.server.ts';
import { findUnlockMaterial } from '#app/accounts/unlock-material.server.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { openKeyEnvelope } from '#app/sealing/key-envelopes.ts';
import type { TestPerson, TestServices } from '#test/factories.ts';

/** The team's key sealed to a member, in the browser of one who holds it. */
export async function grantOf(
  { db }: TestServices,
  holder: TestPerson,
  memberId: string,
  teamFingerprint: string,
) {
  const key = await findPersonKey(db, memberId);
  if (!key) throw new Error('no key');
  const member = { publicKey: key.publicKey, fingerprint: key.fingerprint };
  const { publicKey, fingerprint, envelope } = await holder.room.call('grantTeamKey', {
    member,
    teamFingerprint,
  });
  return { publicKey, fingerprint, envelope };
}

/** Ciphertext as the server would store it. */
export async function sealTo(publicKey: string, text: string): Promise<Uint8Array> {
  const encryptionKeys = await readKey({ armoredKey: publicKey });
  return encrypt({ message: await createMessage({ text }), encryptionKeys, format: 'binary' });
}

/** Opens with openpgp.js directly: any of `keys` suffices. */
export async function openWith(ciphertext: Uint8Array, keys: PrivateKey[]): Promise<string> {
  const message = await readMessage({ binaryMessage: ciphertext });
  const { data } = await decrypt({ message, decryptionKeys: keys });
  return data;
}

/** All private keys that somebody can take out of what the server handed over, with the own passkey. */
export async function keysFrom({ db, config }: TestServices, person: TestPerson): Promise<PrivateKey[]> {
  const material = await findUnlockMaterial(db, config, person.personId);
  const [envelope] = material.envelopes;
  const { prfSecret } = person.authenticator.get({ challenge: 'AAAA' });
  if (!envelope) throw new Error('no envelope');
  const own = await openKeyEnvelope(
    { kind: envelope.kind, salt: envelope.salt, sealed: envelope.sealed },
    prfSecret,
    (await readKey({ armoredKey: material.personPublicKey })).getFingerprint().toUpperCase(),
  );
  const keys = [own];
  for (const grant of material.teamKeys) {
    const message = await readMessage({ binaryMessage: fromBase64Url(grant.envelope) });
    const { data } = await decrypt({ message, decryptionKeys: own, format: 'binary' });
    keys.push(await readPrivateKey({ binaryKey: data }));
  }
  return keys;
}

/** Unlocks in a crypto room as the browser does, signatures of the granting members included. */
export async function unlockAs({ db, config }: TestServices, person: TestPerson) {
  const material = await findUnlockMaterial(db, config, person.personId);
  const [envelope] = material.envelopes;
  if (!envelope) throw new Error('no envelope');
  return person.room.call('unlock', {
    personPublicKey: material.personPublicKey,
    envelope: { kind: envelope.kind, salt: envelope.salt, sealed: envelope.sealed },
    secret: person.authenticator.get({ challenge: 'AAAA' }).prfSecret,
    teamKeys: material.teamKeys,
    settings: material.settings,
  });
}
