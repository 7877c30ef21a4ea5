import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf } from './categories/categories.ts';
import type { Answers } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';
import { categories } from './legal-request-values.ts';
import { extractPublicPart, publicPartSchema } from './public-part.ts';
import { sampleAnswers } from './sample-answers.ts';

const today = '2026-11-24';

/** Everything that the server may read, and nothing else (2-domain §4). */
const allowed = [
  'attachmentKinds',
  'category',
  'emergencyConfirmationDue',
  'fileNumber',
  'foreignRoute',
  'legalBasis',
  'nonDisclosureUntil',
  'orderDate',
  'orderingBodyKind',
  'overriddenWarnings',
  'periodEndAt',
  'periodStartAt',
  'priority',
  'targetCount',
];

describe('the public part', () => {
  it.each(categories)('%s: has exactly the allowed keys and passes its schema', (category) => {
    const part = extractPublicPart(category, sampleAnswers(category, today), [{ kind: 'judicial_order' }]);
    expect(Object.keys(part).sort()).toEqual(allowed);
    expect(publicPartSchema.parse(part)).toEqual(part);
  });

  it.each(categories)('%s: holds no sealed answer', (category) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12}$/), (word) => {
        const sentinel = `sentinel${word}`;
        const part = extractPublicPart(category, withSentinels(category, sentinel), []);
        expect(JSON.stringify(part)).not.toContain(sentinel);
      }),
    );
  });

  it('refuses an unknown key', () => {
    const part = extractPublicPart('traffic_data', sampleAnswers('traffic_data', today), []);
    expect(publicPartSchema.safeParse({ ...part, facts: 'x' }).success).toBe(false);
  });

  it('refuses control characters in the file number, and no targets', () => {
    const part = extractPublicPart('traffic_data', sampleAnswers('traffic_data', today), []);
    expect(publicPartSchema.safeParse({ ...part, fileNumber: 'a\u0000b' }).success).toBe(false);
    expect(publicPartSchema.safeParse({ ...part, targetCount: 0 }).success).toBe(false);
    expect(publicPartSchema.safeParse({ ...part, targetCount: 501 }).success).toBe(false);
    expect(publicPartSchema.safeParse({ ...part, orderDate: '2026-02-30' }).success).toBe(false);
  });
});

describe('the period', () => {
  const period = (category: Category, change: Partial<Answers>) => {
    const part = extractPublicPart(category, { ...sampleAnswers(category, today), ...change }, []);
    return [part.periodStartAt, part.periodEndAt];
  };

  it('is in UTC, from the zone in which it was given', () => {
    const winter = { periodStart: '2026-01-01T00:00', periodEnd: '2026-07-01T00:00' };
    expect(period('traffic_data', winter)).toEqual(['2025-12-31T23:00:00Z', '2026-06-30T22:00:00Z']);
    expect(period('traffic_data', { ...winter, timeZone: 'UTC' })).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-07-01T00:00:00Z',
    ]);
  });

  it('of a seizure covers whole days', () => {
    expect(period('mailbox_seizure', { rangeFrom: '2026-03-29', rangeTo: '2026-03-29' })).toEqual([
      '2026-03-28T23:00:00Z',
      '2026-03-29T21:59:59Z',
    ]);
    expect(period('mailbox_seizure', { mailRange: 'all' })).toEqual([null, null]);
  });

  it('of subscriber data is one time or none', () => {
    expect(period('subscriber_data', {})).toEqual([null, null]);
    expect(
      period('subscriber_data', { asOf: 'at_time', asOfAt: '2026-03-01T12:00', timeZone: 'Europe/Berlin' }),
    ).toEqual(['2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z']);
  });

  it('of an unfinished form is missing', () => {
    expect(period('traffic_data', { periodStart: '2026-', periodEnd: '' })).toEqual([null, null]);
  });
});

it('lists overridden warnings sorted and once, without reasons', () => {
  const overrides: Answers['overrides'] = [
    { rule: 'targets_ours', reason: 'secret' },
    { rule: 'not_a_duplicate', reason: 'secret' },
    { rule: 'targets_ours', reason: 'secret' },
  ];
  const part = extractPublicPart('traffic_data', { ...sampleAnswers('traffic_data', today), overrides }, []);
  expect(part.overriddenWarnings).toEqual(['not_a_duplicate', 'targets_ours']);
  expect(JSON.stringify(part)).not.toContain('secret');
});

/** Puts a word into every sealed answer that takes free text. */
function withSentinels(category: Category, sentinel: string): Answers {
  const answers = sampleAnswers(category, today);
  const change: Record<string, unknown> = {
    targets: [{ kind: 'email', address: `${sentinel}@mail.example` }],
    overrides: [{ rule: 'targets_ours', reason: sentinel }],
  };
  for (const section of formOf(category).sections) {
    for (const field of section.fields) {
      const takesText = ['text', 'textarea', 'person', 'email', 'tel', 'reference'].includes(field.kind);
      if (field.visibility === 'sealed' && takesText) change[field.key] = sentinel;
    }
  }
  return { ...answers, ...change };
}
