/** People with real passkeys and keys, made through the real ceremonies: for tests of accounts. */
import { randomBytes } from 'node:crypto';

import type { AccountServices } from '#app/accounts/account-services.ts';
import type { Actor } from '#app/accounts/actor.ts';
import {
  completeRegistration,
  prepareRegistration,
  type CompletedRegistration,
} from '#app/accounts/complete-registration.server.ts';
import { acceptInvitation, createInvitation } from '#app/accounts/invitations.server.ts';
import type { Role } from '#app/accounts/permissions.ts';
import {
  confirmCode,
  findRegistration,
  saveRegistrationDetails,
  startRegistration,
} from '#app/accounts/registrations.server.ts';
import { findActor } from '#app/accounts/sessions.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import type { JobPayloads } from '#app/jobs.server.ts';
import { openRoom, type Room } from '#test/crypto-room.ts';
import { SoftwareAuthenticator } from '#test/webauthn/software-authenticator.ts';

export type Mail = JobPayloads['send_mail'];

/** Services on a test database; queued mails are kept in `mails`. */
export interface TestServices extends AccountServices {
  mails: Mail[];
}

const testOrigin = 'https://requests.example.org';

export function createTestServices(db: Database): TestServices {
  const mails: Mail[] = [];
  const config = {
    mode: 'production',
    origin: testOrigin,
    rpId: 'requests.example.org',
    sessionSecret: randomBytes(32),
    intakeFingerprint: 'SETUP',
    providerName: 'Testpost',
    providerCountry: 'DE',
    providerDomains: ['testpost.example'],
  } as unknown as Config;
  return {
    db,
    config,
    mails,
    jobs: {
      async queue(_tx, name, payload) {
        if (name === 'send_mail') mails.push(payload as Mail);
      },
      work: async () => undefined,
      schedule: async () => undefined,
      stop: async () => undefined,
    },
  };
}

/** A person with a browser: an authenticator, a crypto room, a session. */
export interface TestPerson {
  personId: string;
  email: string;
  token: string;
  authenticator: SoftwareAuthenticator;
  room: Room['room'];
  recovery: { code: string; proof: string };
  teamFingerprint: string | null;
  /** As the session says now. @throws when the session has ended */
  actor(): Promise<Actor>;
}

/** What the browser makes and sends at the end of a registration. */
export async function makeRegistration(
  services: AccountServices,
  registrationToken: string,
  now = new Date(),
) {
  const preparation = await prepareRegistration(services, registrationToken, now);
  const authenticator = new SoftwareAuthenticator(services.config.origin);
  const { response, prfSecret } = authenticator.create(preparation.options);
  const { room } = openRoom();
  const personKey = await room.call('createPersonKey', preparation.person);
  const envelope = await room.call('sealPersonKey', { kind: 'passkey_prf', secret: prfSecret });
  const recovery = await room.call('createRecoveryCode', undefined);
  const grant = preparation.teamKey ? await room.call('createTeamKey', preparation.teamKey) : null;
  const input = {
    passkey: response,
    passkeyName: 'Test',
    personKey,
    envelope,
    recovery: { envelope: recovery.envelope, proof: recovery.proof },
    teamKey: grant && {
      publicKey: grant.publicKey,
      fingerprint: grant.fingerprint,
      envelope: grant.envelope,
    },
  } as CompletedRegistration;
  return { input, authenticator, room, recovery, preparation, prfSecret };
}

async function finish(
  services: AccountServices,
  registrationToken: string,
  email: string,
): Promise<TestPerson> {
  const made = await makeRegistration(services, registrationToken);
  const visit = { locale: 'de' as const, userAgent: 'test' };
  const { token, personId } = await completeRegistration(
    services,
    registrationToken,
    made.input,
    visit,
    new Date(),
  );
  return {
    personId,
    email,
    token,
    authenticator: made.authenticator,
    room: made.room,
    recovery: made.recovery,
    teamFingerprint: made.input.teamKey?.fingerprint ?? null,
    async actor() {
      const actor = await findActor(services.db, token, new Date());
      if (!actor) throw new Error('the session has ended');
      return actor;
    },
  };
}

const details = { name: 'Test Person', rank: 'KHK', unit: 'LKA 5', telephone: '030 123456' };

/** Registers somebody by an invitation. @param teamId null: the provider */
export async function registerInvited(
  services: AccountServices,
  role: Role,
  teamId: string | null = null,
  invitedBy: string | null = null,
): Promise<TestPerson> {
  const email = `${role}-${randomBytes(4).toString('hex')}@example.org`;
  const now = new Date();
  const invitation = await createInvitation(services.db, {
    ...(teamId === null ? {} : { teamId }),
    role,
    email,
    invitedBy,
    now,
  });
  const token = await acceptInvitation(services.db, invitation.path.split('/').at(-1) ?? '', now);
  const registration = await findRegistration(services.db, token, now);
  if (!registration) throw new Error('no registration');
  await saveRegistrationDetails(services.db, registration, { person: details });
  return finish(services, token, email);
}

/** Uses a link for new access, as the mail brought it, with an authenticator and a room of its own. */
export async function returnByLink(services: TestServices, email: string): Promise<TestPerson> {
  const token = await acceptInvitation(services.db, linkFor(services, email), new Date());
  return finish(services, token, email);
}

/** The token of the newest link for new access that was sent to this address; empty when there was none. */
export const linkFor = ({ mails }: TestServices, email: string): string =>
  mails
    .findLast(({ to, template }) => to === email && template === 'access_link')
    ?.values['url']?.split('/')
    .at(-1) ?? '';

/** A registration by an official address, up to the passkey. @returns the registration's token */
export async function registerUntilPasskey(
  services: TestServices,
  email: string,
  agency: { choice: 'known'; teamId: string } | { choice: 'new'; name: string },
): Promise<string> {
  const now = new Date();
  const token = await startRegistration(services, { email, locale: 'de' }, now);
  const code = services.mails.findLast(({ to }) => to === email)?.values['code'] ?? '';
  await confirmCode(services.db, token, code, now);
  const registration = await findRegistration(services.db, token, now);
  if (!registration) throw new Error('no registration');
  await saveRegistrationDetails(services.db, registration, {
    person: details,
    agency:
      agency.choice === 'known'
        ? agency
        : { ...agency, country: 'DE' as const, agencyKind: 'police' as const },
  });
  return token;
}

/** Registers somebody who comes by themselves. */
export async function registerSelf(
  services: TestServices,
  email: string,
  agency: { choice: 'known'; teamId: string } | { choice: 'new'; name: string },
): Promise<TestPerson> {
  return finish(services, await registerUntilPasskey(services, email, agency), email);
}
