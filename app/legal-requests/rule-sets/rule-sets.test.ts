import { describe, expect, it } from 'vitest';
import { agencyKinds, categories, foreignRoutes, laender } from '#app/legal-requests/legal-request-values.ts';
import { de as german } from '#app/text/rule-sets/de.ts';
import { de2026 } from './de-2026.ts';
import { findLegalBasis, listLegalBases } from './rule-set.ts';
import { findRuleSet, ruleSetAt, ruleSets } from './rule-sets.ts';

describe('rule sets', () => {
  it('are found by day and country', () => {
    expect(ruleSetAt('2026-11-24', 'DE')?.version).toBe('de-2026');
    expect(ruleSetAt('2025-12-31', 'DE')).toBeNull();
    expect(ruleSetAt('2026-11-24', 'FR')).toBeNull();
    expect(findRuleSet('de-2026')).toBe(de2026);
    expect(findRuleSet('de-1871')).toBeNull();
  });

  it('of one country never overlap', () => {
    for (const one of ruleSets) {
      const inForce = ruleSets.filter(
        (set) =>
          set.country === one.country &&
          set.validFrom <= one.validFrom &&
          (set.validUntil === null || one.validFrom < set.validUntil),
      );
      expect(inForce).toEqual([one]);
    }
  });
});

describe('de-2026', () => {
  it('names every basis once, with a lower_snake key and a text', () => {
    const keys = de2026.legalBases.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9_]{1,60}$/);
    expect(keys.sort()).toEqual(Object.keys(german.bases).sort());
  });

  it('has a police law for each Land', () => {
    const found = de2026.legalBases.flatMap(({ land }) => (land ? [land] : []));
    expect(found.sort()).toEqual([...laender].sort());
  });

  it('says what the lawyer must confirm, and never invents a paragraph of a police law', () => {
    expect(de2026.confirmed).toBe(false);
    for (const basis of de2026.legalBases) {
      expect(basis.confirmed, basis.key).toBe(basis.toConfirm.length === 0);
      if (basis.land) {
        expect(basis.citation).not.toMatch(/§ .*PolG|§ .*PAG/);
        expect(basis.paragraphStatedByAuthor).toBe(true);
      }
    }
  });

  it('asks for an order wherever a judge decides', () => {
    for (const basis of de2026.legalBases) {
      if (basis.categories.includes('subscriber_data')) continue;
      expect(basis.judicialOrderAttached, basis.key).toBe(true);
    }
    expect(findLegalBasis(de2026, 'stpo_100j_1')?.judicialOrderAttached).toBe(false);
  });

  it('limits what lies ahead to three months', () => {
    for (const basis of de2026.legalBases) {
      if (basis.period.future) expect(basis.period.maxFutureMonths, basis.key).toBe(3);
    }
  });

  it('lets a German police officer choose for each category, and an “other” basis last', () => {
    for (const category of categories) {
      const choices = listLegalBases(de2026, {
        category,
        agencyKind: 'police',
        origin: 'domestic',
        routes: [],
      });
      expect(choices.length).toBeGreaterThan(1);
      expect(choices.at(-1)?.purpose).toBe('other');
    }
  });

  it('offers the criminal procedure code to investigators only', () => {
    for (const agencyKind of agencyKinds) {
      const keys = listLegalBases(de2026, {
        category: 'subscriber_data',
        agencyKind,
        origin: 'domestic',
        routes: [],
      }).map(({ key }) => key);
      const investigates = ['police', 'prosecution', 'customs', 'other'].includes(agencyKind);
      expect(keys.includes('stpo_100j_1'), agencyKind).toBe(investigates);
    }
  });

  it('offers the European Production Order inside the Union, and not for interception', () => {
    const keys = (category: (typeof categories)[number], origin: 'eu' | 'third') =>
      listLegalBases(de2026, {
        category,
        agencyKind: 'prosecution',
        origin,
        routes: foreignRoutes,
      }).map(({ key }) => key);
    expect(keys('traffic_data', 'eu')).toEqual(['epoc_traffic_data', 'irg_traffic_data']);
    expect(keys('interception', 'eu')).toEqual(['irg_interception']);
    expect(keys('traffic_data', 'third')).toEqual(['irg_traffic_data']);
  });
});
