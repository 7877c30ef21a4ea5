import { expect, it } from 'vitest';
import { euCountries, foreignNotice, originOf, routesFor } from './foreign-authorities.ts';

it('tells domestic, European and other authorities apart', () => {
  expect(originOf('DE', 'DE')).toBe('domestic');
  expect(originOf('FR', 'DE')).toBe('eu');
  expect(originOf('CH', 'DE')).toBe('third');
  expect(euCountries).toHaveLength(27);
});

it('gives each the routes it has', () => {
  expect(routesFor('DE', 'DE')).toEqual([]);
  expect(routesFor('FR', 'DE')).toEqual(['epoc', 'mutual_legal_assistance']);
  expect(routesFor('US', 'DE')).toEqual(['mutual_legal_assistance']);
});

it('knows that Denmark takes no part in Regulation (EU) 2023/1543', () => {
  expect(routesFor('DK', 'DE')).toEqual(['mutual_legal_assistance']);
  expect(foreignNotice('DK', 'DE')).toBe('eu_without_epoc');
});

it('explains the route to everybody but domestic authorities', () => {
  expect(foreignNotice('DE', 'DE')).toBeNull();
  expect(foreignNotice('IE', 'DE')).toBe('eu');
  expect(foreignNotice('US', 'DE')).toBe('third');
});
