import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalJson } from '#app/sealing/canonical-json.ts';

import { axisNames } from './axes.ts';
import { emptyAxis, yearFiguresSchema, type YearFigures } from './figures.ts';
import { protectFigures } from './protect.ts';
import type { SmallNumberMode } from './small-number-modes.ts';

interface Categories {
  subscriber_data: number;
  traffic_data: number;
  mailbox_seizure: number;
  interception: number;
  unknown: number;
}

function figuresOf(category: Categories, reasons: Record<string, number> = {}): YearFigures {
  const axes = Object.fromEntries(axisNames.map((axis) => [axis, emptyAxis(axis, 0)]));
  return yearFiguresSchema.parse({
    year: 2026,
    total: Object.values(category).reduce((sum, one) => sum + one, 0),
    axes: { ...axes, category: { ...category } },
    inadmissible: 0,
    reasons,
    protection: null,
    derived: [],
  });
}
const usual = { subscriber_data: 130, traffic_data: 0, mailbox_seizure: 3, interception: 2, unknown: 0 };
const categoryOf = (category: Categories, mode: SmallNumberMode) =>
  protectFigures(figuresOf(category), mode).axes.category;

test('off changes nothing', () => {
  expect(protectFigures(figuresOf(usual), 'off')).toEqual(figuresOf(usual));
});

test('withholds a small number with another, and gives both as one sum', () => {
  const { axes, protection } = protectFigures(figuresOf(usual), 'suppress');
  expect(axes.category).toEqual({
    subscriber_data: 'withheld',
    traffic_data: 0,
    mailbox_seizure: 3,
    interception: 'withheld',
    unknown: 0,
  });
  expect(protection).toEqual({ mode: 'suppress', keys: ['interception', 'subscriber_data'], together: 132 });
});

test('gives a number that is not small', () => {
  expect(categoryOf({ ...usual, interception: 5 }, 'suppress')).toMatchObject({ interception: 5 });
});

test('gives the band instead', () => {
  expect(categoryOf({ ...usual, interception: 17 }, 'bands')).toMatchObject({
    interception: { from: 10, to: 19 },
    subscriber_data: 'withheld',
  });
});

test('withholds the whole axis where the sum would tell', () => {
  const few = { ...usual, subscriber_data: 1, interception: 2 };
  expect(new Set(Object.values(categoryOf(few, 'suppress')))).toEqual(new Set(['withheld']));
});

test('leaves out reasons that would tell', () => {
  const { reasons } = protectFigures(
    figuresOf(usual, { order_expired: 2, legal_basis_wrong: 4 }),
    'suppress',
  );
  expect(reasons).toEqual({ legal_basis_wrong: 4 });
});

/** Whether another year with other interceptions would be published in the very same words. */
function hasTwin(category: Categories, mode: SmallNumberMode): boolean {
  const published = canonicalJson(protectFigures(figuresOf(category), mode));
  return [-2, -1, 1, 2].some((change) =>
    (['subscriber_data', 'traffic_data', 'mailbox_seizure', 'unknown'] as const).some((other) => {
      const twin = {
        ...category,
        interception: category.interception + change,
        [other]: category[other] - change,
      };
      if (twin.interception < 0 || twin[other] < 0) return false;
      return canonicalJson(protectFigures(figuresOf(twin), mode)) === published;
    }),
  );
}

const few = fc.integer({ min: 0, max: 12 });
const someCategories = fc.record({
  subscriber_data: few,
  traffic_data: few,
  mailbox_seizure: few,
  interception: fc.integer({ min: 0, max: 25 }),
  unknown: few,
});

test('nobody can tell a protected number, not even who knows the rules', () => {
  fc.assert(
    fc.property(someCategories, fc.constantFrom('suppress' as const, 'bands' as const), (category, mode) => {
      const isProtected = mode === 'bands' || category.interception < 5;
      const total = Object.values(category).reduce((sum, one) => sum + one, 0);
      if (isProtected && total > 0) expect(hasTwin(category, mode)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('the sum and what is given still make the total', () => {
  fc.assert(
    fc.property(someCategories, (category) => {
      const { axes, protection, total } = protectFigures(figuresOf(category), 'suppress');
      if (protection === null || protection.together === null) return;
      const given = Object.values(axes.category).reduce<number>(
        (sum, one) => sum + (typeof one === 'number' ? one : 0),
        0,
      );
      expect(given + protection.together).toBe(total);
    }),
  );
});
