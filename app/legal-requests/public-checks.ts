import type { CheckResult } from './check-result.ts';
import { failIf, lookIf, pass } from './check-result.ts';
import { checkPeriod } from './period-checks.ts';
import { emergencyConfirmationDue } from './deadlines.ts';
import { confirmationRule } from './emergency-orders.ts';
import { basesFor, originOf, routesFor } from './foreign-authorities.ts';
import type { AgencyKind } from './legal-request-values.ts';
import type { PublicPart } from './public-part.ts';
import type { LegalBasis, RuleSet } from './rule-sets/rule-set.ts';
import { findLegalBasis } from './rule-sets/rule-set.ts';
import { addMonths } from './wall-time.ts';

/**
 * The authority as the checks see it. Leave `verified` out where the caller has made sure of it; `outside`: it does not use
 * the portal, so that only a person can tell whether the request is its.
 */
export type CheckedAgency = { kind: AgencyKind; country: string; verified?: boolean | 'outside' };

export type PublicCheckInput = {
  ruleSet: RuleSet;
  agency: CheckedAgency;
  publicPart: PublicPart;
  /** Calendar day in Berlin. */
  today: string;
  /** From `listHolidaysAround`. Without it, time limits in working days are not checked. */
  holidays?: readonly string[];
  /** Whether an interception is being ended early; unknown to the server, because it is sealed. */
  ending?: boolean;
  /** A confirmation of the emergency order is on record. */
  isConfirmed?: boolean;
};

/** The checks that need the public part only: the same on both sides. */
export function runPublicChecks(input: PublicCheckInput): CheckResult[] {
  const basis = findLegalBasis(input.ruleSet, input.publicPart.legalBasis);
  return [
    ...checkParties(input),
    ...checkLegalBasis(input, basis),
    ...checkOrder(input, basis),
    ...checkEmergency(input, basis),
    ...checkPeriod(input, basis),
    failIf(input.publicPart.targetCount < 1, 'targets_given', {
      field: 'targets',
      reasonCode: 'identifier_missing',
    }),
    lookIf(
      input.publicPart.nonDisclosureUntil !== null && input.publicPart.nonDisclosureUntil < input.today,
      'non_disclosure_plausible',
      { field: 'nonDisclosureUntil', reasonCode: 'period_unclear' },
    ),
  ];
}

const notVerified = { field: 'contactEmail', reasonCode: 'authority_not_verified' } as const;

function checkParties({ agency, publicPart, ruleSet }: PublicCheckInput): CheckResult[] {
  const origin = originOf(agency.country, ruleSet.country);
  const routes = routesFor(agency.country, ruleSet.country, publicPart.category);
  const route = publicPart.foreignRoute;
  return [
    failIf(publicPart.fileNumber === '', 'file_number_given', {
      field: 'fileNumber',
      reasonCode: 'file_number_missing',
    }),
    agency.verified === 'outside'
      ? lookIf(true, 'agency_outside', notVerified)
      : failIf(agency.verified === false, 'agency_verified', notVerified),
    failIf(origin !== 'domestic' && (route === null || !routes.includes(route)), 'foreign_route_named', {
      field: 'foreignRoute',
      reasonCode: 'foreign_no_legal_assistance',
    }),
  ];
}

function checkLegalBasis(
  { ruleSet, agency, publicPart }: PublicCheckInput,
  basis: LegalBasis | null,
): CheckResult[] {
  const named = failIf(publicPart.legalBasis === '', 'legal_basis_named', {
    field: 'legalBasis',
    reasonCode: 'legal_basis_missing',
  });
  if (publicPart.legalBasis === '') return [named];
  const fits = basesFor(ruleSet, agency, publicPart).some(({ key }) => key === publicPart.legalBasis);
  return [
    named,
    failIf(!fits, 'legal_basis_fits', {
      field: 'legalBasis',
      reasonCode:
        basis && !basis.agencyKinds.includes(agency.kind) ? 'authority_not_competent' : 'legal_basis_wrong',
    }),
    lookIf(basis?.purpose === 'other', 'legal_basis_confirmed', {
      field: 'legalBasisOther',
      reasonCode: 'legal_basis_wrong',
    }),
  ];
}

function checkOrder(input: PublicCheckInput, basis: LegalBasis | null): CheckResult[] {
  if (!basis) return [];
  const { publicPart, today } = input;
  const { orderDate } = publicPart;
  const results = [
    checkOrderingBody(input, basis),
    failIf(
      basis.judicialOrderAttached && !publicPart.attachmentKinds.includes('judicial_order'),
      'order_attached',
      { field: 'attachments', reasonCode: 'court_order_missing' },
    ),
    failIf(basis.judicialOrderAttached && orderDate === null, 'order_date_given', {
      field: 'orderDate',
      reasonCode: 'order_incomplete',
    }),
  ];
  if (orderDate === null) return results;
  return [
    ...results,
    failIf(orderDate > today, 'order_date_not_in_future', {
      field: 'orderDate',
      reasonCode: 'order_defective',
    }),
    checkOrderAge(orderDate, today, basis),
  ];
}

function checkOrderAge(orderDate: string, today: string, { orderAge }: LegalBasis): CheckResult {
  if (!orderAge || today <= addMonths(orderDate, orderAge.months)) return pass('order_not_too_old');
  return {
    rule: 'order_not_too_old',
    outcome: orderAge.outcome,
    field: 'orderDate',
    reasonCode: 'order_expired',
  };
}

function checkOrderingBody(input: PublicCheckInput, basis: LegalBasis): CheckResult {
  const { category, priority, orderingBodyKind: body } = input.publicPart;
  const fault = { field: 'orderingBodyKind', reasonCode: 'order_defective' } as const;
  const emergency = priority === 'emergency' ? basis.emergency : null;
  // Ending an interception needs no court (§ 100e (5) StPO); whether it is being ended is sealed.
  const ending = category === 'interception' && (input.ending ?? true);
  const allowed = [...basis.orderedBy, ...(ending ? (['prosecution'] as const) : [])];
  if (body !== null && allowed.includes(body)) return pass('ordering_body_competent');
  if (body === null || !emergency?.orderedBy.includes(body))
    return failIf(true, 'ordering_body_competent', fault);
  const isUnclear = emergency.orderedByOnlySometimes?.includes(body) ?? false;
  return lookIf(isUnclear, 'ordering_body_competent', fault);
}

function checkEmergency(input: PublicCheckInput, basis: LegalBasis | null): CheckResult[] {
  const { publicPart, today, holidays, ending, isConfirmed = false } = input;
  const rule = confirmationRule(basis, { ...publicPart, isEnding: ending ?? false });
  if (!rule) return [];
  const due = publicPart.emergencyConfirmationDue;
  const fault = { field: 'emergencyConfirmationDue', reasonCode: 'emergency_not_confirmed' } as const;
  const given = failIf(due === null, 'emergency_confirmation_given', fault);
  // Perhaps an interception is being ended, which the server cannot see: only then is no day stated.
  if (due === null) return publicPart.category === 'interception' && ending === undefined ? [] : [given];
  const latest =
    publicPart.orderDate && holidays ? emergencyConfirmationDue(publicPart.orderDate, rule, holidays) : null;
  // Where the order goes on without the confirmation, or its law is not in the rule set, a later day is for a person to judge.
  const judge = rule.lapses && basis?.purpose !== 'other' ? failIf : lookIf;
  return [
    given,
    judge(latest !== null && due > latest, 'emergency_confirmation_in_time', fault),
    lookIf(today > due && !isConfirmed, 'emergency_not_lapsed', fault),
  ];
}

/**
 * The server's check of a submitted public part. The category's schema and the sealed checks ran in the browser.
 * @returns the rules that forbid submitting: failed ones, and warnings that were not overridden
 */
export function checkPublicPart(
  ruleSet: RuleSet,
  agency: CheckedAgency,
  publicPart: PublicPart,
  today: string,
  known: Pick<PublicCheckInput, 'holidays' | 'isConfirmed'> = {},
): CheckResult[] {
  const results = runPublicChecks({ ruleSet, agency, publicPart, today, ...known });
  return results.filter(
    ({ rule, outcome }) =>
      outcome === 'fail' ||
      (outcome === 'look' && needsReason(rule) && !publicPart.overriddenWarnings.includes(rule)),
  );
}

/** Overriding a warning takes a reason, except where the form asks for the explanation already. */
export function needsReason(rule: CheckResult['rule']): boolean {
  return rule !== 'legal_basis_confirmed';
}
