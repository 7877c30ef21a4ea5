import { describe, expect, it } from 'vitest';
import type { AgencyKind, Category, ForeignRoute } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { basesFor, euCountries, foreignNotice, originOf, routesFor } from './foreign-authorities.ts';

it('tells domestic, European and other authorities apart', () => {
  expect(originOf('DE', 'DE')).toBe('domestic');
  expect(originOf('FR', 'DE')).toBe('eu');
  expect(originOf('CH', 'DE')).toBe('third');
  expect(euCountries).toHaveLength(27);
});

it('gives each the routes it has', () => {
  expect(routesFor('DE', 'DE', null)).toEqual([]);
  expect(routesFor('FR', 'DE', null)).toEqual(['epoc', 'mutual_legal_assistance']);
  expect(routesFor('US', 'DE', null)).toEqual(['mutual_legal_assistance']);
});

it('knows that Denmark takes no part in Regulation (EU) 2023/1543', () => {
  expect(routesFor('DK', 'DE', null)).toEqual(['mutual_legal_assistance']);
  expect(foreignNotice('DK', 'DE')).toBe('eu_without_epoc');
});

it('explains the route to everybody but domestic authorities', () => {
  expect(foreignNotice('DE', 'DE')).toBeNull();
  expect(foreignNotice('IE', 'DE')).toBe('eu');
  expect(foreignNotice('US', 'DE')).toBe('third');
});

it('has no European Production Order for an interception', () => {
  expect(routesFor('FR', 'DE', 'interception')).toEqual(['mutual_legal_assistance']);
});

describe('the legal bases of an authority', () => {
  const keys = (
    country: string,
    kind: AgencyKind,
    category: Category,
    foreignRoute: ForeignRoute | '' = '',
  ) => basesFor(de2026, { kind, country }, { category, foreignRoute }).map(({ key }) => key);

  it('are those of the route it named', () => {
    expect(keys('FR', 'police', 'traffic_data')).toEqual(['epoc_traffic_data', 'irg_traffic_data']);
    expect(keys('FR', 'police', 'traffic_data', 'epoc')).toEqual(['epoc_traffic_data']);
    expect(keys('FR', 'police', 'traffic_data', 'mutual_legal_assistance')).toEqual(['irg_traffic_data']);
  });

  it('are those of a route that it has', () => {
    expect(keys('DK', 'prosecution', 'traffic_data')).toEqual(['irg_traffic_data']);
    expect(keys('DK', 'prosecution', 'traffic_data', 'epoc')).toEqual(['irg_traffic_data']);
    expect(keys('FR', 'prosecution', 'interception', 'epoc')).toEqual(['irg_interception']);
    expect(keys('US', 'prosecution', 'subscriber_data')).toEqual(['irg_subscriber_data']);
  });

  it('are there for every route that is offered to those who prosecute crimes', () => {
    for (const country of ['FR', 'DK', 'US'])
      for (const category of categories)
        for (const route of routesFor(country, 'DE', category))
          expect(keys(country, 'police', category, route), `${country} ${category} ${route}`).toHaveLength(1);
  });

  it('are none for foreign authorities that prosecute no crimes', () => {
    for (const kind of ['regulatory', 'constitution_protection', 'intelligence'] as const)
      for (const category of categories) expect(keys('FR', kind, category)).toEqual([]);
  });

  it('of German law are for German authorities alone', () => {
    expect(keys('DE', 'police', 'interception')).toContain('stpo_100a');
    expect(keys('DE', 'police', 'interception')).not.toContain('irg_interception');
  });
});
