import { confirmationRule, type EmergencyOrder } from './emergency-orders.ts';
import type { Category } from './legal-request-values.ts';
import type { ChecklistKey, LegalBasis } from './rule-sets/rule-set.ts';

const forAll: readonly ChecklistKey[] = [
  'legal_basis_named',
  'agency_competent',
  'ordering_body_competent',
  'targets_ours',
  'scope_proportionate',
];

const perCategory: Record<Category, readonly ChecklistKey[]> = {
  subscriber_data: ['request_in_writing'],
  traffic_data: ['order_readable', 'signature_present', 'order_still_valid'],
  mailbox_seizure: ['order_readable', 'signature_present', 'order_still_valid', 'secrecy_ordered'],
  interception: ['order_readable', 'signature_present', 'order_still_valid', 'delivery_point_plausible'],
};

/**
 * What the reviewer ticks off, in order. Points that the legal basis asks of the order come last but for the special
 * cases (emergency, other basis, foreign route).
 */
export function checklistFor(
  legalRequest: EmergencyOrder & { category: Category; foreignRoute: string | null },
  basis: LegalBasis | null,
): ChecklistKey[] {
  const special: ChecklistKey[] = [];
  if (legalRequest.priority === 'emergency') special.push('emergency_justified');
  if (confirmationRule(basis, legalRequest)) special.push('emergency_confirmed');
  if (basis?.purpose === 'other') special.push('other_basis_confirmed');
  if (legalRequest.foreignRoute) special.push('foreign_route_proven');
  return [...forAll, ...perCategory[legalRequest.category], ...(basis?.orderMustState ?? []), ...special];
}
