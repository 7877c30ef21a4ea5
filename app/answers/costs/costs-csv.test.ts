import Papa from 'papaparse';
import { expect, test } from 'vitest';

import de from '#app/text/de.ts';
import en from '#app/text/en.ts';

import { composeCostsCsv } from './costs-csv.ts';

const row = {
  reference: 'AW-2026-000123',
  fileNumber: '12 Js 34/26',
  agencyName: 'Polizei; "Köln"',
  category: 'traffic_data',
  ruleSet: 'de-2026',
  positions: [
    { code: 'traffic_identifier' as const, count: 2, unitCents: 2500 },
    { code: 'traffic_partial_answer' as const, count: 1, unitCents: 1000 },
  ],
  viaContactPoint: true,
  measureEndedOn: '2026-11-30',
  claimEndsAt: new Date('2027-02-28T22:59:59Z'),
  claimedOn: null,
};
const read = (csv: string) => Papa.parse<string[]>(csv.replace('\uFEFF', '').trimEnd()).data;

test('one line a position, with the discount in the sums', () => {
  const [names, first, second, ...more] = read(composeCostsCsv([row], de, 'de'));
  expect(more).toEqual([]);
  expect(names).toHaveLength(12);
  expect(first).toEqual([
    'AW-2026-000123',
    '12 Js 34/26',
    'Polizei; "Köln"',
    'Verkehrsdaten',
    '2026-11-30',
    '2027-02-28',
    '',
    'Verkehrsdaten, je Kennung',
    '2',
    '25,00',
    '20',
    '40,00',
  ]);
  expect(second?.at(-1)).toBe('8,00');
});

test('in English the point parts the cents', () => {
  expect(read(composeCostsCsv([row], en, 'en'))[1]?.at(-1)).toBe('40.00');
});

test.each(['=HYPERLINK("http://x")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'])(
  'the file number %j starts no formula',
  (fileNumber) => {
    for (const agencyName of ['Polizei', fileNumber]) {
      const [, line] = read(composeCostsCsv([{ ...row, fileNumber, agencyName }], de, 'de'));
      for (const cell of line ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  },
);
