import type { PrivateKey } from 'openpgp';
import { beforeAll, expect, test, vi } from 'vitest';
import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { certifyKey, fingerprintOf, generatePrivateKey } from './openpgp-keys.ts';
import { sealOctets } from './sealed-message.ts';
import type { TeamKeyGrant } from './sealing-types.ts';
import { openTeamKeyGrant, sealTeamKeyGrant } from './team-key-grants.ts';

// GnuPG takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let team: PrivateKey;
let granter: PrivateKey;
let member: PrivateKey;
let grant: TeamKeyGrant;

beforeAll(async () => {
  team = await generatePrivateKey({ name: 'LKA Musterland', email: 'it@lka.example' });
  granter = await generatePrivateKey({ name: 'Erika Muster', email: 'erika@lka.example' });
  member = await generatePrivateKey({ name: 'Max Muster', email: 'max@lka.example' });
  grant = await sealTeamKeyGrant(team, team.toPublic(), member.toPublic(), granter);
});

test('the member gets the team key, and nobody else does', async () => {
  const opened = await openTeamKeyGrant(grant, member);
  expect(opened.privateKey.write()).toEqual(team.write());
  await expect(openTeamKeyGrant(grant, granter)).rejects.toMatchObject({ code: 'grant_invalid' });
});

test('certifications on the public key are kept', async () => {
  const certified = await certifyKey(team.toPublic(), granter);
  const withCertification = await sealTeamKeyGrant(team, certified, member.toPublic(), granter);
  const { publicKey } = await openTeamKeyGrant(withCertification, member);
  expect(publicKey.users[0]!.otherCertifications).toHaveLength(1);
});

test('a grant that does not hold the key it names is refused', async () => {
  const other = await generatePrivateKey({ name: 'LKA Musterland', email: 'it@lka.example' });
  const refused: TeamKeyGrant[] = [
    { ...grant, fingerprint: fingerprintOf(other) },
    { ...grant, publicKey: other.toPublic().armor() },
    { ...grant, publicKey: other.toPublic().armor(), fingerprint: fingerprintOf(other) },
    { ...grant, envelope: 'AAAA' },
    { ...grant, envelope: '' },
  ];
  for (const changed of refused) {
    await expect(openTeamKeyGrant(changed, member)).rejects.toMatchObject({ code: 'grant_invalid' });
  }
});

test('a grant that its granter did not sign is refused', async () => {
  const unsigned = { ...grant, envelope: toBase64Url(await sealOctets(team.write(), [member.toPublic()])) };
  const foreign = await sealTeamKeyGrant(team, team.toPublic(), member.toPublic(), member);
  for (const changed of [unsigned, { ...foreign, grantedBy: grant.grantedBy ?? null }]) {
    await expect(openTeamKeyGrant(changed, member)).rejects.toMatchObject({ code: 'grant_invalid' });
  }
  await openTeamKeyGrant({ ...unsigned, grantedBy: null }, member);
});

test('GnuPG takes the team key out of a grant and confirms who granted it', async () => {
  await withOpenPgpPrograms(async ({ write, gpg }) => {
    await gpg('--import', await write('member.key', member.armor()));
    await gpg('--import', await write('granter.asc', granter.toPublic().armor()));
    const envelope = await write('grant.pgp', fromBase64Url(grant.envelope));
    const { stdout, stderr } = await gpg('--status-fd', '2', '--decrypt', envelope);
    expect(stdout).toEqual(Buffer.from(team.write()));
    expect(stderr).toContain(`VALIDSIG ${fingerprintOf(granter)}`);
  });
});
