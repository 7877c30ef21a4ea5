import type { OrderingBodyKind, Priority, Status } from './legal-request-values.ts';
import type { EmergencyRule, LegalBasis } from './rule-sets/rule-set.ts';
import { findSubmittedBasis } from './rule-sets/rule-sets.ts';

/** Who ordered, as far as it decides about a confirmation. */
export type EmergencyOrder = {
  priority: Priority;
  orderingBodyKind: OrderingBodyKind | '' | null;
  /** The measure is being ended, which needs neither court nor confirmation (§ 100e (5) StPO). */
  isEnding: boolean;
};

/**
 * The rule by which an order must be confirmed afterwards. `null` where it need not be: whoever ordered may always do so, or
 * the law sets no time for it.
 */
export function confirmationRule(basis: LegalBasis | null, order: EmergencyOrder): EmergencyRule | null {
  const { priority, orderingBodyKind, isEnding } = order;
  if (!basis?.emergency?.confirmation || priority !== 'emergency' || isEnding) return null;
  const isRegular = !orderingBodyKind || basis.orderedBy.includes(orderingBodyKind);
  return isRegular ? null : basis.emergency;
}

/**
 * Whether an order on this basis lapses by law when its confirmation does not come. § 98 (2) StPO only says when the
 * confirmation is to be applied for: such an order goes on.
 * @param ruleSet version of the rule set under which it was submitted
 */
export function lapsesUnconfirmed(ruleSet: string, legalBasis: string): boolean {
  return findSubmittedBasis(ruleSet, legalBasis)?.emergency?.lapses ?? true;
}

/** Statuses in which a confirmation that did not come still matters: data may be given, or was. */
export const statusesAwaitingConfirmation: Status[] = [
  'submitted',
  'in_review',
  'returned',
  'accepted',
  'answered',
];
