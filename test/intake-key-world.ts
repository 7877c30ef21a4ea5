/** The two people who change the intake key, with the code of their browsers. */
import { admitPerson } from '#app/accounts/admission.server.ts';
import { findOpenApproval } from '#app/accounts/approvals.server.ts';
import {
  makeIntakeKeyConfirmation,
  makeIntakeKeyProposal,
  type Tools,
} from '#app/accounts/intake-key-change.client.ts';
import type { IntakeKeyChange } from '#app/accounts/intake-key-change.ts';
import { changeIntakeKey } from '#app/accounts/intake-key-change.server.ts';
import { findIntakeKey } from '#app/accounts/intake-key.server.ts';
import { findKeysOverview } from '#app/accounts/keys-page.server.ts';
import type { Role } from '#app/accounts/permissions.ts';
import { confirmStaffWithdrawal, proposeStaffWithdrawal } from '#app/accounts/staff-withdrawal.server.ts';
import { giveTeamKeys } from '#app/accounts/team-grants.server.ts';
import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge } from '#app/sealing/manifest.ts';
import { createAccessWorld } from '#test/access-world.ts';
import { registerInvited, type TestPerson, type TestServices } from '#test/factories.ts';
import { grantOf, unlockAs } from '#test/team-keys.ts';

export type IntakeKeyWorld = Awaited<ReturnType<typeof createIntakeKeyWorld>>;

/** An administrator and a data protection officer who both hold the intake key, and a verified agency. */
export async function createIntakeKeyWorld() {
  const world = await createAccessWorld();
  const { services, database, admin, dpo } = world;
  const { db, pool } = database;
  const grantTo = async (person: TestPerson) =>
    grantOf(services, admin, person.personId, (await presentKey(services)).fingerprint);
  // The second person came without the key; a colleague gives it.
  const given = { personId: dpo.personId, grants: [await grantTo(dpo)] };
  await giveTeamKeys(db, await admin.actor(), given, new Date());
  await unlockAs(services, dpo);

  /** Somebody of the provider with the present intake key. */
  async function employ(role: Role): Promise<TestPerson> {
    const person = await registerInvited(services, role);
    const admission = { personId: person.personId, grants: [await grantTo(person)] };
    await admitPerson(services, await admin.actor(), admission, new Date());
    return person;
  }

  async function withdraw(person: TestPerson): Promise<void> {
    await proposeStaffWithdrawal(services, await admin.actor(), person.personId, new Date());
    const open = await findOpenApproval(db, 'withdraw_staff', { personId: person.personId });
    await confirmStaffWithdrawal(services, await dpo.actor(), open?.id ?? '', new Date());
  }

  const change = async (by: TestPerson, input: IntakeKeyChange, now = new Date()) =>
    changeIntakeKey(services, await by.actor(), input, now);

  /** Fingerprints of the intake keys in use: always one. */
  async function activeKeys(): Promise<string[]> {
    const { rows } = await pool.query<{ fingerprint: string }>(
      `select k.fingerprint from pgp_keys k join teams t on t.id = k.team_id
       where t.kind = 'provider' and k.state = 'active'`,
    );
    return rows.map(({ fingerprint }) => fingerprint);
  }

  return { ...world, employ, withdraw, change, activeKeys };
}

/** The crypto room and the passkey of somebody's tab. */
export function toolsOf({ db, config }: TestServices, person: TestPerson, now = new Date()): Tools {
  const { room } = person;
  return {
    room: {
      createTeamKey: (input) => room.call('createTeamKey', input),
      certifyTeamKey: (input) => room.call('certifyTeamKey', input),
      grantTeamKey: (input) => room.call('grantTeamKey', input),
      addTeamKey: (input) => room.call('addTeamKey', input),
      ownKeys: () => room.call('ownKeys', undefined),
      signText: (input) => room.call('signText', input),
      isSignedBy: (input) => room.call('isSignedBy', input),
    },
    async sign(action, bytes) {
      const challenge = toBase64Url(await actionChallenge(action, new Uint8Array(bytes)));
      await createSignatureOptions(db, config, await person.actor(), { action, challenge }, now);
      const { id, response } = person.authenticator.get({ challenge }).response;
      const { clientDataJSON, authenticatorData, signature } = response;
      return { credentialId: id, clientDataJSON, authenticatorData, signature };
    },
  };
}

/** What somebody sees on the page of keys now. */
export async function keysSeenBy({ db, config }: TestServices, person: TestPerson, now = new Date()) {
  return findKeysOverview(db, config, await person.actor(), now);
}

/** The intake key that browsers trust in these tests: the stored one. */
export async function presentKey({ db, config }: TestServices) {
  const key = await findIntakeKey(db, config);
  if (!key) throw new Error('no intake key');
  return { publicKey: key.publicKey, fingerprint: key.fingerprint };
}

/** All that the proposer's browser makes. */
export async function makeProposal(services: TestServices, person: TestPerson, now = new Date()) {
  const { change } = await keysSeenBy(services, person, now);
  if (!change?.needs) throw new Error('may not propose');
  const present = await presentKey(services);
  return makeIntakeKeyProposal(change.needs, present, person.personId, toolsOf(services, person, now));
}

export async function propose(services: TestServices, person: TestPerson, now = new Date()): Promise<void> {
  await changeIntakeKey(services, await person.actor(), await makeProposal(services, person, now), now);
}

/** All that the second person's browser makes. */
export async function makeConfirmation(services: TestServices, person: TestPerson, now = new Date()) {
  const { change } = await keysSeenBy(services, person, now);
  if (!change?.proposal) throw new Error('nothing is proposed');
  const present = await presentKey(services);
  return makeIntakeKeyConfirmation(change.proposal, present, toolsOf(services, person, now));
}

export async function confirm(services: TestServices, person: TestPerson, now = new Date()): Promise<void> {
  await changeIntakeKey(services, await person.actor(), await makeConfirmation(services, person, now), now);
}
