import type { AgencyKind, Category, ForeignRoute } from './legal-request-values.ts';
import { foreignRoutes } from './legal-request-values.ts';
import { listLegalBases, type LegalBasis, type Origin, type RuleSet } from './rule-sets/rule-set.ts';

/** Member states of the European Union, ISO 3166-1 alpha-2. */
export const euCountries = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

/** Denmark takes no part in Regulation (EU) 2023/1543 (its recital 101; Protocol No 22). */
const withoutEpoc: readonly string[] = ['DK'];

/**
 * @param country ISO 3166-1 alpha-2 of the authority
 * @param home country of the rule set
 */
export function originOf(country: string, home: string): Origin {
  if (country === home) return 'domestic';
  return (euCountries as readonly string[]).includes(country) ? 'eu' : 'third';
}

/**
 * The routes by which an authority of that country may ask; empty for a domestic one. Real-time interception is not among the
 * data of the European Production Order (Art. 3 (8)–(12) Regulation (EU) 2023/1543).
 * @param category `null`: for any
 */
export function routesFor(country: string, home: string, category: Category | null): readonly ForeignRoute[] {
  const origin = originOf(country, home);
  if (origin === 'domestic') return [];
  if (origin === 'eu' && !withoutEpoc.includes(country) && category !== 'interception') return foreignRoutes;
  return ['mutual_legal_assistance'];
}

/**
 * The bases that an authority may choose from, in the order of the rule set: by its kind and country, the category, and the
 * route it named; of all its routes before it named one.
 */
export function basesFor(
  ruleSet: RuleSet,
  agency: { kind: AgencyKind; country: string },
  { category, foreignRoute }: { category: Category; foreignRoute: ForeignRoute | '' | null },
): LegalBasis[] {
  const open = routesFor(agency.country, ruleSet.country, category);
  const named = open.filter((route) => route === foreignRoute);
  const origin = originOf(agency.country, ruleSet.country);
  const routes = named.length > 0 ? named : open;
  return listLegalBases(ruleSet, { category, agencyKind: agency.kind, origin, routes });
}

export type ForeignNotice = 'eu' | 'eu_without_epoc' | 'third';

/** Which explanation to show before the form is begun, `null` for a domestic authority. Text: `legalRequests.foreignNotices`. */
export function foreignNotice(country: string, home: string): ForeignNotice | null {
  const origin = originOf(country, home);
  if (origin === 'domestic') return null;
  if (origin === 'third') return 'third';
  return routesFor(country, home, null).includes('epoc') ? 'eu' : 'eu_without_epoc';
}
