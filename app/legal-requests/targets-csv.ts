import Papa from 'papaparse';
import type { Target } from './form-answers.ts';
import type { FieldErrorCode } from './field-error-codes.ts';
import { isFieldErrorCode } from './field-error-codes.ts';
import { isIpAddress } from './identifiers.ts';
import type { Category, TargetKind } from './legal-request-values.ts';
import { maxTargets, targetKey, targetKindsFor, targetSchema } from './target-schema.ts';
import { isDate } from './wall-time.ts';

/** Text: `legalRequests.targetErrors[code]`, those of single answers `legalRequests.fieldErrors[code]`. */
export const targetRowErrorCodes = [
  'target_not_recognised',
  'target_kind_not_in_category',
  'target_repeated',
  'time_zone_missing',
  'too_many_rows',
  'quote_not_closed',
] as const;
export type TargetRowErrorCode = (typeof targetRowErrorCodes)[number] | FieldErrorCode;

/** `row` counts the lines of the text from 1, so that people find it in their table. */
export type TargetRowError = { row: number; code: TargetRowErrorCode; text: string };

export type ParsedTargets = {
  targets: Target[];
  /** One for each row that was not taken. */
  errors: TargetRowError[];
  /** These rows as they were, below the header that names their columns. */
  rest: string;
};

/**
 * Reads identifiers from pasted lines or a CSV file: separated by semicolon, comma or tab, quoted or not, with or
 * without a byte order mark, a header and empty lines. The kind of identifier comes from the header, from a first cell
 * such as `ip`, or from the look of the first cell.
 * @param listed what the form lists already; with it there are at most 500 targets
 * @returns the well-formed targets in order that are not listed yet, and all the other rows
 */
export function parseTargets(
  text: string,
  category: Category,
  listed: readonly Target[] = [],
): ParsedTargets {
  const { rows, unclosed } = readRows(text);
  const columns = headerOf(rows[0]?.cells ?? []);
  const body = columns ? rows.slice(1) : rows;
  const targets: Target[] = [];
  const errors: TargetRowError[] = [];
  const left: string[] = [];
  const seen = new Set(listed.map(targetKey));
  for (const { row, cells, source } of body) {
    const found = readRow(cells, columns, category);
    const code = 'code' in found ? found.code : reasonAgainst(found, seen, listed.length + targets.length);
    if (code) {
      errors.push({ row, code, text: cells.join(' · ').slice(0, 120) });
      left.push(source);
    } else targets.push(found as Target);
  }
  for (const { row, source } of unclosed) {
    errors.push({ row, code: 'quote_not_closed', text: source.slice(0, 120) });
    left.push(source);
  }
  const header = columns && left.length > 0 ? (rows[0]?.source ?? '') : null;
  return { targets, errors, rest: [...(header === null ? [] : [header]), ...left].join('\n') };
}

function reasonAgainst(target: Target, seen: Set<string>, count: number): TargetRowErrorCode | null {
  if (seen.has(targetKey(target))) return 'target_repeated';
  if (count >= maxTargets) return 'too_many_rows';
  seen.add(targetKey(target));
  return null;
}

/** `row` is the line on which it begins, `source` its text. */
type Row = { row: number; cells: string[]; source: string };

/** Cells trimmed, empty rows left out; and the lines after a quotation mark that never ends. */
function readRows(text: string): { rows: Row[]; unclosed: Omit<Row, 'cells'>[] } {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows: Row[] = [];
  const unclosed: Omit<Row, 'cells'>[] = [];
  let line = 1;
  let cursor = 0;
  Papa.parse<string[]>(clean, {
    delimiter: delimiterOf(clean),
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const cells = data.map((cell) => cell.trim());
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        unclosed.push(...linesFrom(line, clean.slice(cursor)));
      else if (cells.some((cell) => cell !== ''))
        rows.push({ row: line, cells, source: clean.slice(cursor, meta.cursor).replace(/\n$/, '') });
      line += clean.slice(cursor, meta.cursor).split('\n').length - 1;
      cursor = meta.cursor;
    },
  });
  return { rows, unclosed };
}

function linesFrom(first: number, text: string): Omit<Row, 'cells'>[] {
  const lines = text.split('\n').map((source, at) => ({ row: first + at, source }));
  return lines.filter(({ source }) => source.trim() !== '');
}

/** The separator that the first non-empty line has outside quotes; a comma where it has none. */
function delimiterOf(text: string): string {
  const first = (text.split('\n').find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((separator) => first.includes(separator)) ?? anywhere(text);
}

/** A one-column first line, for instance an address, says nothing about the lines below. */
function anywhere(text: string): string {
  return ['\t', ';'].find((separator) => text.includes(separator)) ?? ',';
}

type Column = 'kind' | 'address' | 'ip' | 'at' | 'timeZone' | 'reference' | 'name' | 'dateOfBirth' | 'number';

const headers: Record<Column, RegExp> = {
  kind: /^(?:art|typ|kind|type)$/,
  address:
    /^(?:e-?mail(?:-?adresse| address)?|adresse|address|postfach|alias|courriel|adresse (?:e-?mail|électronique))$/,
  ip: /^(?:ip|ip-?adresse|ip address|adresse ip)$/,
  at: /^(?:zeitpunkt|zeit|zeitstempel|timestamp|time|date ?time|datum(?:\/| und )?(?:uhr)?zeit|horodatage|heure)$/,
  timeZone: /^(?:zeitzone|time ?zone|tz|fuseau(?: horaire)?)$/,
  reference:
    /^(?:zahlungsreferenz|zahlung|verwendungszweck|payment(?: reference)?|référence(?: de paiement)?)$/,
  name: /^(?:name|nom)$/,
  dateOfBirth: /^(?:geburtsdatum|geboren|geb\.?|date of birth|dob|date de naissance)$/,
  number: /^(?:kundennummer|kunden-?nr\.?|customer(?: number)?|numéro (?:de )?client)$/,
};

/** The columns that a header names, `null` where the first row is no header. */
function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const names = Object.keys(headers) as Column[];
  const columns = cells.map((cell) => names.find((name) => headers[name].test(cell.toLowerCase())) ?? null);
  const known = columns.filter((column) => column !== null && column !== 'kind');
  return known.length > 0 && cells.every((cell) => !cell.includes('@')) ? columns : null;
}

type Fault = { code: TargetRowErrorCode };

function readRow(
  cells: readonly string[],
  columns: (Column | null)[] | null,
  category: Category,
): Target | Fault {
  const guess = columns ? fromColumns(cells, columns) : fromCells(cells);
  if (!guess) return { code: 'target_not_recognised' };
  if (!targetKindsFor(category).includes(guess.kind)) return { code: 'target_kind_not_in_category' };
  const result = targetSchema.safeParse(guess);
  if (result.success) return result.data;
  const [fault] = result.error.issues;
  const code = fault?.message ?? '';
  if (fault?.path[0] === 'timeZone' && code === 'required') return { code: 'time_zone_missing' };
  return { code: isFieldErrorCode(code) ? code : 'target_not_recognised' };
}

function fromColumns(cells: readonly string[], columns: (Column | null)[]): Target | null {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  if (cell('address')) return { kind: 'email', address: cell('address') };
  if (cell('ip')) return ipTarget(cell('ip'), cell('at'), cell('timeZone'));
  if (cell('number')) return { kind: 'customer', number: cell('number') };
  if (cell('reference')) return { kind: 'payment', reference: cell('reference') };
  if (cell('name'))
    return { kind: 'person', name: cell('name'), dateOfBirth: toDateText(cell('dateOfBirth')) };
  return null;
}

const kindWords: Record<TargetKind, RegExp> = {
  email: /^(?:e-?mail|adresse|address|courriel)$/,
  ip: /^ip(?:-?adresse)?$/,
  payment: /^(?:zahlung|zahlungsreferenz|payment|paiement)$/,
  person: /^(?:person|name|personne)$/,
  customer: /^(?:kunde|kundennummer|customer|client)$/,
};

function fromCells(cells: readonly string[]): Target | null {
  const [first = '', second = '', third = '', fourth = ''] = cells;
  const named = (Object.keys(kindWords) as TargetKind[]).find((kind) =>
    kindWords[kind].test(first.toLowerCase()),
  );
  switch (named) {
    case 'email':
      return { kind: 'email', address: second };
    case 'ip':
      return ipTarget(second, third, fourth);
    case 'payment':
      return { kind: 'payment', reference: second };
    case 'person':
      return { kind: 'person', name: second, dateOfBirth: toDateText(third) };
    case 'customer':
      return { kind: 'customer', number: second };
    case undefined:
      return fromLook(first, second, third);
  }
}

function fromLook(first: string, second: string, third: string): Target | null {
  if (first.includes('@')) return { kind: 'email', address: first };
  if (isIpAddress(first)) return ipTarget(first, second, third);
  if (/^\d+(?:\.\d+){3}$/.test(first)) return ipTarget(first, second, third);
  if (isDate(toDateText(second))) return { kind: 'person', name: first, dateOfBirth: toDateText(second) };
  return null;
}

/** Takes `2026-03-01T12:34:56`, with a space, an offset or `Z`, and `01.03.2026 12:34:56`. */
function ipTarget(address: string, time: string, zone: string): Target {
  const [, day = '', clock = '', offset = ''] =
    /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})[T ,]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?Uhr)? ?(Z|UTC|[+-]\d{2}:\d{2})?$/i.exec(
      time,
    ) ?? [];
  const at = clock ? `${toDateText(day)}T${clock.padStart(clock.length < 6 ? 5 : 8, '0')}` : time;
  return { kind: 'ip', address, at, timeZone: zoneOf(offset) || zoneOf(zone) };
}

function zoneOf(text: string): string {
  return /^(?:z|utc|gmt)$/i.test(text) ? 'UTC' : text;
}

/** `1.3.1980` → `1980-03-01`; other text is left as it is, so that the check names it. */
function toDateText(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
