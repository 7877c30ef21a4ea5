/**
 * Years from before the portal, from a file. JSON: `{ "years": [ … ] }`, or one year alone. CSV: the columns `year`,
 * `field` and `value`, with the fields named as in JSON (`origin.domestic`); an empty value is "not published", which is
 * something else than 0; `derived` has `yes` where a figure was not published itself but follows from others.
 */
import Papa from 'papaparse';

import { z } from '#app/forms/zod.ts';

import { emptyAxis, findContradictions, yearFiguresSchema, type Count, type YearFigures } from './figures.ts';
import { tenthsOfPercent } from './percent.ts';

/** What is in the way, in English for whoever runs the command. */
export class ImportError extends Error {
  override name = 'ImportError';
}

const count = z.int().min(0).nullable().default(null);
const counts = <K extends string>(...keys: K[]) =>
  z
    .strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>)
    .prefault({} as never);
const percent = z.number().min(0).max(100).nullable().default(null);

const importedYearSchema = z.strictObject({
  year: z.int().min(2000).max(2199),
  total: z.int().min(0),
  origin: counts('domestic', 'eu', 'thirdCountry', 'foreign'),
  kind: counts('lawEnforcement', 'customs', 'constitutionProtection', 'intelligence', 'other'),
  category: counts('subscriberData', 'trafficData', 'mailboxSeizure', 'interception'),
  channel: counts('portal', 'mail', 'encryptedMail', 'plainMail', 'post', 'fax', 'plainMailOrFax'),
  outcome: counts(
    'answered',
    'nothingHeld',
    'finallyRejected',
    'withdrawn',
    'inProcess',
    'firstPassFaulty',
    'corrected',
  ),
  /** Percentages that were published too; they are compared, not kept. */
  published: z
    .strictObject({
      plainMailPercent: percent,
      faxPercent: percent,
      plainMailOrFaxPercent: percent,
      rejectedPercent: percent,
    })
    .prefault({}),
  derived: z.array(z.string()).default([]),
});
type ImportedYear = z.infer<typeof importedYearSchema>;

/** Where a field of the file stands in the figures; several places mean the same figure. */
const places: Record<string, readonly string[]> = {
  'origin.domestic': ['origin.domestic'],
  'origin.eu': ['origin.eu'],
  'origin.thirdCountry': ['origin.third_country'],
  'origin.foreign': ['origin.foreign'],
  'kind.lawEnforcement': ['authority.law_enforcement'],
  'kind.customs': ['authority.customs'],
  'kind.constitutionProtection': ['authority.constitution_protection'],
  'kind.intelligence': ['authority.intelligence'],
  'kind.other': ['authority.other_authority'],
  'category.subscriberData': ['category.subscriber_data'],
  'category.trafficData': ['category.traffic_data'],
  'category.mailboxSeizure': ['category.mailbox_seizure'],
  'category.interception': ['category.interception'],
  'channel.portal': ['channel.portal'],
  'channel.mail': ['channel.mail'],
  'channel.encryptedMail': ['channel.esb_mail'],
  'channel.plainMail': ['channel.plain_mail'],
  'channel.post': ['channel.post'],
  'channel.fax': ['channel.fax'],
  'channel.plainMailOrFax': ['inadmissible'],
  'outcome.answered': ['outcome.answered'],
  'outcome.nothingHeld': ['outcome.nothing_held'],
  'outcome.finallyRejected': ['outcome.finally_rejected', 'first_check.not_corrected'],
  'outcome.withdrawn': ['outcome.withdrawn'],
  'outcome.inProcess': ['outcome.in_process'],
  'outcome.firstPassFaulty': ['first_check.refused_at_first'],
  'outcome.corrected': ['first_check.corrected'],
};

/**
 * Reads a file of years.
 * @throws ImportError naming what is malformed or contradicts itself, and in which year
 */
export function readYears(content: string, format: 'json' | 'csv'): YearFigures[] {
  const raw = format === 'json' ? readJson(content) : readCsv(content);
  if (raw.length === 0) throw new ImportError('The file names no year.');
  const years = raw.map((value) => {
    const parsed = importedYearSchema.safeParse(value);
    if (parsed.success) return toFigures(parsed.data);
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'year'}: ${message}`);
    throw new ImportError(`${nameOf(value)}: ${faults.join('; ')}`);
  });
  const twice = years.find(({ year }, index) => years.findIndex((one) => one.year === year) < index);
  if (twice) throw new ImportError(`${twice.year} stands in the file twice.`);
  return years;
}

const nameOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'year' in value ? String(value.year) : 'A year';

function readJson(content: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new ImportError('The file is not JSON.');
  }
  const many = z.object({ years: z.array(z.unknown()) }).safeParse(value);
  return many.success ? many.data.years : [value];
}

const rowSchema = z.object({
  year: z.string().regex(/^\d{4}$/),
  field: z.string(),
  value: z.string().regex(/^(\d+(\.\d+)?)?$/),
  derived: z.enum(['yes', 'no', '']).default(''),
});

function readCsv(content: string): unknown[] {
  const { data } = Papa.parse<unknown>(content.trim(), { header: true, skipEmptyLines: true });
  const years = new Map<string, Record<string, unknown> & { derived: string[] }>();
  for (const [index, line] of data.entries()) {
    const row = rowSchema.safeParse(line);
    if (!row.success) throw new ImportError(`Row ${index + 2} does not have year, field and value.`);
    const { year, field, value, derived } = row.data;
    const known = years.get(year) ?? { year: Number(year), derived: [] };
    years.set(year, known);
    const [group = '', name] = field.split('.');
    const number = value === '' ? null : Number(value);
    if (name === undefined) known[group] = number;
    else known[group] = { ...(known[group] as object | undefined), [name]: number };
    if (derived === 'yes') known.derived.push(field);
  }
  return [...years.values()];
}

function toFigures(imported: ImportedYear): YearFigures {
  const axes = {
    origin: emptyAxis('origin'),
    authority: emptyAxis('authority'),
    category: emptyAxis('category'),
    channel: emptyAxis('channel'),
    outcome: emptyAxis('outcome'),
    first_check: emptyAxis('first_check'),
  };
  let inadmissible: Count = null;
  for (const [field, targets] of Object.entries(places)) {
    const value = valueOf(imported, field);
    for (const target of targets) {
      if (target === 'inadmissible') inadmissible = value;
      else {
        const [axis = '', key = ''] = target.split('.');
        axes[axis as keyof typeof axes][key] = value;
      }
    }
  }
  const { plain_mail: plainMail, fax } = axes.channel;
  if (inadmissible === null && typeof plainMail === 'number' && typeof fax === 'number')
    inadmissible = plainMail + fax;
  const derived = imported.derived.flatMap((field) => places[field] ?? unknownField(imported, field));
  const { year, total } = imported;
  const figures = yearFiguresSchema.parse({
    year,
    total,
    axes,
    inadmissible,
    reasons: null,
    protection: null,
    derived,
  });
  requireSound(figures, imported);
  return figures;
}

function valueOf(imported: ImportedYear, field: string): number | null {
  const [group = '', name = ''] = field.split('.');
  const values: unknown = imported[group as keyof ImportedYear];
  const value = (values as Record<string, unknown>)[name];
  return typeof value === 'number' ? value : null;
}

function unknownField({ year }: ImportedYear, field: string): never {
  throw new ImportError(`${year}: derived names ${field}, which is no figure.`);
}

function requireSound(figures: YearFigures, { year, total, published }: ImportedYear): void {
  const faults = findContradictions(figures);
  if (faults.length > 0)
    throw new ImportError(
      `${year}: the figures do not add up (${faults.join(', ')}); the total is ${total}.`,
    );
  const { axes, inadmissible } = figures;
  const pairs: [string, number | null, Count | undefined][] = [
    ['plainMailPercent', published.plainMailPercent, axes.channel['plain_mail']],
    ['faxPercent', published.faxPercent, axes.channel['fax']],
    ['plainMailOrFaxPercent', published.plainMailOrFaxPercent, inadmissible],
    ['rejectedPercent', published.rejectedPercent, axes.outcome['finally_rejected']],
  ];
  for (const [name, printed, value] of pairs) {
    if (printed === null || typeof value !== 'number') continue;
    const tenths = tenthsOfPercent(value, total);
    if (tenths !== Math.round(printed * 10))
      throw new ImportError(
        `${year}: published.${name} says ${printed}, but ${value} of ${total} are ${(tenths ?? 0) / 10} %.`,
      );
  }
}
