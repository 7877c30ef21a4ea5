import Papa from 'papaparse';

import { toDate } from '#app/legal-requests/wall-time.ts';
import { findRuleSet } from '#app/legal-requests/rule-sets/rule-sets.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';

import { plainCents } from './amounts.ts';
import { discountOf, positionCents, type Position } from './positions.ts';

interface BilledCosts {
  reference: string | null;
  fileNumber: string;
  agencyName: string;
  category: string;
  ruleSet: string;
  positions: Position[];
  viaContactPoint: boolean;
  measureEndedOn: string | null;
  claimEndsAt: Date | null;
  claimedOn: string | null;
}

/**
 * One line a position, as CSV that office programs of the language open: UTF-8 with a mark, and semicolons where the comma
 * parts the cents. A text that would begin a formula there is written as text (OWASP, CSV injection).
 */
export function composeCostsCsv(rows: readonly BilledCosts[], t: Text, locale: Locale): string {
  const { csv, fees } = t.costs;
  const lines = rows.flatMap((row) => row.positions.map((position) => lineOf(row, position)));
  function lineOf(row: BilledCosts, position: Position): string[] {
    const schedule = findRuleSet(row.ruleSet)?.feeSchedule;
    const discount = schedule ? discountOf(schedule, row.viaContactPoint) : 0;
    return [
      row.reference ?? '',
      row.fileNumber,
      row.agencyName,
      t.legalRequests.categories[row.category as Category].name,
      row.measureEndedOn ?? '',
      row.claimEndsAt === null ? '' : toDate(row.claimEndsAt),
      row.claimedOn ?? '',
      fees[position.code],
      String(position.count),
      plainCents(position.unitCents, locale),
      String(discount),
      plainCents(positionCents(position, discount), locale),
    ];
  }
  const names = [
    csv.reference,
    csv.fileNumber,
    csv.agency,
    csv.category,
    csv.measureEndedOn,
    csv.claimEndsOn,
    csv.claimedOn,
    csv.fee,
    csv.count,
    csv.unit,
    csv.discount,
    csv.sum,
  ];
  const delimiter = locale === 'en' ? ',' : ';';
  return `\uFEFF${Papa.unparse([names, ...lines], { delimiter, newline: '\r\n', escapeFormulae: true })}\r\n`;
}
