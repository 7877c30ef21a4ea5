import { and, eq } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { appendEvent } from '#app/events/events.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import { noteRegistered } from '#app/mail-intake/note-registered.server.ts';
import { verifySignedAction } from '#app/passkeys/signed-action.server.ts';
import type { SignedProof } from '#app/passkeys/signed-action.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { manifestSha256, type Manifest } from '#app/sealing/manifest.ts';
import { receiptKeyOf, signReceipt } from '#app/sealing/receipt-signing.server.ts';
import { receiptSchema, type Receipt } from '#app/sealing/receipt.ts';
import type { Bytes } from '#app/sealing/sealing-types.ts';
import type { CompleteFile } from '#app/uploads/sealed-files.server.ts';
import { drafts, legalRequests, revisionFiles, revisions } from '#db/schema.ts';

import { firstLookDueAt } from './deadlines.ts';
import { putInCharge } from './hand-over.server.ts';
import {
  lockOwnLegalRequest,
  requireEditable,
  requireWriter,
  type OwnLegalRequest,
} from './own-legal-request.server.ts';
import { takeReference } from './references.server.ts';
import { queueSubmissionMails } from './submission-mails.server.ts';
import {
  holidaysOf,
  requireAllowedPublicPart,
  requireRuleSet,
  requireTrueManifest,
  type CheckedPublicPart,
} from './submission-checks.server.ts';
import { readManifest, type Submission } from './submission.ts';
import { transition } from './statuses.ts';

export interface SubmissionServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<
    Config,
    'origin' | 'rpId' | 'receiptSigningKey' | 'providerCountry' | 'holidayRegion' | 'maxFiles'
  >;
}

/**
 * Takes one revision in: checks all that can be checked without reading it, keeps it, changes the status and gives the
 * receipt, in one transaction. Sending the same manifest again gives the same receipt, because the answer to the first
 * time may have been lost.
 * @throws DomainError `not_found`, `forbidden`, `not_editable`, `correction_period_over`, `manifest_invalid`,
 *   `public_part_invalid`, `submission_forbidden`, `manifest_mismatch`, `message_refused`, `files_incomplete`,
 *   `rule_set_changed`, `signature_stale`, `signature_invalid`; of staff `arrival_missing` (409)
 */
export async function submitLegalRequest(
  { db, jobs, config }: SubmissionServices,
  actor: Actor,
  id: string,
  submission: Submission,
  now: Date,
): Promise<Receipt> {
  requireWriter(actor, 'submit_legal_request');
  const manifest = readManifest(submission.manifest);
  if (!manifest) throw new DomainError('manifest_invalid');
  const manifestHash = await manifestSha256(manifest);
  return db.transaction(async (tx) => {
    const legalRequest = await lockOwnLegalRequest(tx, actor, 'submit_legal_request', id);
    const current = await findCurrentRevision(tx, legalRequest);
    if (current?.manifestSha256 === manifestHash) return receiptSchema.parse(current.receipt);
    requireEditable(legalRequest, now);
    const sealedForm = fromBase64Url(submission.sealedForm);
    const checked = await requireAllowedPublicPart(
      tx,
      config,
      actor,
      legalRequest,
      submission.publicPart,
      now,
    );
    const files = await requireTrueManifest(
      tx,
      { legalRequest, publicPart: checked.publicPart, sealedForm, manifest, maxFiles: config.maxFiles },
      requireRuleSet(config, now),
      current?.manifestSha256 ?? null,
    );
    const octets = new TextEncoder().encode(submission.manifest);
    const proof = await verifySignedAction(tx, config, actor, 'submit', octets, submission.assertion, now);
    const reference = legalRequest.reference ?? (await takeReference(tx, now));
    const receipt = makeReceipt(config, { reference, manifest, proof, now });
    const revision = {
      manifest: submission.manifest,
      manifestHash,
      sealedForm,
      files,
      proof,
      receipt,
      checked,
    };
    await keepRevision(tx, actor, legalRequest, revision, now);
    await moveOn(tx, actor, legalRequest, { reference, manifestHash, ...checked }, config, now);
    if (legalRequest.channel !== 'portal' && actor.teamKind === 'provider')
      await noteRegistered(tx, actor, { legalRequestId: id, revision: manifest.revision }, now);
    await queueSubmissionMails(tx, { jobs, config }, actor, {
      ...legalRequest,
      reference,
      priority: checked.publicPart.priority,
    });
    return receipt;
  });
}

async function findCurrentRevision(tx: Transaction, { id, currentRevision }: OwnLegalRequest) {
  const [row] = await tx
    .select({ manifestSha256: revisions.manifestSha256, receipt: revisions.receipt })
    .from(revisions)
    .where(and(eq(revisions.legalRequestId, id), eq(revisions.number, currentRevision)));
  return row ?? null;
}

function makeReceipt(
  config: SubmissionServices['config'],
  facts: { reference: string; manifest: Manifest; proof: SignedProof; now: Date },
): Receipt {
  const { reference, manifest, proof, now } = facts;
  return signReceipt(
    {
      version: 'amtsweg.receipt.v1',
      reference,
      submittedAt: now.toISOString(),
      manifest,
      assertion: proof.assertion,
      passkey: proof.passkey,
    },
    receiptKeyOf(config),
  );
}

type NewRevision = {
  manifest: string;
  manifestHash: string;
  sealedForm: Bytes;
  files: CompleteFile[];
  proof: SignedProof;
  receipt: Receipt;
  checked: CheckedPublicPart;
};

async function keepRevision(
  tx: Transaction,
  actor: Actor,
  { id }: OwnLegalRequest,
  revision: NewRevision,
  now: Date,
): Promise<void> {
  const { checked, proof, receipt } = revision;
  const { revision: number, ruleSet } = receipt.manifest;
  await tx.insert(revisions).values({
    legalRequestId: id,
    number,
    publicPart: checked.publicPart,
    ruleSet,
    checks: checked.checks,
    sealedForm: revision.sealedForm,
    manifest: revision.manifest,
    manifestSha256: revision.manifestHash,
    submittedBy: actor.personId,
    passkeyId: proof.passkeyId,
    assertion: { ...proof.assertion },
    receipt,
    submittedAt: now,
  });
  if (revision.files.length > 0)
    await tx.insert(revisionFiles).values(
      revision.files.map(({ fileId }, position) => ({
        legalRequestId: id,
        revision: number,
        position,
        fileId,
      })),
    );
  // The revision holds it all, sealed to both teams; a correction begins with that.
  await tx.delete(drafts).where(eq(drafts.legalRequestId, id));
}

/** Changes the status together with its event (promise 15). */
async function moveOn(
  tx: Transaction,
  actor: Actor,
  legalRequest: OwnLegalRequest,
  submitted: CheckedPublicPart & { reference: string; manifestHash: string },
  config: SubmissionServices['config'],
  now: Date,
): Promise<void> {
  const { publicPart, reference, agency } = submitted;
  const status = transition(legalRequest.status, 'submit');
  if (!status) throw new DomainError('not_editable', {}, 409);
  const revision = legalRequest.currentRevision + 1;
  const version = await appendEvent(
    tx,
    {
      objectType: 'legal_request',
      objectId: legalRequest.id,
      type: 'submitted',
      actorId: actor.personId,
      payload: {
        revision,
        category: publicPart.category,
        priority: publicPart.priority,
        channel: legalRequest.channel,
        country: agency.country,
        agencyKind: agency.kind,
        manifestSha256: submitted.manifestHash,
      },
      at: now,
    },
    legalRequest.version,
  );
  await tx
    .update(legalRequests)
    .set({
      reference,
      status,
      version,
      priority: publicPart.priority,
      fileNumber: publicPart.fileNumber,
      currentRevision: revision,
      ...(revision === 1 ? { receivedAt: now } : {}),
      statusSince: now,
      dueAt: firstLookDueAt(now, publicPart.priority, holidaysOf(config, now)),
      correctionEndsAt: null,
    })
    .where(eq(legalRequests.id, legalRequest.id));
  // Whoever corrects a colleague's legal request goes on with it.
  if (legalRequest.authorId !== actor.personId)
    await putInCharge(tx, actor, { ...legalRequest, version }, actor.personId, now);
}
