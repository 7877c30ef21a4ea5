import { generateKey, readKey, revokeKey } from 'openpgp';
import type { PrivateKey, SecretKeyPacket } from 'openpgp';
import { beforeAll, expect, test, vi } from 'vitest';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import {
  certifyKey,
  fingerprintOf,
  formatFingerprint,
  generatePrivateKey,
  lockWithPassphrase,
  readPublicKey,
  readUnlockedKey,
  requireCertification,
  requireUsableKey,
} from './openpgp-keys.ts';

// GnuPG, Sequoia and stretched passphrases take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let intake: PrivateKey;
let team: PrivateKey;

beforeAll(async () => {
  intake = await generatePrivateKey({ name: 'Example Mail intake', email: 'intake@mail.example' });
  team = await generatePrivateKey({ name: 'LKA Musterland', email: 'it@lka.example' });
});

test('a new key is version 4 with the legacy encoding and may be used at once', async () => {
  expect(team.keyPacket.version).toBe(4);
  expect(team.getAlgorithmInfo()).toEqual({ algorithm: 'eddsaLegacy', curve: 'ed25519Legacy' });
  expect(team.subkeys.map((subkey) => subkey.getAlgorithmInfo())).toEqual([
    { algorithm: 'ecdh', curve: 'curve25519Legacy' },
  ]);
  await requireUsableKey(team.toPublic());
});

test('fingerprints are upper case and are shown in groups', () => {
  expect(fingerprintOf(team)).toMatch(/^[0-9A-F]{40}$/);
  expect(formatFingerprint('0CA9519D55678A55C7F246B96BF361781C0DE5BC')).toBe(
    '0CA9 519D 5567 8A55 C7F2  46B9 6BF3 6178 1C0D E5BC',
  );
});

test('reading a public key never keeps a private part, and refuses what is no key', async () => {
  const read = await readPublicKey(team.armor());
  expect(read.isPrivate()).toBe(false);
  await expect(readPublicKey('hello')).rejects.toMatchObject({ code: 'key_unreadable' });
});

test('a private key whose secret numbers belong to another key is refused', async () => {
  const swapped = await readUnlockedKey(team.write(), fingerprintOf(team));
  const stranger = await readUnlockedKey(intake.write(), fingerprintOf(intake));
  Object.assign(swapped.keyPacket, {
    privateParams: (stranger.keyPacket as { privateParams?: object }).privateParams,
  });
  await expect(readUnlockedKey(swapped.write(), fingerprintOf(team))).rejects.toMatchObject({
    code: 'key_unreadable',
  });
  await expect(readUnlockedKey(team.write(), fingerprintOf(intake))).rejects.toMatchObject({
    code: 'key_mismatch',
  });
});

test('an expired key may not be used', async () => {
  const { publicKey } = await generateKey({
    type: 'ecc',
    userIDs: [{ name: 'Old' }],
    date: new Date(Date.now() - 20_000),
    keyExpirationTime: 10,
    subkeys: [{ keyExpirationTime: 1_000_000 }],
    format: 'object',
  });
  await expect(requireUsableKey(publicKey)).rejects.toMatchObject({ code: 'key_expired' });
});

test('a key whose encryption subkey alone has expired may not be used', async () => {
  const { publicKey } = await generateKey({
    type: 'ecc',
    userIDs: [{ name: 'Half old' }],
    date: new Date(Date.now() - 20_000),
    subkeys: [{ keyExpirationTime: 10 }],
    format: 'object',
  });
  await expect(requireUsableKey(publicKey)).rejects.toMatchObject({ code: 'key_expired' });
});

test('a revoked key, and a key with a revoked encryption subkey, may not be used', async () => {
  const { publicKey } = await revokeKey({ key: team, format: 'object' });
  await expect(requireUsableKey(publicKey)).rejects.toMatchObject({ code: 'key_revoked' });

  const half = await readUnlockedKey(team.write(), fingerprintOf(team));
  const [subkey] = half.subkeys;
  half.subkeys = [await subkey!.revoke(half.keyPacket as SecretKeyPacket)];
  await expect(requireUsableKey(half.toPublic())).rejects.toMatchObject({ code: 'key_revoked' });
});

test('a short RSA key is weak, as primary key and as subkey', async () => {
  const short = { type: 'rsa', rsaBits: 2048 } as const;
  const options = { userIDs: { name: 'Short' }, format: 'object' } as const;
  const keyPairs = [
    await generateKey({ ...options, ...short, subkeys: [{ type: 'ecc' }] }),
    await generateKey({ ...options, type: 'ecc', subkeys: [short] }),
  ];
  for (const { publicKey } of keyPairs) {
    await expect(requireUsableKey(publicKey)).rejects.toMatchObject({ code: 'key_weak' });
  }
});

test('a key without a part for encryption is weak', async () => {
  await withOpenPgpPrograms(async ({ gpg }) => {
    const owner = 'Sign <sign@lka.example>';
    await gpg('--passphrase', '', '--quick-generate-key', owner, 'ed25519', 'sign', 'never');
    const { stdout } = await gpg('--armor', '--export', owner);
    const key = await readPublicKey(stdout.toString());
    await expect(requireUsableKey(key)).rejects.toMatchObject({ code: 'key_weak' });
  });
});

test('long RSA keys of GnuPG and default keys of Sequoia are accepted', async () => {
  await withOpenPgpPrograms(async ({ gpg, sq }) => {
    const owner = 'Long <long@lka.example>';
    await gpg('--passphrase', '', '--quick-generate-key', owner, 'rsa3072', 'sign,cert,encr', 'never');
    const byGnupg = await gpg('--armor', '--export', owner);
    const bySequoia = await sq(
      'key',
      'generate',
      '--userid',
      owner,
      '--export',
      '-',
      '--rev-cert',
      '/dev/null',
    );
    for (const { stdout } of [byGnupg, bySequoia]) {
      await requireUsableKey(await readPublicKey(stdout.toString()));
    }
  });
});

test('a certification by the intake key counts, one by somebody else does not', async () => {
  const stranger = await generatePrivateKey({ name: 'Example Mail intake', email: 'intake@mail.example' });
  const certified = await certifyKey(team.toPublic(), intake);
  const certifiedByStranger = await certifyKey(team.toPublic(), stranger);
  const reread = await readPublicKey(certified.armor());
  await requireCertification(reread, intake.toPublic());
  for (const key of [team.toPublic(), certifiedByStranger]) {
    await expect(requireCertification(key, intake.toPublic())).rejects.toMatchObject({
      code: 'key_not_certified',
    });
  }
});

test('a certification that was moved to another key does not count', async () => {
  const other = await generatePrivateKey({ name: 'LKA Musterland', email: 'it@lka.example' });
  const certified = await certifyKey(team.toPublic(), intake);
  const spliced = other.toPublic();
  spliced.users[0]!.otherCertifications = certified.users[0]!.otherCertifications;
  // Through text, because openpgp.js takes a signature object that it made itself as verified.
  const forged = await readPublicKey(spliced.armor());
  expect(forged.users[0]!.otherCertifications).toHaveLength(1);
  await expect(requireCertification(forged, intake.toPublic())).rejects.toMatchObject({
    code: 'key_not_certified',
  });
});

test('GnuPG imports the keys and confirms the certification; Sequoia reads it', async () => {
  const certified = await certifyKey(team.toPublic(), intake);
  await withOpenPgpPrograms(async ({ write, gpg, sq }) => {
    const intakeFile = await write('intake.asc', intake.toPublic().armor());
    const teamFile = await write('team.asc', certified.armor());
    await gpg('--import', intakeFile, teamFile);
    const { stdout } = await gpg('--with-colons', '--check-sigs', fingerprintOf(team));
    const intakeId = intake.getKeyID().toHex().toUpperCase();
    expect(stdout.toString()).toMatch(new RegExp(`^sig:!:[^\\n]*:${intakeId}:[^\\n]*:10x:`, 'm'));

    const inspected = (await sq('inspect', '--certifications', teamFile)).stdout.toString();
    expect(inspected).toContain(`Fingerprint: ${fingerprintOf(team)}`);
    expect(inspected).toContain(`Alleged certifier: ${fingerprintOf(intake)}`);
    expect(inspected).not.toMatch(/invalid|bad/i);
  });
});

test('a certification made by Sequoia with our intake key is confirmed by us', async () => {
  await withOpenPgpPrograms(async ({ write, sq }) => {
    const intakeFile = await write('intake.key', intake.armor());
    const teamFile = await write('team.asc', team.toPublic().armor());
    const { stdout } = await sq('certify', intakeFile, teamFile, 'LKA Musterland <it@lka.example>');
    await requireCertification(await readPublicKey(stdout.toString()), intake.toPublic());
  });
});

test('GnuPG imports an exported key with its passphrase; short passphrases are refused', async () => {
  await expect(lockWithPassphrase(team, 'fifteen letters')).rejects.toMatchObject({
    code: 'passphrase_too_short',
  });
  const passphrase = 'sechzehn Zeichen – über';
  const exported = await lockWithPassphrase(team, passphrase);
  expect((await readKey({ armoredKey: exported })).isPrivate()).toBe(true);
  await withOpenPgpPrograms(async ({ write, gpg }) => {
    const file = await write('team.asc', exported);
    await gpg('--pinentry-mode', 'loopback', '--passphrase', passphrase, '--import', file);
    const { stdout } = await gpg('--with-colons', '--list-secret-keys', fingerprintOf(team));
    expect(stdout.toString()).toContain(`fpr:::::::::${fingerprintOf(team)}:`);
  });
});
