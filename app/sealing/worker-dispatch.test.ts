import { readPrivateKey } from 'openpgp';
import { beforeEach, expect, test, vi } from 'vitest';
import { joinAs, openRoom } from '#test/crypto-room.ts';
import type { Member } from '#test/crypto-room.ts';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import { openKeyEnvelope } from './key-envelopes.ts';
import { readPublicKey, requireCertification } from './openpgp-keys.ts';
import { randomBytes } from './random-bytes.ts';
import { sealJson } from './sealed-json.ts';
import { SealingError } from './sealing-error.ts';
import type { Recipient, TeamKeyGrant, UnlockInput } from './sealing-types.ts';
import { openTeamKeyGrant } from './team-key-grants.ts';

// Argon2 and GnuPG take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const passphrase = 'sechzehn Zeichen oder mehr';

function unlockInput(
  member: Member,
  teamKeys: TeamKeyGrant[] = [],
  settings: string | null = null,
): UnlockInput {
  return {
    personPublicKey: member.person.publicKey,
    envelope: member.envelope,
    secret: member.secret,
    teamKeys,
    settings,
  };
}

let erika: Member;
let team: TeamKeyGrant;

beforeEach(async () => {
  erika = await joinAs('Erika');
  team = await erika.room.call('createTeamKey', { name: 'LKA Musterland', email: 'it@lka.example' });
});

test('after a reload one secret unlocks person, team and settings', async () => {
  const recipients: Recipient[] = [{ publicKey: team.publicKey, fingerprint: team.fingerprint }];
  const message = await erika.room.call('sealJson', { value: { target: 'x' }, recipients });
  const remembered = { intakeFingerprint: 'A'.repeat(40), seenAt: '2026-11-24T08:00:00.000Z' };
  const settings = await erika.room.call('sealSettings', remembered);

  const { room } = openRoom();
  const result = await room.call('unlock', unlockInput(erika, [team], settings));
  expect(result).toEqual({ settings: remembered, teamKeys: [team.fingerprint], refusedTeamKeys: [] });
  expect(await room.call('openJson', message)).toEqual({ target: 'x' });
  const own = await room.call('ownKeys', undefined);
  expect(own.person.fingerprint).toBe(erika.person.fingerprint);
  expect(own.teams.map(({ fingerprint }) => fingerprint)).toEqual([team.fingerprint]);
});

test('the recovery code unlocks like the passkey, and its proof can be had without unlocking', async () => {
  const { code, envelope, proof } = await erika.room.call('createRecoveryCode', undefined);
  const { room } = openRoom();
  expect(await room.call('recoveryProof', code.toLowerCase())).toBe(proof);
  await room.call('unlock', { ...unlockInput(erika), envelope, secret: code });
  expect(JSON.stringify(envelope)).not.toContain(proof);
});

test('a passphrase unlocks where an authenticator has no PRF', async () => {
  const envelope = await erika.room.call('sealPersonKey', { kind: 'passphrase', secret: passphrase });
  const { room } = openRoom();
  await room.call('unlock', { ...unlockInput(erika), envelope, secret: passphrase });
});

test('without unlocking, everything that needs a key says so', async () => {
  const { room } = openRoom();
  const refused = [
    room.call('sealPersonKey', { kind: 'passkey_prf', secret: randomBytes(32) }),
    room.call('createRecoveryCode', undefined),
    room.call('createTeamKey', { name: 'Team', email: 'it@lka.example' }),
    room.call('grantTeamKey', { member: erika.person, teamFingerprint: team.fingerprint }),
    room.call('addTeamKey', team),
    room.call('certifyTeamKey', { ...team, intakeFingerprint: team.fingerprint }),
    room.call('exportTeamKey', { teamFingerprint: team.fingerprint, passphrase }),
    room.call('ownKeys', undefined),
    room.call('openJson', new Uint8Array(10)),
  ];
  for (const outcome of await Promise.allSettled(refused)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'room_locked' } });
  }
});

test('a wrong secret leaves the room as it was', async () => {
  const { room } = openRoom();
  const wrong = { ...unlockInput(erika), secret: randomBytes(32) };
  await expect(room.call('unlock', wrong)).rejects.toMatchObject({ code: 'wrong_secret' });
  await expect(room.call('ownKeys', undefined)).rejects.toMatchObject({ code: 'room_locked' });
});

test('settings that the server made up are refused', async () => {
  const forged = await sealJson({ intakeFingerprint: 'B'.repeat(40), seenAt: '2026-11-24T08:00:00.000Z' }, [
    await readPublicKey(erika.person.publicKey),
  ]);
  const settings = Buffer.from(forged).toString('base64url');
  const { room } = openRoom();
  await expect(room.call('unlock', unlockInput(erika, [], settings))).rejects.toMatchObject({
    code: 'message_damaged',
  });
  await expect(room.call('ownKeys', undefined)).rejects.toMatchObject({ code: 'room_locked' });
});

test('a team key goes from one member to the next, and a spoilt grant is reported without locking out', async () => {
  const max = await joinAs('Max');
  const grant = await erika.room.call('grantTeamKey', {
    member: max.person,
    teamFingerprint: team.fingerprint,
  });
  await max.room.call('addTeamKey', grant);
  const message = await max.room.call('sealJson', { value: [1], recipients: [team] });
  expect(await erika.room.call('openJson', message)).toEqual([1]);

  const { room } = openRoom();
  const spoilt = { ...grant, fingerprint: 'C'.repeat(40) };
  const result = await room.call('unlock', unlockInput(max, [spoilt, grant]));
  expect(result.teamKeys).toEqual([team.fingerprint]);
  expect(result.refusedTeamKeys).toEqual([spoilt.fingerprint]);
});

test('a swapped member key gets no grant (promise 4)', async () => {
  const max = await joinAs('Max');
  const swapped = { publicKey: max.person.publicKey, fingerprint: erika.person.fingerprint };
  await expect(
    erika.room.call('grantTeamKey', { member: swapped, teamFingerprint: team.fingerprint }),
  ).rejects.toMatchObject({ code: 'key_mismatch' });
});

test('the intake team certifies an agency; then the provider seals to it and not before', async () => {
  const admin = await joinAs('Admin');
  const intake = await admin.room.call('createTeamKey', { name: 'Intake', email: 'intake@mail.example' });
  const certifiedBy = { publicKey: intake.publicKey, fingerprint: intake.fingerprint };
  const value = { finding: 'x' };
  const before = { ...team, certifiedBy };
  await expect(admin.room.call('sealJson', { value, recipients: [before] })).rejects.toMatchObject({
    code: 'key_not_certified',
  });

  const { publicKey } = await admin.room.call('certifyTeamKey', {
    publicKey: team.publicKey,
    fingerprint: team.fingerprint,
    intakeFingerprint: intake.fingerprint,
  });
  await requireCertification(await readPublicKey(publicKey), await readPublicKey(intake.publicKey));
  const after = { publicKey, fingerprint: team.fingerprint, certifiedBy };
  const message = await admin.room.call('sealJson', { value, recipients: [after] });
  expect(await erika.room.call('openJson', message)).toEqual(value);
});

test('GnuPG reads with the exported team key what was sealed to the team', async () => {
  const message = await erika.room.call('sealJson', { value: { a: 1 }, recipients: [team] });
  const exported = await erika.room.call('exportTeamKey', { teamFingerprint: team.fingerprint, passphrase });
  await withOpenPgpPrograms(async ({ write, gpg }) => {
    const unlocking = ['--pinentry-mode', 'loopback', '--passphrase', passphrase];
    await gpg(...unlocking, '--import', await write('team.asc', exported));
    const { stdout } = await gpg(...unlocking, '--decrypt', await write('message.pgp', message));
    expect(stdout.toString()).toBe('{"a":1}');
  });
});

test('no answer of the worker holds anything of a private key (promise 8)', async () => {
  const max = await joinAs('Max');
  await erika.room.call('createRecoveryCode', undefined);
  await erika.room.call('grantTeamKey', { member: max.person, teamFingerprint: team.fingerprint });
  await erika.room.call('exportTeamKey', { teamFingerprint: team.fingerprint, passphrase });
  await erika.room.call('sealSettings', { intakeFingerprint: 'A'.repeat(40), seenAt: '' });

  const person = await openKeyEnvelope(erika.envelope, erika.secret, erika.person.fingerprint);
  const { privateKey } = await openTeamKeyGrant(team, person);
  const secrets = [person, privateKey]
    .flatMap((key) => [key, ...key.subkeys])
    .map(({ keyPacket }) => {
      const { seed, d } = (keyPacket as unknown as { privateParams: { seed?: Uint8Array; d?: Uint8Array } })
        .privateParams;
      return Buffer.from((seed ?? d)!);
    });
  expect(secrets.map((secret) => secret.length)).toEqual([32, 32, 32, 32]);
  const everything = Buffer.concat(erika.answers.flatMap(octetsIn));
  for (const secret of secrets) expect(everything.includes(secret)).toBe(false);
  expect(person.write().length).toBeGreaterThan(0);
  expect(Buffer.from(person.write()).includes(secrets[0]!)).toBe(true);
});

/** All octets and strings in a value, the strings as they are and decoded from base64 in every way they could be. */
function octetsIn(value: unknown): Buffer[] {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  if (typeof value === 'string') {
    const body = value.replace(/-----.*-----|^=.{4}$/gm, '').replace(/\s/g, '');
    return [Buffer.from(value), Buffer.from(body, 'base64url'), Buffer.from(body, 'hex')];
  }
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(octetsIn);
  return [];
}

test('a locked export says that it is locked', async () => {
  const exported = await erika.room.call('exportTeamKey', { teamFingerprint: team.fingerprint, passphrase });
  expect((await readPrivateKey({ armoredKey: exported })).isDecrypted()).toBe(false);
});

test('an error of an unknown kind crosses over as a code without its text', async () => {
  await expect(erika.room.call('sealJson', { value: undefined, recipients: [team] })).rejects.toMatchObject({
    code: 'worker_failed',
    message: 'worker_failed',
  });
  expect(JSON.stringify(erika.answers.at(-1))).toMatch(/^{"id":\d+,"error":"worker_failed"}$/);
});

test('an unknown call is an error and not a crash', async () => {
  await expect(erika.room.call('readFile' as 'ownKeys', undefined)).rejects.toBeInstanceOf(SealingError);
});
