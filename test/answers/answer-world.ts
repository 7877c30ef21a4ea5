/** Accepted legal requests with an agency whose key is certified, and answers as a browser prepares them. */
import { eq } from 'drizzle-orm';
import type { PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';

import { beginAnswer } from '#app/answers/answer-drafts.server.ts';
import { statementBytes, type AnswerStatement } from '#app/answers/answer-statement.ts';
import { prepareAnswer } from '#app/answers/prepare-answer.server.ts';
import { releaseAnswer, setAnswerAside } from '#app/answers/release-answer.server.ts';
import type { Database } from '#app/database.server.ts';
import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge, sha256 } from '#app/sealing/manifest.ts';
import { fingerprintOf } from '#app/sealing/openpgp-keys.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { listAgencyFingerprint } from '#app/uploads/recipient-keys.server.ts';
import { storageKeyOf } from '#app/uploads/upload-store.server.ts';
import { answers, pgpKeys, sealedFiles } from '#db/schema.ts';

import {
  createDeskWorld,
  createSubmitted,
  findRow,
  testSite,
  type DeskWorld,
  type TestPerson,
} from '../review/desk-world.ts';

export const answerNow = new Date('2026-11-24T10:00:00Z');

export async function createAnswerWorld(db: Database): Promise<DeskWorld> {
  const world = await createDeskWorld(db);
  await certifyAgency(world, 'intake');
  return world;
}

/** Notes in the database that the intake key has certified the agency's, or (null) that it has not. */
export async function certifyAgency({ db, agency }: DeskWorld, certifiedBy: string | null): Promise<void> {
  await db.update(pgpKeys).set({ certifiedBy }).where(eq(pgpKeys.teamId, agency.id));
}

export const createAccepted = (world: DeskWorld) =>
  createSubmitted(world, { status: 'accepted', dueAt: new Date('2026-12-08T22:59:59Z') });

/** A file of an answer that has arrived; there is a row of it and no octets. */
export async function createAnswerFile(world: DeskWorld, legalRequestId: string): Promise<string> {
  const fileId = uuidv7();
  await world.db.insert(sealedFiles).values({
    id: fileId,
    legalRequestId,
    teamId: world.provider.id,
    uploadedBy: world.clerk.actor.personId,
    purpose: 'answer',
    kind: 'other',
    ciphertextBytes: 100,
    receivedBytes: 100,
    sha256: 'c'.repeat(43),
    recipients: [await listAgencyFingerprint(world.db, world.agency.id)],
    storageKey: storageKeyOf(fileId),
    state: 'complete',
    completedAt: answerNow,
  });
  return fileId;
}

export interface AnswerWish {
  isFinal?: boolean;
  files?: string[];
  recipients?: PublicKey[];
  /** Parts of the statement to falsify. */
  changed?: Partial<AnswerStatement>;
}

/** What the browser makes of an answer, before it is signed. */
export async function makeAnswer(world: DeskWorld, id: string, wish: AnswerWish = {}) {
  const { answerId, number } = await beginAnswer(world.db, world.clerk.actor, id, answerNow);
  const files = wish.files ?? [await createAnswerFile(world, id), await createAnswerFile(world, id)];
  const recipients = wish.recipients ?? [world.provider.key, world.agency.key];
  const sealedManifest = await sealJson({ manifest: '{}' }, recipients);
  const row = await findRow(world, id);
  const statement: AnswerStatement = {
    version: 'amtsweg.answer.v1',
    answerId,
    legalRequestId: id,
    reference: row.reference ?? '',
    revision: row.currentRevision,
    number,
    isFinal: wish.isFinal ?? true,
    outcomes: { delivered: 1, nothing_held: 0, already_deleted: 0, refused_in_part: 0 },
    keepDays: 30,
    files: files.map((fileId, position) => ({
      fileId,
      position,
      ciphertextBytes: 100,
      sha256: 'c'.repeat(43),
    })),
    recipients: { provider: fingerprintOf(world.provider.key), agency: fingerprintOf(world.agency.key) },
    sealedManifestSha256: await sha256(new Uint8Array(sealedManifest)),
    ...wish.changed,
  };
  return { answerId, statement: new TextDecoder().decode(statementBytes(statement)), sealedManifest };
}

async function sign(
  { db }: DeskWorld,
  { actor, passkey }: TestPerson,
  action: 'prepare_answer' | 'release_answer',
  statement: string,
  now: Date,
) {
  const octets = new TextEncoder().encode(statement);
  const challenge = toBase64Url(await actionChallenge(action, octets));
  await createSignatureOptions(db, testSite, actor, { action, challenge }, now);
  return passkey.sign(action, octets, testSite);
}

export async function prepareAs(
  world: DeskWorld,
  person: TestPerson,
  id: string,
  wish: AnswerWish = {},
  now = answerNow,
): Promise<string> {
  const made = await makeAnswer(world, id, wish);
  const assertion = await sign(world, person, 'prepare_answer', made.statement, now);
  const { version: expectedVersion } = await findRow(world, id);
  await prepareAnswer(world.services, person.actor, id, { ...made, assertion, expectedVersion }, now);
  return made.answerId;
}

export async function releaseAs(
  world: DeskWorld,
  person: TestPerson,
  id: string,
  now = answerNow,
): Promise<void> {
  const { id: answerId, statement } = await findNewest(world, id);
  const assertion = await sign(world, person, 'release_answer', statement ?? '', now);
  const { version: expectedVersion } = await findRow(world, id);
  await releaseAnswer(world.services, person.actor, id, { answerId, assertion, expectedVersion }, now);
}

export async function setAsideAs(
  world: DeskWorld,
  person: TestPerson,
  id: string,
  now = answerNow,
): Promise<void> {
  const { id: answerId } = await findNewest(world, id);
  const sealedNote = await sealJson({ text: 'Datei fehlt' }, [world.provider.key]);
  const { version: expectedVersion } = await findRow(world, id);
  await setAnswerAside(world.db, person.actor, id, { answerId, sealedNote, expectedVersion }, now);
}

export async function findNewest({ db }: DeskWorld, id: string) {
  const answer = await db.query.answers.findFirst({
    where: eq(answers.legalRequestId, id),
    orderBy: (table, { desc }) => desc(table.number),
  });
  if (!answer) throw new Error(`no answer on ${id}`);
  return answer;
}
