/** A provider with all its roles, two agencies and submitted legal requests, for tests of the desk. */
import { eq } from 'drizzle-orm';
import type { PrivateKey, PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';

import type { Actor } from '#app/accounts/actor.ts';
import type { Role } from '#app/accounts/permissions.ts';
import type { Database } from '#app/database.server.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { JobPayloads, Jobs } from '#app/jobs.server.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import { decideLegalRequest, type DecisionOutcome } from '#app/review/decide.server.ts';
import { statementBytes } from '#app/review/decision-statement.ts';
import type { DecisionStatement, Finding } from '#app/review/decision-statement.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge, sha256 } from '#app/sealing/manifest.ts';
import { fingerprintOf, generatePrivateKey } from '#app/sealing/openpgp-keys.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { legalRequests, passkeys, people, pgpKeys, revisions, teams } from '#db/schema.ts';

import { createSoftwarePasskey, type SoftwarePasskey } from './software-passkey.ts';

export const testSite = { origin: 'https://desk.example', rpId: 'desk.example' };

export interface TestPerson {
  actor: Actor;
  passkey: SoftwarePasskey;
}
export interface TestTeam {
  id: string;
  key: PublicKey;
}
export type DeskWorld = Awaited<ReturnType<typeof createDeskWorld>>;

export async function createDeskWorld(db: Database) {
  const provider = await createTeam(db, 'provider');
  const agency = await createTeam(db, 'agency');
  const otherAgency = await createTeam(db, 'agency');
  const person = (role: Role, team = provider) => createPerson(db, role, team);
  const mails: JobPayloads['send_mail'][] = [];
  const jobs: Pick<Jobs, 'queue'> = {
    async queue(_tx, name, payload) {
      if (name === 'send_mail') mails.push(payload as JobPayloads['send_mail']);
    },
  };
  return {
    db,
    services: {
      db,
      config: { ...testSite, holidayRegion: 'BE', answerWorkingDays: 10, answerMailBytes: 1_000_000 },
      jobs,
    },
    mails,
    provider,
    agency,
    otherAgency,
    clerk: await person('clerk'),
    dpo: await person('dpo'),
    secondDpo: await person('dpo'),
    counsel: await person('counsel'),
    admin: await person('admin'),
    auditor: await person('auditor'),
    investigator: await person('investigator', agency),
    lead: await person('lead', agency),
    stranger: await person('investigator', otherAgency),
  };
}

/** Teams stay `pending` in the database, because verifying takes two people; the actors count as verified. */
async function createTeam(
  db: Database,
  kind: 'provider' | 'agency',
): Promise<TestTeam & { privateKey: PrivateKey }> {
  const id = uuidv7();
  const key = await generatePrivateKey({ name: kind, email: `${kind}@example.org` });
  await db.insert(teams).values({
    id,
    kind,
    name: kind === 'provider' ? 'Anbieter' : `Polizei ${id.slice(-4)}`,
    country: 'DE',
    agencyKind: kind === 'agency' ? 'police' : null,
    status: 'pending',
  });
  await db
    .insert(pgpKeys)
    .values({ id: uuidv7(), teamId: id, publicKey: key.toPublic().armor(), fingerprint: fingerprintOf(key) });
  return { id, key: key.toPublic(), privateKey: key };
}

async function createPerson(db: Database, role: Role, team: TestTeam): Promise<TestPerson> {
  const personId = uuidv7();
  const email = `${role}-${personId.slice(-6)}@example.org`;
  const name = `${role} ${personId.slice(-4)}`;
  const passkey = createSoftwarePasskey();
  await db
    .insert(people)
    .values({ id: personId, teamId: team.id, role, status: 'active', email, name, userHandle: personId });
  await db
    .insert(passkeys)
    .values({ id: passkey.id, personId, publicKey: passkey.publicKey, name: 'Test', hasPrf: true });
  const isAgency = role === 'investigator' || role === 'lead';
  const actor: Actor = {
    personId,
    sessionId: uuidv7(),
    role,
    status: 'active',
    name,
    email,
    locale: 'de',
    teamId: team.id,
    teamKind: isAgency ? 'agency' : 'provider',
    teamName: 'Test',
    teamStatus: 'verified',
  };
  return { actor, passkey };
}

interface SubmittedOptions {
  status?: string;
  priority?: 'normal' | 'emergency';
  dueAt?: Date | null;
  emergencyConfirmationDue?: string | null;
  category?: Category;
  legalBasis?: string;
  now?: Date;
  fileNumber?: string;
}

/** Beyond those that submitting gives, so that both can be in one world. */
let lastReference = 500_000;

/** A legal request as submitting leaves it; its manifest is any hash, its form any sealed octets. */
export async function createSubmitted(world: DeskWorld, options: SubmittedOptions = {}): Promise<string> {
  const { db, agency, investigator } = world;
  const id = uuidv7();
  const now = options.now ?? new Date('2026-11-24T08:00:00Z');
  const { category = 'traffic_data' } = options;
  lastReference += 1;
  await db.transaction(async (tx) => {
    await tx.insert(legalRequests).values({
      id,
      reference: `AW-2026-${String(lastReference).padStart(6, '0')}`,
      teamId: agency.id,
      authorId: investigator.actor.personId,
      category,
      status: options.status ?? 'submitted',
      priority: options.priority ?? 'normal',
      fileNumber: options.fileNumber ?? '100 Js 1/26',
      currentRevision: 1,
      version: 1,
      receivedAt: now,
      statusSince: now,
      dueAt: options.dueAt === undefined ? new Date('2026-11-25T22:59:59Z') : options.dueAt,
    });
    await tx.insert(revisions).values(revisionOf(world, id, 1, options));
    await appendEvent(
      tx,
      {
        objectType: 'legal_request',
        objectId: id,
        type: 'submitted',
        actorId: investigator.actor.personId,
        payload: {
          revision: 1,
          category,
          priority: options.priority ?? 'normal',
          channel: 'portal',
          country: 'DE',
          agencyKind: 'police',
          manifestSha256: manifestOf(1),
        },
        at: now,
      },
      0,
    );
  });
  return id;
}

const manifestOf = (revision: number) => `${'m'.repeat(42)}${revision}`;

function revisionOf(
  world: DeskWorld,
  id: string,
  number: number,
  { emergencyConfirmationDue = null, legalBasis = 'stpo_100g_1' }: SubmittedOptions,
) {
  const { actor, passkey } = world.investigator;
  return {
    legalRequestId: id,
    number,
    publicPart: { emergencyConfirmationDue, legalBasis },
    ruleSet: 'de-2026',
    checks: [],
    sealedForm: new Uint8Array([1]),
    manifest: '{}',
    manifestSha256: manifestOf(number),
    submittedBy: actor.personId,
    passkeyId: passkey.id,
    assertion: {},
    receipt: {},
  };
}

export interface DecisionWish {
  decision: DecisionStatement['decision'];
  findings?: Finding[];
  remark?: string;
  /** Parts of the statement to falsify. */
  changed?: Partial<DecisionStatement>;
  recipients?: PublicKey[];
}

export interface PreparedDecision {
  statement: string;
  sealedExplanation: Uint8Array | null;
}

export const legalBasisWrong: Finding = { field: 'legalBasis', code: 'legal_basis_wrong' };

/** What the browser makes of a decision, before it is signed. */
export async function prepareDecision(
  world: DeskWorld,
  id: string,
  wish: DecisionWish,
): Promise<PreparedDecision> {
  const findings = wish.findings ?? (wish.decision === 'accept' ? [] : [legalBasisWrong]);
  const hasWords = findings.length > 0 || wish.remark !== undefined;
  const value = { texts: findings.map(() => 'Bitte ändern.'), general: wish.remark ?? '' };
  const recipients = wish.recipients ?? [world.provider.key, world.agency.key];
  const sealedExplanation = hasWords ? await sealJson(value, recipients) : null;
  const row = await findRow(world, id);
  const statement: DecisionStatement = {
    version: 'amtsweg.decision.v1',
    decisionId: uuidv7(),
    legalRequestId: id,
    reference: row.reference ?? '',
    revision: row.currentRevision,
    manifestSha256: manifestOf(row.currentRevision),
    decision: wish.decision,
    findings,
    sealedExplanationSha256: sealedExplanation ? await sha256(new Uint8Array(sealedExplanation)) : null,
    ...wish.changed,
  };
  return { statement: new TextDecoder().decode(statementBytes(statement)), sealedExplanation };
}

/** Signs with a passkey as the browser does: announces what is signed, then makes the assertion. */
export async function signAs(
  { db }: DeskWorld,
  { actor, passkey }: TestPerson,
  statement: string,
  now: Date,
) {
  const octets = new TextEncoder().encode(statement);
  const challenge = toBase64Url(await actionChallenge('decide', octets));
  await createSignatureOptions(db, testSite, actor, { action: 'decide', challenge }, now);
  return passkey.sign('decide', octets, testSite);
}

/** Signs a prepared decision and sends it. */
export async function decideAs(
  world: DeskWorld,
  person: TestPerson,
  id: string,
  prepared: PreparedDecision,
  { now = new Date('2026-11-24T10:00:00Z'), expectedVersion }: { now?: Date; expectedVersion?: number } = {},
): Promise<DecisionOutcome> {
  const assertion = await signAs(world, person, prepared.statement, now);
  const version = expectedVersion ?? (await findRow(world, id)).version;
  return decideLegalRequest(
    world.services,
    person.actor,
    id,
    { ...prepared, assertion, expectedVersion: version },
    now,
  );
}

export async function findRow({ db }: DeskWorld, id: string) {
  const row = await db.query.legalRequests.findFirst({ where: (table, { eq }) => eq(table.id, id) });
  if (!row) throw new Error(`no legal request ${id}`);
  return row;
}

/** The next revision, as correcting leaves it. */
export async function correct(
  world: DeskWorld,
  id: string,
  now: Date,
  options: SubmittedOptions = {},
): Promise<void> {
  const { db, investigator } = world;
  const row = await findRow(world, id);
  const revision = row.currentRevision + 1;
  await db.transaction(async (tx) => {
    await tx.insert(revisions).values(revisionOf(world, id, revision, options));
    const version = await appendEvent(
      tx,
      {
        objectType: 'legal_request',
        objectId: id,
        type: 'submitted',
        actorId: investigator.actor.personId,
        payload: {
          revision,
          category: row.category,
          priority: row.priority,
          channel: row.channel,
          country: 'DE',
          agencyKind: 'police',
          manifestSha256: manifestOf(revision),
        },
        at: now,
      },
      row.version,
    );
    await tx
      .update(legalRequests)
      .set({
        status: 'submitted',
        currentRevision: revision,
        version,
        statusSince: now,
        correctionEndsAt: null,
      })
      .where(eq(legalRequests.id, id));
  });
}
