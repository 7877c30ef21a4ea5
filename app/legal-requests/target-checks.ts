import type { CheckResult } from './check-result.ts';
import { failIf, lookIf, pass } from './check-result.ts';
import type { Answers, Target } from './form-answers.ts';
import { domainOf, isIpAddress, isPublicIpAddress } from './identifiers.ts';
import type { RuleSet } from './rule-sets/rule-set.ts';
import { findLegalBasis } from './rule-sets/rule-set.ts';
import { targetKey } from './target-schema.ts';
import { instantsOf, isDateTime, isTimeZone } from './wall-time.ts';

/** Checks of the identifiers, which the server cannot see. */
export function runTargetChecks(
  answers: Answers,
  ruleSet: RuleSet,
  providerDomains?: readonly string[],
): CheckResult[] {
  const { targets } = answers;
  if (targets.length === 0) return [];
  return [
    ...checkIpBasis(answers, ruleSet),
    checkUnique(targets),
    ...(providerDomains
      ? [
          rowsLook(
            rowsWhere(targets, (one) => isForeign(one, providerDomains)),
            'targets_ours',
            'identifier_not_ours',
          ),
        ]
      : []),
    rowsLook(rowsWhere(targets, isAmbiguous), 'targets_unambiguous', 'identifier_ambiguous'),
  ];
}

/** Customers may be determined by an IP address for crimes only; for averting dangers the reviewer looks. */
function checkIpBasis({ targets, legalBasis }: Answers, ruleSet: RuleSet): CheckResult[] {
  const rows = rowsWhere(targets, ({ kind }) => kind === 'ip');
  const basis = findLegalBasis(ruleSet, legalBasis);
  if (rows.length === 0 || !basis) return [];
  const fault = { field: 'legalBasis', reasonCode: 'legal_basis_wrong', rows } as const;
  if (basis.byIpAddress === 'yes') return [pass('ip_address_allowed')];
  const check = basis.byIpAddress === 'no' ? failIf : lookIf;
  return [check(true, 'ip_address_allowed', { ...fault, rows })];
}

function checkUnique(targets: readonly Target[]): CheckResult {
  const rows = repeatedRows(targets);
  return failIf(rows.length > 0, 'targets_unique', { field: 'targets', reasonCode: 'duplicate', rows });
}

function rowsLook(
  rows: number[],
  rule: 'targets_ours' | 'targets_unambiguous',
  reasonCode: 'identifier_not_ours' | 'identifier_ambiguous',
): CheckResult {
  return lookIf(rows.length > 0, rule, { field: 'targets', reasonCode, rows });
}

function rowsWhere(targets: readonly Target[], matches: (target: Target) => boolean): number[] {
  return targets.flatMap((target, row) => (matches(target) ? [row] : []));
}

/** Rows that say the same as an earlier row. */
function repeatedRows(targets: readonly Target[]): number[] {
  const seen = new Set<string>();
  return rowsWhere(targets, (target) => {
    const key = targetKey(target);
    const repeated = seen.has(key);
    seen.add(key);
    return repeated;
  });
}

function isForeign(target: Target, providerDomains: readonly string[]): boolean {
  return target.kind === 'email' && !providerDomains.includes(domainOf(target.address.trim()));
}

/** Wildcards, addresses that anybody can have, and times in the hour that autumn repeats. */
function isAmbiguous(target: Target): boolean {
  if (target.kind === 'email') return /[*%?]/.test(target.address);
  if (target.kind !== 'ip') return false;
  if (isIpAddress(target.address) && !isPublicIpAddress(target.address)) return true;
  return (
    isDateTime(target.at) && isTimeZone(target.timeZone) && instantsOf(target.at, target.timeZone).length > 1
  );
}
