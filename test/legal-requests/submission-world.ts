/** An agency that submits what its browser would send: sealed for real, signed for real. */
import type { PublicKey } from 'openpgp';
import { v7 as uuidv7 } from 'uuid';

import { emptyAnswers, pruneAnswers } from '#app/legal-requests/answers-schema.ts';
import { createDraft } from '#app/legal-requests/drafts.server.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { listTeamKeys } from '#app/legal-requests/message-recipients.server.ts';
import { extractPublicPart, type PublicPart } from '#app/legal-requests/public-part.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { de2026 } from '#app/legal-requests/rule-sets/de-2026.ts';
import { createSealedForm } from '#app/legal-requests/sealed-form.ts';
import { createManifest, type Submission } from '#app/legal-requests/submission.ts';
import { submitLegalRequest } from '#app/legal-requests/submissions.server.ts';
import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { actionChallenge, manifestBytes, manifestSha256, type Manifest } from '#app/sealing/manifest.ts';
import { createReceiptKeyPem } from '#app/sealing/receipt-signing.server.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import { sealedFiles } from '#db/schema.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';
import { listRecipientFingerprints } from '#app/uploads/recipient-keys.server.ts';
import { storageKeyOf } from '#app/uploads/upload-store.server.ts';
import {
  createDeskWorld,
  testSite,
  type DeskWorld,
  type TestPerson,
  type TestTeam,
} from '#test/review/desk-world.ts';

export const now = new Date('2026-11-24T09:00:00Z');

/** PKCS #8 without its PEM frame, as the configuration holds it. */
const receiptSigningKey = createReceiptKeyPem().replace(/-----[^-]+-----|\s/g, '');

export const testConfig = {
  ...testSite,
  receiptSigningKey,
  providerCountry: 'DE',
  holidayRegion: 'BE',
  answerWorkingDays: 10,
  answerMailBytes: 1_000_000,
  providerDomains: ['post.example'],
  maxFileBytes: 1_000_000,
  maxFiles: 50,
};

export type SubmissionWorld = DeskWorld & {
  services: DeskWorld['services'] & { config: typeof testConfig };
};

export async function createSubmissionWorld(db: DeskWorld['db']): Promise<SubmissionWorld> {
  const world = await createDeskWorld(db);
  return { ...world, services: { ...world.services, config: testConfig } };
}

/** Complete answers about subscriber data, which need no order. */
export function sampleAnswers(patch: Partial<Answers> = {}): Answers {
  const contact = {
    name: 'Ina Ermittlung',
    rank: 'KHK',
    telephone: '+49 5555 201',
    email: 'ina@polizei.example',
  };
  return {
    ...emptyAnswers('subscriber_data', contact),
    fileNumber: '274 Js 1234/26',
    legalBasis: 'stpo_100j_1',
    orderingBodyKind: 'authority',
    orderingBodyName: 'Polizeipräsidium Musterstadt',
    targets: [{ kind: 'email', address: 'erika@post.example' }],
    asOf: 'now',
    subscriberData: ['name', 'address'],
    nonDisclosure: 'no',
    ...patch,
  };
}

export const startDraft = (world: SubmissionWorld, person: TestPerson = world.investigator) =>
  createDraft(world.db, person.actor, 'subscriber_data', now);

/** A file as a finished upload leaves it. */
export async function createFile(
  world: SubmissionWorld,
  legalRequestId: string,
  kind: 'request_letter' | 'judicial_order' = 'request_letter',
  person: TestPerson = world.investigator,
  team: TestTeam = world.agency,
): Promise<CompleteAttachment> {
  const fileId = uuidv7();
  const sha256 = 'f'.repeat(43);
  await world.db.insert(sealedFiles).values({
    id: fileId,
    legalRequestId,
    teamId: team.id,
    uploadedBy: person.actor.personId,
    kind,
    ciphertextBytes: 1000,
    receivedBytes: 1000,
    sha256,
    recipients: await listRecipientFingerprints(world.db, team.id),
    storageKey: storageKeyOf(fileId),
    state: 'complete',
    completedAt: now,
  });
  return {
    fileId,
    kind,
    name: 'anschreiben.pdf',
    type: 'application/pdf',
    sizeBytes: 900,
    lastModified: 0,
    plaintextSha256: 'p'.repeat(43),
    ciphertextBytes: 1000,
    sha256,
  };
}

export type SubmissionWish = {
  category?: Category;
  /** Who asks, and from where. */
  team?: TestTeam;
  country?: string;
  answers?: Answers;
  files?: CompleteAttachment[];
  revision?: number;
  previousManifestSha256?: string | null;
  /** Falsifications. */
  recipients?: PublicKey[];
  publicPart?: Partial<PublicPart>;
  manifest?: Partial<Manifest>;
};

export type PreparedSubmission = Omit<Submission, 'assertion'> & { manifestSha256: string };

/** What the browser makes of a form before it is signed. */
export async function prepareSubmission(
  world: SubmissionWorld,
  legalRequestId: string,
  wish: SubmissionWish = {},
): Promise<PreparedSubmission> {
  const { revision = 1, files = [], previousManifestSha256 = null } = wish;
  const { category = 'subscriber_data', team = world.agency, country = 'DE' } = wish;
  const context = {
    agency: { kind: 'police' as const, country },
    ruleSet: de2026,
    today: '2026-11-24',
  };
  const answers = pruneAnswers(wish.answers ?? sampleAnswers(), context);
  const publicPart = { ...extractPublicPart(category, answers, files), ...wish.publicPart };
  const form = createSealedForm({ legalRequestId, revision }, answers, files);
  const message = await sealJson(form, wish.recipients ?? [world.provider.key, team.key]);
  const sealedForm = new Uint8Array(message);
  const keys = await listTeamKeys(world.db, team.id);
  const recipients = keys.map(({ team, fingerprint }) => ({ team, fingerprint }));
  const place = { legalRequestId, revision, previousManifestSha256, ruleSet: 'de-2026', recipients };
  const truthful = await createManifest(place, publicPart, sealedForm, files);
  const manifest = { ...truthful, ...wish.manifest };
  return {
    publicPart,
    sealedForm: toBase64Url(sealedForm),
    manifest: new TextDecoder().decode(manifestBytes(manifest)),
    manifestSha256: await manifestSha256(manifest),
  };
}

/** Asks for a signature and makes it, as the browser and the passkey do. */
export async function signAs(
  { db }: SubmissionWorld,
  { actor, passkey }: TestPerson,
  action: 'submit' | 'withdraw',
  octets: Uint8Array,
  at: Date = now,
) {
  const challenge = toBase64Url(await actionChallenge(action, octets));
  await createSignatureOptions(db, testSite, actor, { action, challenge }, at);
  return passkey.sign(action, octets, testSite);
}

/** Signs a prepared submission and sends it. */
export async function submitAs(
  world: SubmissionWorld,
  person: TestPerson,
  legalRequestId: string,
  prepared: PreparedSubmission,
  at: Date = now,
) {
  const { manifestSha256: _hash, ...sent } = prepared;
  const octets = new TextEncoder().encode(prepared.manifest);
  const assertion = await signAs(world, person, 'submit', octets, at);
  return submitLegalRequest(world.services, person.actor, legalRequestId, { ...sent, assertion }, at);
}

/** From nothing to submitted. */
export async function submitSample(world: SubmissionWorld, wish: SubmissionWish = {}, at: Date = now) {
  const id = await startDraft(world);
  const prepared = await prepareSubmission(world, id, wish);
  const receipt = await submitAs(world, world.investigator, id, prepared, at);
  return { id, prepared, receipt };
}
