import { afterEach, beforeEach, expect, test } from 'vitest';

import type { TestPerson } from '#test/factories.ts';
import {
  createIntakeKeyWorld,
  keysSeenBy,
  makeConfirmation,
  presentKey,
  propose,
  toolsOf,
  type IntakeKeyWorld,
} from '#test/intake-key-world.ts';
import { sealTo } from '#test/team-keys.ts';

import { checkIntakeKeyProposal, makeIntakeKeyConfirmation } from './intake-key-change.client.ts';
import { recipientsOfTeam } from './intake-key.server.ts';
import type { OpenIntakeKeyProposal } from './keys-page.server.ts';

/** What browsers refuse, whatever the server hands out. */
let world: IntakeKeyWorld;
let admin: TestPerson;
let dpo: TestPerson;

beforeEach(async () => {
  world = await createIntakeKeyWorld();
  ({ admin, dpo } = world);
  await propose(world.services, admin);
});
afterEach(() => world.database.close());

async function seenBy(person: TestPerson): Promise<OpenIntakeKeyProposal> {
  const { change } = await keysSeenBy(world.services, person);
  if (!change?.proposal) throw new Error('nothing is proposed');
  return change.proposal;
}

async function confirmSeen(
  proposal: OpenIntakeKeyProposal,
  present?: { publicKey: string; fingerprint: string },
) {
  const { services } = world;
  return makeIntakeKeyConfirmation(proposal, present ?? (await presentKey(services)), toolsOf(services, dpo));
}

/** A key that the server could have made, certified and signed by nobody. */
async function strangeKey() {
  const { publicKey, fingerprint, envelope } = await dpo.room.call('createTeamKey', {
    name: 'Fremd',
    email: 'intake@requests.example.org',
  });
  return { key: { publicKey, fingerprint }, envelope };
}

test('a new key that the trusted one has not handed over to', async () => {
  const proposal = await seenBy(dpo);
  const { key } = await strangeKey();
  const { predecessorSignature, successorSignature } = proposal;
  const swapped = { predecessorSignature: successorSignature, successorSignature: predecessorSignature };
  for (const wrong of [{ key }, swapped])
    await expect(confirmSeen({ ...proposal, ...wrong })).rejects.toMatchObject({ code: 'handover_invalid' });
  // The browser remembers another intake key than the server's.
  await expect(confirmSeen(proposal, key)).rejects.toMatchObject({ code: 'handover_invalid' });
  await expect(confirmSeen(proposal)).resolves.toBeDefined();
});

test('an envelope that holds another key, was signed by somebody else, or is missing', async () => {
  const proposal = await seenBy(dpo);
  const { envelope } = await strangeKey();
  const grantedBy = proposal.grant?.grantedBy ?? '';
  const own = (await dpo.room.call('ownKeys', undefined)).person.publicKey;
  const grants = [
    { envelope, grantedBy: own },
    { envelope: proposal.grant?.envelope ?? '', grantedBy: own },
    { envelope: Buffer.from(await sealTo(own, 'kein Schlüssel')).toString('base64url'), grantedBy },
    null,
  ];
  for (const grant of grants)
    await expect(confirmSeen({ ...proposal, grant })).rejects.toMatchObject({ code: 'grant_invalid' });
});

test('the proposer reads out only what the own key has signed', async () => {
  const { services } = world;
  const proposal = await seenBy(admin);
  const present = await presentKey(services);
  const tools = toolsOf(services, admin);
  await expect(checkIntakeKeyProposal(proposal, present, tools)).resolves.toBeUndefined();
  // The second person's envelope of the very same key, made by another granter.
  await checkIntakeKeyProposal(await seenBy(dpo), present, toolsOf(services, dpo));
  const granted = await dpo.room.call('grantTeamKey', {
    member: (await admin.room.call('ownKeys', undefined)).person,
    teamFingerprint: proposal.key.fingerprint,
  });
  const grant = { envelope: granted.envelope, grantedBy: granted.grantedBy ?? '' };
  await expect(checkIntakeKeyProposal({ ...proposal, grant }, present, tools)).rejects.toMatchObject({
    code: 'grant_invalid',
  });
});

test('a touch over another confirmation is refused by the server', async () => {
  const { services, change } = world;
  const first = await makeConfirmation(services, dpo);
  const proposal = await seenBy(dpo);
  const [agency] = proposal.agencies;
  const elsewhere = await confirmSeen({ ...proposal, agencies: [] });
  expect(agency).toBeDefined();
  const { assertion } = elsewhere.confirmation;
  await expect(
    change(dpo, { ...first, confirmation: { ...first.confirmation, assertion } }),
  ).rejects.toMatchObject({ code: 'signature_invalid' });
  const { intake } = await recipientsOfTeam(world.database.db, services.config, null);
  expect(intake?.fingerprint).not.toBe(proposal.key.fingerprint);
});
