import { describe, expect, it } from 'vitest';
import { de } from '#app/text/legal-requests/de.ts';
import { formOf } from './categories/categories.ts';
import { categories } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';
import type { FormContext } from './sections.ts';
import { applicableSections, isRequired, optionsOf, sectionKeys } from './sections.ts';

const today = '2026-11-24';
const context: FormContext = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today };

/** The answers that the server may read, by their origin in the form (2-domain §4). */
const publicFields = [
  'asOfAt',
  'emergencyConfirmationDue',
  'fileNumber',
  'foreignRoute',
  'legalBasis',
  'nonDisclosureUntil',
  'orderDate',
  'orderingBodyKind',
  'periodEnd',
  'periodStart',
  'priority',
  'rangeFrom',
  'rangeTo',
];

describe.each(categories)('the form of %s', (category) => {
  const fields = formOf(category).sections.flatMap(({ fields: some }) => some);

  it('has each section and each field once, in the order of the task list', () => {
    const keys = formOf(category).sections.map(({ key }) => key);
    expect(keys).toEqual(sectionKeys.filter((key) => keys.includes(key)));
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  });

  it('seals everything but what the server may read', () => {
    for (const { key, visibility } of fields) {
      expect(visibility, key).toBe(publicFields.includes(key) ? 'public' : 'sealed');
    }
  });

  it('has a text for every choice', () => {
    const texts: Record<string, Record<string, unknown>> = de.options;
    for (const { key, kind, options = [] } of fields) {
      if (!['radio', 'checkboxes', 'select'].includes(kind)) continue;
      expect(Object.keys(texts[key] ?? {}).sort(), key).toEqual([...options].sort());
    }
  });

  it('shows only what applies', () => {
    const keys = applicableSections(formOf(category), sampleAnswers(category, today), context).map(
      ({ key }) => key,
    );
    expect(keys).not.toContain('authority_route');
    expect(keys).toContain('legal_basis');
  });
});

describe('the ordering body', () => {
  const field = formOf('traffic_data')
    .sections.flatMap(({ fields }) => fields)
    .find(({ key }) => key === 'orderingBodyKind');
  if (!field) throw new Error('no field for the ordering body');
  const options = (change: object) =>
    optionsOf(field, { ...sampleAnswers('traffic_data', today), ...change }, context);

  it('is the court, in an emergency also the prosecutor, and anybody before a basis is chosen', () => {
    expect(options({})).toEqual(['court']);
    expect(options({ priority: 'emergency' })).toEqual(['court', 'prosecution']);
    expect(options({ legalBasis: '' })).toHaveLength(4);
  });

  it('must be named', () => {
    expect(isRequired(field, sampleAnswers('traffic_data', today), context)).toBe(true);
  });
});
