import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import { hasConfirmation } from '#app/emergency/recorded-confirmations.server.ts';

import { openForEditing } from './corrections.server.ts';
import type { EditFacts } from './form/edit-facts.ts';
import type { ForeignRoute } from './legal-request-values.ts';
import { findLegalRequest, findOwnContact, listEarlierLegalRequests } from './legal-requests.server.ts';
import { findAgencyFacts, type OwnLegalRequest } from './own-legal-request.server.ts';
import { listRevisions } from './revisions.server.ts';
import { holidaysOf, requireRuleSet } from './submission-checks.server.ts';
import { toDate } from './wall-time.ts';

type EditConfig = Pick<
  Config,
  'providerCountry' | 'holidayRegion' | 'providerDomains' | 'maxFileBytes' | 'maxFiles'
>;

/** What is edited, and what a new form starts with: a route, or another legal request that it continues. */
type EditedPlace = { id: string; foreignRoute: ForeignRoute | null; sourceId: string | null };

/**
 * All that the edit pages need, in one go.
 * @throws DomainError `not_found`, `forbidden`, `not_editable` (409), `correction_period_over` (409)
 */
export async function findEditFacts(
  db: Database,
  config: EditConfig,
  actor: Actor,
  { id, foreignRoute, sourceId }: EditedPlace,
  now: Date,
): Promise<EditFacts> {
  const { legalRequest, draft, correction } = await openForEditing(db, actor, id, now);
  return {
    legalRequestId: legalRequest.id,
    reference: legalRequest.reference,
    category: legalRequest.category,
    status: legalRequest.status,
    revision: legalRequest.currentRevision + 1,
    agency: await findAgencyFacts(db, legalRequest.teamId),
    ruleSet: requireRuleSet(config, now).version,
    today: toDate(now),
    holidays: holidaysOf(config, now),
    providerDomains: config.providerDomains,
    earlier: await listEarlierLegalRequests(db, actor, legalRequest),
    isConfirmed: await hasConfirmation(db, legalRequest.id),
    contact: await findOwnContact(db, actor),
    draft,
    correction,
    correctionEndsAt: legalRequest.correctionEndsAt?.toISOString() ?? null,
    start: { foreignRoute, source: sourceId === null ? null : await findSource(db, actor, sourceId) },
    limits: { maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles },
    registration: null,
    addresses: agencyAddresses(legalRequest),
  };
}

function agencyAddresses({ id, status, currentRevision }: OwnLegalRequest): EditFacts['addresses'] {
  const page = `/requests/${id}`;
  return {
    draft: `${page}/draft`,
    submission: `${page}/submission`,
    edit: `${page}/edit`,
    submitted: `${page}/receipt?revision=${currentRevision + 1}&submitted`,
    left: status === 'draft' ? '/requests' : page,
  };
}

/** The newest revision of a legal request of the own agency; null where there is none. */
async function findSource(db: Database, actor: Actor, id: string): Promise<EditFacts['start']['source']> {
  if (!(await findLegalRequest(db, actor, id))) return null;
  const revision = (await listRevisions(db, actor, id)).at(-1);
  return revision ? { legalRequestId: id, number: revision.number, sealedForm: revision.sealedForm } : null;
}
