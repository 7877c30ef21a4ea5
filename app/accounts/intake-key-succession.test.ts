import { revokeKey, type PrivateKey, type PublicKey } from 'openpgp';
import { beforeAll, describe, expect, test } from 'vitest';

import { isSignedBy, signText } from '#app/sealing/detached-signature.ts';
import { certifyKey, fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { requireRecipientKey } from '#app/sealing/recipients.ts';
import { SealingError } from '#app/sealing/sealing-error.ts';

import { findInLine, handoverText, type FormerIntakeKey, type IsSignedBy } from './intake-key-succession.ts';

/** What the crypto room does. */
const check: IsSignedBy = async ({ text, signature, signer }) =>
  isSignedBy(text, signature, await requireRecipientKey(signer));

const make = (name: string) => generatePrivateKey({ name, email: 'intake@portal.example' });
const infoOf = (key: PublicKey) => ({ publicKey: key.armor(), fingerprint: fingerprintOf(key) });

/** The older key hands over to the newer one, both sign. */
async function handOver(older: PrivateKey, newer: PrivateKey) {
  const text = handoverText(fingerprintOf(older), fingerprintOf(newer));
  return {
    predecessorSignature: await signText(text, older),
    successorSignature: await signText(text, newer),
  };
}

let [first, second, third, agency, stranger] = [] as unknown as PrivateKey[];
/** The line first → second → third, newest first, each certified by the one before. */
let present: { publicKey: string; fingerprint: string };
let former: FormerIntakeKey[];

beforeAll(async () => {
  [first, second, third, agency, stranger] = await Promise.all(
    ['Erster', 'Zweiter', 'Dritter', 'Behörde', 'Fremder'].map(make),
  );
  if (!first || !second || !third) throw new Error('no keys');
  present = infoOf(await certifyKey(third.toPublic(), second));
  former = [
    { ...infoOf(await certifyKey(second.toPublic(), first)), ...(await handOver(second, third)) },
    { ...infoOf(first.toPublic()), ...(await handOver(first, second)) },
  ];
});

const keys = () => {
  if (!first || !second || !third || !agency || !stranger) throw new Error('no keys');
  return { first, second, third, agency, stranger };
};

const find = (key: PrivateKey, line = former, at = present) =>
  findInLine(fingerprintOf(key), at, line, check);

describe('a line of handovers', () => {
  test('leads from each key to the present one, and back', async () => {
    for (const key of Object.values(keys()).slice(0, 3))
      expect((await find(key))?.fingerprint).toBe(fingerprintOf(key));
    expect(await find(keys().stranger)).toBeNull();
  });

  test('is broken by one missing key, by another order and by a swapped key', async () => {
    const { first: oldest, stranger: foreign } = keys();
    const [newer, older] = former;
    if (!newer || !older) throw new Error('no line');
    expect(await find(oldest, [older])).toBeNull();
    expect(await find(oldest, [older, newer])).toBeNull();
    const swapped = { ...newer, publicKey: infoOf(foreign.toPublic()).publicKey };
    expect(await find(oldest, [swapped, older])).toBeNull();
  });

  test('needs both signatures, each by its own key and under its own handover', async () => {
    const { second: middle } = keys();
    const [newer, older] = former;
    if (!newer || !older) throw new Error('no line');
    const { predecessorSignature, successorSignature } = newer;
    const wrong = [
      { successorSignature: predecessorSignature },
      { predecessorSignature: successorSignature },
      { predecessorSignature: older.successorSignature },
      { predecessorSignature: '', successorSignature: '' },
    ];
    for (const one of wrong) expect(await find(middle, [{ ...newer, ...one }, older])).toBeNull();
  });

  test('is none where the new key has no certification by the old one', async () => {
    const { second: middle, third: newest } = keys();
    expect(await find(middle, former, infoOf(newest.toPublic()))).toBeNull();
  });

  test('is none to an agency’s key, which the intake key has certified as well', async () => {
    const { third: intake, agency: colleague } = keys();
    const certified = infoOf(await certifyKey(colleague.toPublic(), intake));
    const text = handoverText(fingerprintOf(intake), certified.fingerprint);
    const line = [
      {
        ...present,
        predecessorSignature: await signText(text, colleague),
        successorSignature: await signText(text, colleague),
      },
      ...former,
    ];
    expect(await find(intake, line, certified)).toBeNull();
  });

  test('ends at a key that was revoked', async () => {
    const { second: middle } = keys();
    const [newer, older] = former;
    if (!newer || !older) throw new Error('no line');
    const { publicKey } = await revokeKey({ key: middle, format: 'armored' });
    expect(await find(middle, [{ ...newer, publicKey }, older])).toBeNull();
  });

  test('that cannot be checked now is neither whole nor broken', async () => {
    const locked = () => Promise.reject(new SealingError('room_locked'));
    await expect(findInLine(fingerprintOf(keys().first), present, former, locked)).rejects.toMatchObject({
      code: 'room_locked',
    });
  });
});
