import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';

import { openForEditing } from './corrections.server.ts';
import type { EditFacts } from './form/edit-facts.ts';
import { findOwnContact, listEarlierLegalRequests } from './legal-requests.server.ts';
import { findOwnAgency } from './own-legal-request.server.ts';
import { holidaysOf, requireRuleSet } from './submission-checks.server.ts';
import { toDate } from './wall-time.ts';

type EditConfig = Pick<
  Config,
  'providerCountry' | 'holidayRegion' | 'providerDomains' | 'maxFileBytes' | 'maxFiles'
>;

/**
 * All that the edit pages need, in one go.
 * @throws DomainError `not_found`, `forbidden`, `not_editable` (409), `correction_period_over` (409)
 */
export async function findEditFacts(
  db: Database,
  config: EditConfig,
  actor: Actor,
  id: string,
  now: Date,
): Promise<EditFacts> {
  const { legalRequest, draft, correction } = await openForEditing(db, actor, id, now);
  return {
    legalRequestId: legalRequest.id,
    reference: legalRequest.reference,
    category: legalRequest.category,
    status: legalRequest.status,
    revision: legalRequest.currentRevision + 1,
    agency: await findOwnAgency(db, actor),
    ruleSet: requireRuleSet(config, now).version,
    today: toDate(now),
    holidays: holidaysOf(config, now),
    providerDomains: config.providerDomains,
    earlier: await listEarlierLegalRequests(db, actor, id),
    contact: await findOwnContact(db, actor),
    draft,
    correction,
    correctionEndsAt: legalRequest.correctionEndsAt?.toISOString() ?? null,
    limits: { maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles },
  };
}
