/** Mails as the intake leaves them, legal requests that staff made of them, and what the desk decides about these. */
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';

import { changeArrival } from '#app/mail-intake/arrival-events.server.ts';
import { startRegistration } from '#app/mail-intake/register.server.ts';
import { claimLegalRequest } from '#app/review/claims.server.ts';
import { decideLegalRequest } from '#app/review/decide.server.ts';
import { statementBytes } from '#app/review/decision-statement.ts';
import { sha256 } from '#app/sealing/manifest.ts';
import { sealJson } from '#app/sealing/sealed-json.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';
import { arrivals, legalRequests, revisions } from '#db/schema.ts';
import {
  now,
  prepareSubmission,
  submitAs,
  type SubmissionWish,
  type SubmissionWorld,
} from '#test/legal-requests/submission-world.ts';
import { signAs, type TestPerson } from '#test/review/desk-world.ts';

export const hinterwald = {
  what: 'new' as const,
  agency: 'new' as const,
  name: 'Polizei Hinterwald',
  country: 'AT' as const,
  agencyKind: 'police' as const,
  category: 'subscriber_data' as const,
};

/** An encrypted mail that waits, unless told otherwise. @returns its id */
export async function arrive(
  { db }: Pick<SubmissionWorld, 'db'>,
  over: Partial<typeof arrivals.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  const receivedAt = over.receivedAt ?? new Date('2026-11-20T08:00:00Z');
  await db.transaction(async (tx) => {
    await tx.insert(arrivals).values({
      id,
      channel: 'esb_mail',
      state: 'waiting',
      version: 0,
      messageKey: id,
      messageId: `${id}@polizei.example`,
      senderAddress: 'k@polizei.example',
      senderDomain: 'polizei.example',
      ...over,
      receivedAt,
    });
    const payload = {
      country: over.country ?? null,
      agencyKind: over.agencyKind ?? null,
      category: null,
      channel: over.channel ?? 'esb_mail',
      receivedAt: receivedAt.toISOString(),
      senderDomain: null,
    };
    const event = { type: 'arrived', payload } as const;
    await changeArrival(tx, { id, version: 0 }, { set: {}, event, actorId: null, now });
  });
  return id;
}

/** From the mail to the submitted legal request of an agency outside of the portal. */
export async function register(
  world: SubmissionWorld,
  arrivalId: string,
  addFiles: (legalRequestId: string, teamId: string) => Promise<CompleteAttachment[]> = async () => [],
) {
  const id = await startRegistration(world.db, world.clerk.actor, arrivalId, hinterwald, now);
  const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
  const teamId = row?.teamId ?? '';
  const files = await addFiles(id, teamId);
  const prepared = await prepareRegistered(world, { id, teamId }, { files });
  await submitAs(world, world.clerk, id, prepared);
  return { id, teamId, files, manifestSha256: prepared.manifestSha256 };
}

/** What the browser of staff makes of a form: sealed to the provider alone. */
export const prepareRegistered = (
  world: SubmissionWorld,
  { id, teamId }: { id: string; teamId: string },
  wish: SubmissionWish = {},
) =>
  prepareSubmission(world, id, {
    country: 'AT',
    ...wish,
    team: { id: teamId, key: world.agency.key },
    recipients: [world.provider.key],
  });

/** The desk returns, rejects or accepts the newest revision of what was registered. */
export async function decideRegistered(
  world: SubmissionWorld,
  id: string,
  decision: 'return' | 'reject' | 'accept',
  at: Date,
): Promise<void> {
  const find = async () => {
    const [row] = await world.db.select().from(legalRequests).where(eq(legalRequests.id, id));
    if (!row) throw new Error('no such legal request');
    return row;
  };
  await claimLegalRequest(world.services, world.dpo.actor, id, { takeOver: false }, at);
  const { reference, currentRevision } = await find();
  const isAccepted = decision === 'accept';
  const words = { texts: isAccepted ? [] : ['Bitte § 100j Abs. 2 StPO wählen.'], general: '' };
  const sealed = isAccepted ? null : await sealJson(words, [world.provider.key]);
  const text = new TextDecoder().decode(
    statementBytes({
      version: 'amtsweg.decision.v1',
      decisionId: uuidv7(),
      legalRequestId: id,
      reference: reference ?? '',
      revision: currentRevision,
      manifestSha256: await newestManifest(world, id),
      decision,
      findings: isAccepted ? [] : [{ field: 'legalBasis', code: 'legal_basis_wrong' }],
      sealedExplanationSha256: sealed && (await sha256(new Uint8Array(sealed))),
    }),
  );
  const sign = async (person: TestPerson, sealedExplanation: Uint8Array | null) => {
    const assertion = await signAs(world, person, text, at);
    const signed = { statement: text, sealedExplanation, assertion, expectedVersion: (await find()).version };
    await decideLegalRequest(world.services, person.actor, id, signed, at);
  };
  await sign(world.dpo, sealed);
  if (decision !== 'return') await sign(world.counsel, null);
}

async function newestManifest({ db }: SubmissionWorld, id: string): Promise<string> {
  const rows = await db
    .select({ number: revisions.number, manifestSha256: revisions.manifestSha256 })
    .from(revisions)
    .where(eq(revisions.legalRequestId, id));
  return rows.toSorted((one, other) => other.number - one.number)[0]?.manifestSha256 ?? '';
}
