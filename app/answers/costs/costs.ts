import { z } from '#app/forms/zod.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { isDate } from '#app/legal-requests/wall-time.ts';

import { positionsSchema, type Position } from './positions.ts';
import type { CostFacts } from './propose-costs.ts';

const day = z.string().refine(isDate, 'date_invalid').nullable();

/** What the desk saves. */
export const costsChangeSchema = z.strictObject({
  /** The version that was read; 0 before the first save. */
  version: z.int().min(0),
  positions: positionsSchema,
  viaContactPoint: z.boolean(),
  measureEndedOn: day,
  claimedOn: day,
});
export type CostsChange = z.infer<typeof costsChangeSchema>;

/** Costs as the page gets them. */
export interface CostsView {
  category: Category;
  /** Version of the rule set whose schedule counts. */
  ruleSet: string;
  canChange: boolean;
  facts: CostFacts;
  /** What the page begins with before anything was saved. */
  suggestedEnd: string | null;
  saved: SavedCosts | null;
}

export interface SavedCosts {
  version: number;
  positions: Position[];
  viaContactPoint: boolean;
  totalCents: number;
  measureEndedOn: string | null;
  claimedOn: string | null;
  /** ISO 8601, UTC. */
  claimEndsAt: string | null;
}

/** From the acceptance on there is something to be paid for; also after everything is closed. */
export const mayHaveCosts = (status: string): boolean => ['accepted', 'answered', 'closed'].includes(status);

/** `claimed`: sent to the authority. `lapsed`: too late. `soon`: within the last 14 days. */
export type ClaimState = 'running' | 'open' | 'soon' | 'lapsed' | 'claimed';

export const claimReminderDays = 14;

/** How it stands with a claim. @param claimEndsAt null while the measure runs */
export function claimState(
  { claimedOn, claimEndsAt }: { claimedOn: string | null; claimEndsAt: Date | null },
  now: Date,
): ClaimState {
  if (claimedOn !== null) return 'claimed';
  if (claimEndsAt === null) return 'running';
  const left = claimEndsAt.getTime() - now.getTime();
  if (left < 0) return 'lapsed';
  return left <= claimReminderDays * 86_400_000 ? 'soon' : 'open';
}
