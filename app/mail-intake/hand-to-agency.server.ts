/**
 * A legal request of an authority outside of the portal goes over to the agency that has registered meanwhile. From then on
 * it is like any other of that agency: its people see it, and answers go the usual way.
 */
import { and, eq, inArray } from 'drizzle-orm';

import type { Actor } from '#app/accounts/actor.ts';
import { listCertifiedAgencyKeys } from '#app/accounts/intake-key-confirmation.server.ts';
import { findIntakeKey, recipientsOfTeam } from '#app/accounts/intake-key.server.ts';
import type { Config } from '#app/config.server.ts';
import type { Database, Transaction } from '#app/database.server.ts';
import { conflict, DomainError } from '#app/domain-error.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { changeLegalRequest } from '#app/review/change-legal-request.server.ts';
import { findSubmitted, lockLegalRequest, requireDesk } from '#app/review/desk-access.server.ts';
import { queueStatusMails } from '#app/review/status-mails.server.ts';
import { fromBase64Url, toBase64Url } from '#app/sealing/base64url.ts';
import { isSessionKeyPacketFor } from '#app/sealing/session-key-packets.ts';
import { isOutsideAgency, listAgencyFingerprint } from '#app/uploads/recipient-keys.server.ts';
import type { UploadStore } from '#app/uploads/upload-store.server.ts';
import { answers, handedKeys, teams } from '#db/schema.ts';

import type { HandableAgency, HandToAgency, SealedPackets } from './hand-to-agency.ts';
import { listSealedObjects, readPacketsOf } from './sealed-to-provider.server.ts';

interface HandServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  config: Pick<Config, 'origin' | 'intakeFingerprint'>;
}

/** Before, words that are being decided about would be sealed to the provider alone; afterwards nothing is left to do. */
const handable: readonly Status[] = ['accepted', 'answered'];

/** Whether a legal request of an authority outside of the portal can be handed over at this status. */
export const canBeHanded = (status: Status): boolean => handable.includes(status);

/** Verified agencies whose key the intake key has certified; first those to whose domains the sender belongs. */
export async function listHandableAgencies(
  db: Database,
  config: Pick<Config, 'intakeFingerprint'>,
  actor: Actor,
  senderAddress: string | null,
): Promise<HandableAgency[]> {
  requireDesk(actor, 'hand_to_agency');
  const intake = await findIntakeKey(db, config);
  if (!intake) return [];
  const domain = senderAddress?.split('@').at(-1)?.toLowerCase();
  const found = (await listCertifiedAgencyKeys(db, intake.fingerprint)).map(
    ({ teamId, teamName, domains, ...row }) => ({
      ...row,
      id: teamId,
      name: teamName,
      isOfSender: domain !== undefined && domains.includes(domain),
    }),
  );
  return found.toSorted((one, other) => Number(other.isOfSender) - Number(one.isOfSender));
}

/**
 * What the browser of staff must seal to the agency, so that it can read what was sealed to the provider alone.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409)
 */
export async function listPacketsToHand(
  db: Database,
  store: UploadStore,
  actor: Actor,
  legalRequestId: string,
): Promise<SealedPackets> {
  requireDesk(actor, 'hand_to_agency');
  await requireHandable(db, await findSubmitted(db, legalRequestId));
  const listed: SealedPackets = [];
  for (const found of await listSealedObjects(db, legalRequestId)) {
    const { kind, objectId } = found;
    listed.push({ kind, objectId, packets: toBase64Url(await readPacketsOf(store, found)) });
  }
  return listed;
}

/**
 * Hands a legal request to an agency of the portal, with the keys to all that was sealed before. The server sees that
 * each is one packet for exactly this agency; that it holds the right session key is for the agency's browser to find.
 * @throws DomainError `forbidden`, `not_found`, `status_forbids` (409); `agency_missing` (422) unless that agency is verified and its
 *   key certified; `changed_meanwhile` (409) when its key or what must be handed is another by now; `answer_prepared`
 *   (409) while an answer by mail waits for its second signature; `message_refused` (422)
 */
export async function handToAgency(
  { db, jobs, config }: HandServices,
  actor: Actor,
  legalRequestId: string,
  { agencyId, fingerprint, keys }: HandToAgency,
  now: Date,
): Promise<void> {
  requireDesk(actor, 'hand_to_agency');
  await db.transaction(async (tx) => {
    const legalRequest = await lockLegalRequest(tx, legalRequestId);
    await requireHandable(tx, legalRequest);
    await requireAgency(tx, config, agencyId, fingerprint);
    const wanted = (await listSealedObjects(tx, legalRequestId)).map(nameOf);
    if (keys.length !== wanted.length || new Set([...wanted, ...keys.map(nameOf)]).size !== wanted.length)
      throw conflict();
    const recipient = await listAgencyFingerprint(tx, agencyId);
    const packets = keys.map(({ packet, ...named }) => ({ ...named, packet: fromBase64Url(packet) }));
    if (!packets.every(({ packet }) => isSessionKeyPacketFor(packet, recipient)))
      throw new DomainError('message_refused', {}, 422);
    await endOpenAnswer(tx, legalRequestId);
    await tx.insert(handedKeys).values(packets.map((one) => ({ legalRequestId, ...one })));
    await changeLegalRequest(tx, legalRequest, {
      set: { teamId: agencyId },
      event: {
        type: 'handed_to_agency',
        payload: { fromTeamId: legalRequest.teamId, toTeamId: agencyId, fingerprint },
      },
      actorId: actor.personId,
      now,
    });
    const handed = { ...legalRequest, teamId: agencyId };
    await queueStatusMails(tx, { jobs, config }, handed, legalRequest.status);
  });
}

/**
 * What is being written for a mail is sealed to the key of whoever wrote, not to the agency's: it is begun anew.
 * @throws DomainError `answer_prepared` (409) when it is signed already: a second person must look at it first
 */
async function endOpenAnswer(tx: Transaction, legalRequestId: string): Promise<void> {
  const [open] = await tx
    .select({ id: answers.id, state: answers.state })
    .from(answers)
    .where(and(eq(answers.legalRequestId, legalRequestId), inArray(answers.state, ['drafting', 'prepared'])))
    .for('update');
  if (open?.state === 'prepared') throw conflict('answer_prepared');
  if (!open) return;
  await tx.update(answers).set({ state: 'discarded', sealedDraft: null }).where(eq(answers.id, open.id));
}

const nameOf = ({ kind, objectId }: { kind: string; objectId: string }) => `${kind} ${objectId}`;

async function requireHandable(
  db: Database | Transaction,
  { status, teamId }: { status: Status; teamId: string },
): Promise<void> {
  if (!canBeHanded(status) || !(await isOutsideAgency(db, teamId)))
    throw conflict('status_forbids', { status });
}

async function requireAgency(
  tx: Transaction,
  config: Pick<Config, 'intakeFingerprint'>,
  agencyId: string,
  fingerprint: string,
): Promise<void> {
  const [team] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.id, agencyId), eq(teams.kind, 'agency'), eq(teams.status, 'verified')))
    .for('share');
  const { agency } = await recipientsOfTeam(tx, config, agencyId);
  if (!team || agency?.isCertified !== true) throw new DomainError('agency_missing', {}, 422);
  if (agency.fingerprint !== fingerprint) throw conflict();
}
