import { describe, expect, it } from 'vitest';
import { emptyAnswers } from './answers-schema.ts';
import { formOf } from './categories/categories.ts';
import type { Answers } from './form-answers.ts';
import {
  categorySchema,
  sectionOfField,
  sectionState,
  validateAnswers,
  validateSection,
} from './form-schema.ts';
import type { Category } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';
import type { FormContext } from './sections.ts';
import { applicableSections } from './sections.ts';

const today = '2026-11-24';
const police: FormContext = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today };
const french: FormContext = { agency: { kind: 'prosecution', country: 'FR' }, ruleSet: de2026, today };
const nobody = { name: '', rank: '', telephone: '', email: '' };

function codes(answers: Answers, context = police): string[] {
  return validateAnswers(answers, context).map(({ field, code }) => `${field} ${code}`);
}

function changed(category: Category, change: Partial<Answers>): Answers {
  return { ...sampleAnswers(category, today), ...change };
}

describe('a whole form', () => {
  it.each(categories)('%s: the sample has no fault', (category) => {
    expect(codes(sampleAnswers(category, today))).toEqual([]);
    expect(categorySchema(category, police).safeParse(sampleAnswers(category, today)).success).toBe(true);
  });

  it.each(categories)('%s: an empty one lists what is missing, section by section', (category) => {
    const found = codes(emptyAnswers(category, nobody));
    expect(found.slice(0, 1)).toEqual(['fileNumber required']);
    expect(found).toContain('legalBasis required');
    expect(found).toContain('targets required');
    expect(found).toContain('contactEmail required');
    expect(found.every((code) => code.endsWith(' required'))).toBe(true);
  });

  it('refuses unknown keys and wrong shapes', () => {
    const schema = categorySchema('subscriber_data', police);
    const answers = sampleAnswers('subscriber_data', today);
    expect(schema.safeParse({ ...answers, extra: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...answers, targets: 'x' }).success).toBe(false);
    expect(schema.safeParse(null).success).toBe(false);
  });
});

describe('single answers', () => {
  const cases: [string, Category, Partial<Answers>, string[]][] = [
    ['a day that does not exist', 'mailbox_seizure', { orderDate: '2026-02-30' }, ['orderDate date_invalid']],
    [
      'a time that the clock skips',
      'traffic_data',
      { periodStart: '2026-03-29T02:30' },
      ['periodStart time_does_not_exist'],
    ],
    ['the same time in UTC', 'traffic_data', { periodStart: '2026-03-29T02:30', timeZone: 'UTC' }, []],
    [
      'a line break in the file number',
      'traffic_data',
      { fileNumber: 'a\nb' },
      ['fileNumber line_break_not_allowed'],
    ],
    ['a tab in it', 'traffic_data', { fileNumber: 'a\tb' }, ['fileNumber line_break_not_allowed']],
    ['a long file number', 'traffic_data', { fileNumber: 'a'.repeat(61) }, ['fileNumber too_long']],
    ['blanks only', 'traffic_data', { fileNumber: '   ' }, ['fileNumber required']],
    [
      'an e-mail address without domain',
      'traffic_data',
      { contactEmail: 'erika@' },
      ['contactEmail email_invalid'],
    ],
    [
      'a telephone number with letters',
      'traffic_data',
      { contactTelephone: 'Zentrale' },
      ['contactTelephone telephone_invalid'],
    ],
    [
      'a delivery point of 26 characters',
      'interception',
      { deliveryPoint: 'a'.repeat(26) },
      ['deliveryPoint too_long', 'deliveryPoint delivery_reference_invalid'],
    ],
    [
      'an umlaut in the reference',
      'interception',
      { deliveryReference: 'TKÜ-1' },
      ['deliveryReference delivery_reference_invalid'],
    ],
    [
      'an extension without number',
      'interception',
      { measureKind: 'extension' },
      ['earlierReference required'],
    ],
    [
      'an extension with a wrong number',
      'interception',
      { measureKind: 'extension', earlierReference: 'AW-1' },
      ['earlierReference reference_invalid'],
    ],
    ['an extension', 'interception', { measureKind: 'extension', earlierReference: 'AW-2026-000123' }, []],
    [
      'an ending by the prosecutor',
      'interception',
      {
        measureKind: 'early_termination',
        earlierReference: 'AW-2026-000123',
        orderingBodyKind: 'prosecution',
      },
      [],
    ],
    [
      'a new measure ordered by the prosecutor without emergency',
      'interception',
      { orderingBodyKind: 'prosecution' },
      ['orderingBodyKind option_invalid'],
    ],
    [
      'a basis of another category',
      'interception',
      { legalBasis: 'stpo_100g_1' },
      ['legalBasis legal_basis_not_for_you'],
    ],
    ['an unknown basis', 'interception', { legalBasis: 'nonsense' }, ['legalBasis option_invalid']],
    [
      'another basis without words',
      'interception',
      { legalBasis: 'other_interception' },
      ['legalBasisOther required'],
    ],
    [
      'a police law without paragraph',
      'subscriber_data',
      { legalBasis: 'polg_nrw' },
      ['legalBasisParagraph required'],
    ],
    [
      'future traffic data without rhythm',
      'traffic_data',
      { periodDirection: 'future' },
      ['partialAnswers required'],
    ],
    ['some folders without names', 'mailbox_seizure', { folders: 'some' }, ['folderNames required']],
    ['secrecy without end', 'mailbox_seizure', { nonDisclosureUntil: '' }, ['nonDisclosureUntil required']],
    [
      'an emergency without reason and confirmation',
      'traffic_data',
      { priority: 'emergency', orderingBodyKind: 'prosecution' },
      ['emergencyReason required', 'emergencyConfirmationDue required'],
    ],
    [
      'an emergency ordered by the court',
      'traffic_data',
      { priority: 'emergency', emergencyReason: 'x' },
      [],
    ],
  ];
  it.each(cases)('%s', (_name, category, change, expected) => {
    expect(codes(changed(category, change))).toEqual(expected);
  });
});

describe('targets', () => {
  it('of subscriber data take all kinds', () => {
    const targets: Answers['targets'] = [
      { kind: 'email', address: 'a@mail.example' },
      { kind: 'ip', address: '2001:db8::1', at: '2026-03-01T12:00:01', timeZone: 'UTC' },
      { kind: 'payment', reference: 'R-2026-1' },
      { kind: 'person', name: 'Erika Mustermann', dateOfBirth: '1980-02-29' },
      { kind: 'customer', number: '4711' },
    ];
    expect(codes(changed('subscriber_data', { targets }))).toEqual([]);
    expect(codes(changed('traffic_data', { targets }))).toEqual(Array(4).fill('targets option_invalid'));
  });

  it('name the row and the part that is wrong', () => {
    const targets: Answers['targets'] = [
      { kind: 'email', address: 'a@mail.example' },
      { kind: 'ip', address: '1.2.3', at: '', timeZone: '' },
    ];
    const errors = validateAnswers(changed('subscriber_data', { targets }), police);
    expect(errors).toContainEqual({ field: 'targets', code: 'ip_invalid', row: 1, part: 'address' });
    expect(errors).toContainEqual({ field: 'targets', code: 'required', row: 1, part: 'at' });
  });

  it('are at most 500', () => {
    const targets: Answers['targets'] = Array.from({ length: 501 }, (_, n) => ({
      kind: 'customer',
      number: String(n),
    }));
    expect(codes(changed('subscriber_data', { targets }))).toEqual(['targets too_many_targets']);
  });
});

describe('foreign authorities', () => {
  it('are asked for the route first', () => {
    const answers = changed('traffic_data', { legalBasis: 'epoc_traffic_data' });
    expect(codes(answers, french)).toEqual(['foreignRoute required', 'foreignRouteReference required']);
    const sections = applicableSections(formOf('traffic_data'), answers, french);
    expect(sections[0]?.key).toBe('authority_route');
    expect(applicableSections(formOf('traffic_data'), answers, police)[0]?.key).toBe('procedure');
  });

  it('outside the Union cannot choose the European Production Order', () => {
    const answers = changed('traffic_data', {
      legalBasis: 'irg_traffic_data',
      foreignRoute: 'epoc',
      foreignRouteReference: 'x',
    });
    const american: FormContext = { ...french, agency: { kind: 'prosecution', country: 'US' } };
    expect(codes(answers, american)).toEqual(['foreignRoute option_invalid']);
  });
});

describe('the task list', () => {
  const section = (category: Category, key: string) => {
    const found = formOf(category).sections.find((one) => one.key === key);
    if (!found) throw new Error(key);
    return found;
  };

  it('knows how far a section is', () => {
    const state = (answers: Answers, key: string, files: { kind: 'judicial_order' | 'other' }[] = []) =>
      sectionState(section('traffic_data', key), answers, police, files);
    const empty = emptyAnswers('traffic_data', nobody);
    expect(state(empty, 'period')).toBe('not_started');
    expect(state({ ...empty, periodStart: '2026-03-01T00:00' }, 'period')).toBe('incomplete');
    expect(state(sampleAnswers('traffic_data', today), 'period')).toBe('complete');
    expect(state(empty, 'attachments')).toBe('not_started');
    expect(state(empty, 'attachments', [{ kind: 'other' }])).toBe('incomplete');
    expect(state(empty, 'attachments', [{ kind: 'judicial_order' }])).toBe('complete');
    expect(state(empty, 'facts')).toBe('complete');
  });

  it('finds the section of a field', () => {
    const answers = sampleAnswers('interception', today);
    expect(sectionOfField('deliveryPoint', answers, police)).toBe('delivery');
    expect(sectionOfField('foreignRoute', answers, police)).toBeNull();
    expect(sectionOfField('attachments', answers, police)).toBe('attachments');
  });

  it('validates one section only', () => {
    const empty = emptyAnswers('interception', nobody);
    expect(validateSection(section('interception', 'measure'), empty, police)).toEqual([
      { field: 'measureKind', code: 'required' },
    ]);
  });
});
