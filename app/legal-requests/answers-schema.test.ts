import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersSchema, continueWith, emptyAnswers, pruneAnswers, readDraft } from './answers-schema.ts';
import type { Answers } from './form-answers.ts';
import { validateAnswers } from './form-schema.ts';
import { categories, priorities } from './legal-request-values.ts';
import { de2026 } from './rule-sets/de-2026.ts';
import { sampleAnswers } from './sample-answers.ts';
import type { FormContext } from './sections.ts';

const today = '2026-11-24';
const police: FormContext = { agency: { kind: 'police', country: 'DE' }, ruleSet: de2026, today };
const contact = { name: 'Erika Mustermann', rank: 'KHK', telephone: '030 1', email: 'e@polizei.example' };

describe('empty answers', () => {
  it.each(categories)('%s have the shape of answers and the contact of the account', (category) => {
    const answers = emptyAnswers(category, contact);
    expect(answersSchema.parse(answers)).toEqual(answers);
    expect(answers.contactName).toBe('Erika Mustermann');
  });
});

describe('pruning', () => {
  it.each(categories)('%s: leaves a complete form as it is', (category) => {
    const answers = sampleAnswers(category, today);
    expect(pruneAnswers(answers, police)).toEqual(answers);
  });

  it('takes the blanks off the ends of identifiers', () => {
    const answers = sampleAnswers('traffic_data', today);
    const pasted: Answers = { ...answers, targets: [{ kind: 'email', address: 'a@mail.example ' }] };
    expect(pruneAnswers(pasted, police).targets).toEqual([{ kind: 'email', address: 'a@mail.example' }]);
  });

  it('empties what is not asked', () => {
    const answers: Answers = {
      ...sampleAnswers('subscriber_data', today),
      emergencyReason: 'left over',
      deliveryPoint: 'LKA',
      foreignRoute: 'epoc',
      asOfAt: '2026-03-01T12:00',
      timeZone: 'UTC',
      trafficData: ['sent'],
      nonDisclosureUntil: '2027-01-01',
    };
    const pruned = pruneAnswers(answers, police);
    expect(pruned).toEqual(sampleAnswers('subscriber_data', today));
  });

  it('empties choices that are no longer offered, and what hung on them', () => {
    const answers: Answers = {
      ...sampleAnswers('traffic_data', today),
      priority: 'normal',
      orderingBodyKind: 'prosecution',
      emergencyConfirmationDue: '2026-11-27',
    };
    const pruned = pruneAnswers(answers, police);
    expect(pruned.orderingBodyKind).toBe('');
    expect(pruned.emergencyConfirmationDue).toBe('');
  });

  it('settles: pruning twice is pruning once', () => {
    const record = fc.record({
      priority: fc.constantFrom(...priorities),
      measureKind: fc.constantFrom('new', 'extension', 'early_termination', '' as const),
      orderingBodyKind: fc.constantFrom('court', 'prosecution', 'authority', 'ministry', '' as const),
      legalBasis: fc.constantFrom(...de2026.legalBases.map(({ key }) => key), ''),
      periodDirection: fc.constantFrom('past', 'future', 'past_and_future', '' as const),
      mailRange: fc.constantFrom('all', 'range', '' as const),
      asOf: fc.constantFrom('now', 'at_time', '' as const),
      emergencyReason: fc.string(),
      rangeFrom: fc.string(),
      foreignRoute: fc.constantFrom('epoc', 'mutual_legal_assistance', '' as const),
    });
    const countries = fc.constantFrom('DE', 'FR', 'US');
    fc.assert(
      fc.property(fc.constantFrom(...categories), record, countries, (category, change, country) => {
        const context = { ...police, agency: { ...police.agency, country } };
        const answers = { ...sampleAnswers(category, today), ...change };
        const once = pruneAnswers(answers, context);
        expect(pruneAnswers(once, context)).toEqual(once);
        expect(answersSchema.safeParse(once).success).toBe(true);
      }),
    );
  });
});

describe('drafts', () => {
  it('keep what has the right shape', () => {
    const saved = {
      ...sampleAnswers('traffic_data', today),
      trafficData: ['logins', 'a kind of the future'],
      oldField: 1,
      category: 'interception',
    };
    const read = readDraft(saved, 'traffic_data', contact);
    expect(read.fileNumber).toBe('274 Js 1234/26');
    expect(read.trafficData).toEqual([]);
    expect(read.category).toBe('traffic_data');
    expect(read).not.toHaveProperty('oldField');
  });

  it('keep what is too long or too many, so that the field can say so', () => {
    const targets = [
      { kind: 'email' as const, address: `${'a'.repeat(500)}@mail.example` },
      ...Array.from({ length: 500 }, (_, n) => ({ kind: 'email' as const, address: `a${n}@mail.example` })),
    ];
    const saved = {
      ...sampleAnswers('traffic_data', today),
      targets,
      fileNumber: 'x'.repeat(600),
      facts: 'y'.repeat(30_000),
    };
    const read = readDraft(saved, 'traffic_data', contact);
    expect(read).toEqual(saved);
    const faults = validateAnswers(read, police).map(({ field, code, row }) => [field, code, row]);
    expect(faults).toContainEqual(['fileNumber', 'too_long', undefined]);
    expect(faults).toContainEqual(['facts', 'too_long', undefined]);
    expect(faults).toContainEqual(['targets', 'too_many_targets', undefined]);
    const one = readDraft({ ...saved, targets: targets.slice(0, 1) }, 'traffic_data', contact);
    expect(validateAnswers(one, police)).toContainEqual({
      field: 'targets',
      code: 'email_invalid',
      row: 0,
      part: 'address',
    });
  });

  it('that are no draft are empty', () => {
    for (const value of [null, 1, 'x', []]) {
      expect(readDraft(value, 'traffic_data', contact)).toEqual(emptyAnswers('traffic_data', contact));
    }
  });
});

describe('the next category', () => {
  it('starts with file number, facts, contact and addresses', () => {
    const first: Answers = {
      ...sampleAnswers('subscriber_data', today),
      targets: [
        { kind: 'email', address: 'a@mail.example' },
        { kind: 'customer', number: '1' },
      ],
    };
    const next = continueWith(first, 'traffic_data');
    expect(next.category).toBe('traffic_data');
    expect(next.fileNumber).toBe(first.fileNumber);
    expect(next.targets).toEqual([{ kind: 'email', address: 'a@mail.example' }]);
    expect(next.legalBasis).toBe('');
    expect(next.contactName).toBe('Erika Mustermann');
  });
});
