/** An agency and the provider's people, let in through the real steps, for tests of new access. */
import { admitPerson } from '#app/accounts/admission.server.ts';
import { confirmVerification, proposeVerification } from '#app/accounts/agency-verification.server.ts';
import { findOpenApproval } from '#app/accounts/approvals.server.ts';
import { findIntakeKey } from '#app/accounts/intake-key.server.ts';
import { confirmNewAccess, proposeNewAccess } from '#app/accounts/new-access.server.ts';
import { findTeamKey } from '#app/accounts/stored-keys.server.ts';
import { createTestDatabase } from '#test/database.ts';
import { createTestServices, registerInvited, registerSelf, type TestPerson } from '#test/factories.ts';
import { grantOf } from '#test/team-keys.ts';

export type AccessWorld = Awaited<ReturnType<typeof createAccessWorld>>;

/** Two of the provider, the head of unit of a verified agency, and what they do. */
export async function createAccessWorld() {
  const database = await createTestDatabase();
  const services = createTestServices(database.db);
  const admin = await registerInvited(services, 'admin');
  const dpo = await registerInvited(services, 'dpo');
  await admitPerson(services, await admin.actor(), { personId: dpo.personId, grants: [] }, new Date());
  let count = 0;

  async function certify(teamId: string) {
    const key = await findTeamKey(database.db, teamId);
    const intake = await findIntakeKey(database.db, services.config);
    if (!key || !intake) throw new Error('no key');
    const input = { publicKey: key.publicKey, fingerprint: key.fingerprint };
    const intakeFingerprint = intake.fingerprint;
    const { publicKey } = await admin.room.call('certifyTeamKey', { ...input, intakeFingerprint });
    return { publicKey, fingerprint: key.fingerprint };
  }

  async function foundAgency(name: string): Promise<TestPerson> {
    count += 1;
    const first = await registerSelf(services, `leitung@amt${count}.example`, { choice: 'new', name });
    const { teamId } = await first.actor();
    const verification = { method: 'call_back', number: '040 1', source: 'Verzeichnis', note: '' } as const;
    await proposeVerification(services, await admin.actor(), teamId, verification, new Date());
    const proposal = await findOpenApproval(database.db, 'verify_agency', { teamId });
    const half = { approvalId: proposal?.id ?? '', certified: await certify(teamId) };
    await confirmVerification(services, await dpo.actor(), half, new Date());
    return first;
  }

  /** A colleague whom somebody of the agency let in, with the present key. */
  async function admitColleague(by: TestPerson): Promise<TestPerson> {
    count += 1;
    const { teamId } = await by.actor();
    const domain = by.email.split('@')[1] ?? '';
    const person = await registerSelf(services, `k${count}@${domain}`, { choice: 'known', teamId });
    await admit(person, by);
    return person;
  }

  async function admit(person: TestPerson, by: TestPerson) {
    const key = await findTeamKey(database.db, (await by.actor()).teamId);
    const grant = await grantOf(services, by, person.personId, key?.fingerprint ?? '');
    await admitPerson(services, await by.actor(), { personId: person.personId, grants: [grant] }, new Date());
  }

  const propose = async (by: TestPerson, person: TestPerson, now = new Date()) =>
    proposeNewAccess(services, await by.actor(), person.personId, now);
  const openId = async (person: TestPerson) =>
    (await findOpenApproval(database.db, 'renew_access', { personId: person.personId }))?.id ?? '';
  const confirm = async (by: TestPerson, person: TestPerson, now = new Date()) =>
    confirmNewAccess(services, await by.actor(), await openId(person), now);

  /** Both halves. */
  async function agree(person: TestPerson, [first, second]: [TestPerson, TestPerson]) {
    await propose(first, person);
    await confirm(second, person);
  }

  const lead = await foundAgency('LKA Nord');
  return {
    database,
    services,
    admin,
    dpo,
    lead,
    agencyId: (await lead.actor()).teamId,
    certify,
    foundAgency,
    admitColleague,
    admit,
    propose,
    openId,
    confirm,
    agree,
  };
}
