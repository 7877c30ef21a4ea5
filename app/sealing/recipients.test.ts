import { revokeKey } from 'openpgp';
import type { PrivateKey } from 'openpgp';
import { beforeAll, expect, test } from 'vitest';
import { certifyKey, fingerprintOf, generatePrivateKey } from './openpgp-keys.ts';
import { requireRecipientKeys } from './recipients.ts';
import type { PublicKeyInfo } from './sealing-types.ts';

let intake: PrivateKey;
let team: PrivateKey;
let stranger: PrivateKey;

beforeAll(async () => {
  intake = await generatePrivateKey({ name: 'Intake', email: 'intake@mail.example' });
  team = await generatePrivateKey({ name: 'Team', email: 'it@lka.example' });
  stranger = await generatePrivateKey({ name: 'Team', email: 'it@lka.example' });
});

function infoOf(key: PrivateKey): PublicKeyInfo {
  return { publicKey: key.toPublic().armor(), fingerprint: fingerprintOf(key) };
}

test('keys with the expected fingerprints come back in order', async () => {
  const keys = await requireRecipientKeys([infoOf(team), infoOf(intake)]);
  expect(keys.map(fingerprintOf)).toEqual([fingerprintOf(team), fingerprintOf(intake)]);
});

test('a swapped key gives no key at all, not even the good ones', async () => {
  const swapped = { publicKey: stranger.toPublic().armor(), fingerprint: fingerprintOf(team) };
  await expect(requireRecipientKeys([infoOf(intake), swapped])).rejects.toMatchObject({
    code: 'key_mismatch',
  });
});

test('nobody, and the same recipient twice, is refused', async () => {
  await expect(requireRecipientKeys([])).rejects.toMatchObject({ code: 'key_mismatch' });
  await expect(requireRecipientKeys([infoOf(team), infoOf(team)])).rejects.toMatchObject({
    code: 'key_mismatch',
  });
});

test('a revoked recipient is refused', async () => {
  const { publicKey } = await revokeKey({ key: team, format: 'object' });
  const revoked = { publicKey: publicKey.armor(), fingerprint: fingerprintOf(team) };
  await expect(requireRecipientKeys([revoked])).rejects.toMatchObject({ code: 'key_revoked' });
});

test('where a certification is demanded, it must be there, by the expected key, and that key must be good', async () => {
  const certified = { ...infoOf(team), publicKey: (await certifyKey(team.toPublic(), intake)).armor() };
  await requireRecipientKeys([{ ...certified, certifiedBy: infoOf(intake) }]);

  await expect(
    requireRecipientKeys([{ ...infoOf(team), certifiedBy: infoOf(intake) }]),
  ).rejects.toMatchObject({
    code: 'key_not_certified',
  });
  await expect(requireRecipientKeys([{ ...certified, certifiedBy: infoOf(stranger) }])).rejects.toMatchObject(
    { code: 'key_not_certified' },
  );
  const swappedIntake = { publicKey: stranger.toPublic().armor(), fingerprint: fingerprintOf(intake) };
  await expect(requireRecipientKeys([{ ...certified, certifiedBy: swappedIntake }])).rejects.toMatchObject({
    code: 'key_mismatch',
  });
  const { publicKey } = await revokeKey({ key: intake, format: 'object' });
  const revokedIntake = { publicKey: publicKey.armor(), fingerprint: fingerprintOf(intake) };
  await expect(requireRecipientKeys([{ ...certified, certifiedBy: revokedIntake }])).rejects.toMatchObject({
    code: 'key_revoked',
  });
});
