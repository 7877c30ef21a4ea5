import { de2026Fees } from './de-2026-fees.ts';
import { foreignBases } from './de-2026-foreign.ts';
import { basesWithOrder } from './de-2026-orders.ts';
import { subscriberDataBases } from './de-2026-subscriber-data.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * German law as of November 2026. Not legal advice: `confirmed` becomes true when the provider's lawyer has confirmed
 * the whole set, and each entry says in `toConfirm` what was not verified in the text of the law.
 */
export const de2026: RuleSet = {
  version: 'de-2026',
  country: 'DE',
  validFrom: '2026-01-01',
  validUntil: null,
  confirmed: false,
  legalBases: [...subscriberDataBases, ...basesWithOrder, ...foreignBases],
  passwordsRefused: true,
  feeSchedule: de2026Fees,
};
