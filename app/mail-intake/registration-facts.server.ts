import { recipientsOfTeam } from '#app/accounts/intake-key.server.ts';
import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { notFound } from '#app/domain-error.ts';
import { findEditFacts } from '#app/legal-requests/edit-facts.server.ts';
import type { EditFacts } from '#app/legal-requests/form/edit-facts.ts';
import { requireOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';

import { isOutsideAgency } from '#app/uploads/recipient-keys.server.ts';

import { findArrival, type FoundArrival } from './arrivals.server.ts';
import { listSignerKeys } from './mail-reply.server.ts';

export type RegistrationFacts = { facts: EditFacts; arrival: FoundArrival; signers: SignerKeys };
export type SignerKeys = Awaited<ReturnType<typeof listSignerKeys>>;

/**
 * All that the form needs which staff fills in beside a mail or a letter.
 * @throws DomainError `forbidden`, `not_found` unless registering it has begun, `not_editable` (409) when it is registered
 */
export async function findRegistrationFacts(
  db: Database,
  config: Parameters<typeof findEditFacts>[1] & Pick<Config, 'intakeFingerprint'>,
  actor: Actor,
  arrivalId: string,
  now: Date,
): Promise<RegistrationFacts> {
  const arrival = await findArrival(db, actor, arrivalId);
  const id = arrival.legalRequestId;
  if (id === null) throw notFound();
  const { teamId } = await requireOwnLegalRequest(db, actor, 'write_legal_request', id);
  const facts = await findEditFacts(db, config, actor, { id, foreignRoute: null, sourceId: null }, now);
  const { agency } = await recipientsOfTeam(db, config, teamId);
  const certified = agency?.isCertified === true ? agency : null;
  const agencyKey = (await isOutsideAgency(db, teamId))
    ? ('outside' as const)
    : certified && { publicKey: certified.publicKey, fingerprint: certified.fingerprint };
  const page = `/desk/arrivals/${arrivalId}`;
  return {
    arrival,
    signers: await listSignerKeys(db, actor, arrival),
    facts: {
      ...facts,
      contact: { ...facts.contact, email: arrival.senderAddress ?? '' },
      registration: { agencyKey },
      addresses: {
        draft: `/desk/registrations/${id}/draft`,
        submission: `/desk/registrations/${id}/submission`,
        edit: `${page}/form`,
        submitted: `/desk/requests/${id}`,
        left: page,
      },
    },
  };
}
