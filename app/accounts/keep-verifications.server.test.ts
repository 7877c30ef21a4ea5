import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { days } from '#app/durations.ts';
import { teams } from '#db/schema.ts';
import { createAccessWorld, type AccessWorld } from '#test/access-world.ts';

import { suspendAgency } from './agency-status.server.ts';
import { confirmVerification, proposeVerification } from './agency-verification.server.ts';
import { findOpenApproval } from './approvals.server.ts';
import { keepVerifications } from './keep-verifications.server.ts';

let world: AccessWorld;
let verifiedAt: Date;

beforeAll(async () => {
  world = await createAccessWorld();
  const [team] = await world.database.db
    .select({ verifiedAt: teams.verifiedAt })
    .from(teams)
    .where(eq(teams.id, world.agencyId));
  verifiedAt = team?.verifiedAt ?? new Date(NaN);
});
afterAll(() => world.database.close());

/** What the clock mails on this day after a verification. */
async function toldAfter(since: Date, count: number) {
  const { services } = world;
  services.mails.length = 0;
  await keepVerifications(services, new Date(since.getTime() + days(count)));
  return services.mails.map(({ to, template, values }) => [to, template, values['team']]);
}

test('administrators are told of an agency 30 days ahead and when its twelve months are over, once each', async () => {
  const { admin, dpo, agencyId, services } = world;
  expect(await toldAfter(verifiedAt, 334)).toEqual([]);
  expect(await toldAfter(verifiedAt, 335)).toEqual([[admin.email, 'verification_due', 'LKA Nord']]);
  expect(await toldAfter(verifiedAt, 336)).toEqual([]);
  expect(await toldAfter(verifiedAt, 366)).toEqual([[admin.email, 'verification_overdue', 'LKA Nord']]);
  expect(await toldAfter(verifiedAt, 367)).toEqual([]);

  // Verifying anew moves the date, and the next one is told of again.
  const again = new Date(verifiedAt.getTime() + days(367));
  const verification = { method: 'call_back', number: '040 1', source: 'Verzeichnis', note: '' } as const;
  await proposeVerification(services, await admin.actor(), agencyId, verification, again);
  const proposal = await findOpenApproval(services.db, 'verify_agency', { teamId: agencyId });
  const half = { approvalId: proposal?.id ?? '', certified: null };
  await confirmVerification(services, await dpo.actor(), half, again);
  expect(await toldAfter(verifiedAt, 368)).toEqual([]);
  expect(await toldAfter(again, 335)).toEqual([[admin.email, 'verification_due', 'LKA Nord']]);

  // Nobody calls an agency that is suspended.
  await suspendAgency(services, await admin.actor(), agencyId, new Date());
  expect(await toldAfter(again, 366)).toEqual([]);
});
