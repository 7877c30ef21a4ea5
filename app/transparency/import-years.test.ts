import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

import { restOf } from './figures.ts';
import { ImportError, readYears } from './import-years.ts';
import { tenthsOfPercent } from './percent.ts';

const content = readFileSync(new URL('provider-reports.json', import.meta.url), 'utf8');
interface File {
  years: ({ year: number; derived: string[]; total: number } & Record<
    string,
    Record<string, number | null>
  >)[];
}
const file = JSON.parse(content) as File;
const years = readYears(content, 'json');
const of = (year: number) => years.find((one) => one.year === year)!;

test('reads every year', () => {
  expect(years.map(({ year, total }) => [year, total])).toEqual([
    [2018, 72],
    [2019, 79],
    [2020, 85],
    [2021, 65],
    [2022, 55],
    [2023, 133],
    [2024, 83],
    [2025, 74],
  ]);
});

const renamed: Record<string, string> = {
  kind: 'authority',
  firstPassFaulty: 'refused_at_first',
  plainMailOrFax: 'inadmissible',
};
const snake = (name: string) =>
  renamed[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test('keeps every published figure, and "not published" apart from zero', () => {
  let compared = 0;
  for (const published of file.years)
    for (const group of ['origin', 'kind', 'category', 'channel', 'outcome'])
      for (const [name, value] of Object.entries(published[group] ?? {})) {
        const figures = of(published.year);
        const key = snake(name);
        const axis = ['refused_at_first', 'corrected'].includes(key) ? 'first_check' : snake(group);
        const kept =
          key === 'inadmissible'
            ? figures.inadmissible
            : figures.axes[axis as keyof typeof figures.axes][key];
        expect(kept, `${published.year} ${group}.${name}`).toBe(value);
        compared += 1;
      }
  expect(compared).toBe(128);
});

test.each([
  [2023, 'channel', 'plain_mail', 271],
  [2023, 'channel', 'fax', 60],
  [2023, 'outcome', 'finally_rejected', 338],
  [2024, 'outcome', 'finally_rejected', 301],
] as const)('%i: %s %s gives the published percentage', (year, axis, key, tenths) => {
  const { axes, total } = of(year);
  expect(tenthsOfPercent(Number(axes[axis][key]), total)).toBe(tenths);
});

test('24.1 % in 2024 came by inadmissible ways, 44 requests in 2023', () => {
  expect(tenthsOfPercent(Number(of(2024).inadmissible), 83)).toBe(241);
  expect(of(2023).inadmissible).toBe(44);
});

// The first trap of the file: 45 (2023) and 14 (2022) are not the same kind of figure.
test('keeps first refusals apart from final rejections', () => {
  const [before, year] = [of(2022), of(2023)];
  expect([before.axes.outcome['finally_rejected'], year.axes.outcome['finally_rejected']]).toEqual([7, 45]);
  expect([before.axes.first_check['refused_at_first'], year.axes.first_check['refused_at_first']]).toEqual([
    14,
    null,
  ]);
});

// The second: 14 of 55 was printed as 25.4 %.
test('rounds half up, not down', () => {
  const { axes, total } = of(2022);
  expect(tenthsOfPercent(Number(axes.first_check['refused_at_first']), total)).toBe(255);
});

test('knows how many requests no bucket names', () => {
  expect(restOf(of(2025), 'channel')).toBe(6);
  expect(restOf(of(2018), 'origin')).toBe(0);
  expect(restOf(of(2025), 'outcome')).toBe(0);
  expect(restOf(of(2021), 'category')).toBe(65);
});

test('marks what follows from other figures', () => {
  expect(of(2018).derived).toEqual(['origin.domestic']);
  expect(of(2024).derived).toEqual(['inadmissible', 'authority.constitution_protection']);
});

test('a CSV with the same figures gives the same years', () => {
  const rows = file.years.flatMap(({ year, total, derived, ...groups }) => [
    { year, field: 'total', value: total, derived: '' },
    ...Object.entries(groups).flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]) => ({
        year,
        field: `${group}.${name}`,
        value: value ?? '',
        derived: derived.includes(`${group}.${name}`) ? 'yes' : '',
      })),
    ),
  ]);
  const sorted = (all: typeof years) => all.map((one) => ({ ...one, derived: [...one.derived].sort() }));
  expect(sorted(readYears(Papa.unparse(rows), 'csv'))).toEqual(sorted(years));
});

test.each([
  ['no JSON', 'nonsense', 'not JSON'],
  ['no year', '{"years": []}', 'no year'],
  ['an unknown field', '{"year": 2017, "total": 3, "orgin": {}}', '2017'],
  ['half a request', '{"year": 2017, "total": 2.5}', 'total'],
  ['more than the total', '{"year": 2017, "total": 3, "kind": {"lawEnforcement": 4}}', 'authority'],
  [
    'a wrong sum',
    '{"year": 2017, "total": 9, "origin": {"foreign": 3, "eu": 1, "thirdCountry": 1}}',
    'origin.foreign',
  ],
  [
    'a wrong percentage',
    '{"year": 2022, "total": 55, "outcome": {"finallyRejected": 14}, "published": {"rejectedPercent": 25.4}}',
    '25.5 %',
  ],
  ['a year twice', '[{"year": 2017, "total": 3}]', '2017|year'],
])('refuses %s', (_name, text, reason) => {
  expect(() => readYears(text, 'json')).toThrow(ImportError);
  expect(() => readYears(text, 'json')).toThrow(new RegExp(reason));
});

test('refuses a damaged CSV, and a year that stands there twice', () => {
  expect(() => readYears('year,field,value\n2017,total,many', 'csv')).toThrow(/Row 2/);
  const twice = '{"years": [{"year": 2017, "total": 3}, {"year": 2017, "total": 4}]}';
  expect(() => readYears(twice, 'json')).toThrow(/twice/);
});
