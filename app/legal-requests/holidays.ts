import Holidays from 'date-holidays';
import type { Land } from './legal-request-values.ts';

/**
 * The public holidays of a Land, as calendar days. The library carries the holidays of the whole world (1.4 MB):
 * compute the list on the server and hand it to the page.
 * @param years inclusive range; deadlines that are reckoned now never reach further than the next year
 */
export function listPublicHolidays(land: Land, years: { from: number; to: number }): string[] {
  const calendar = new Holidays('DE', land.toLowerCase());
  const days: string[] = [];
  for (let year = years.from; year <= years.to; year += 1) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === 'public') days.push(holiday.date.slice(0, 10));
    }
  }
  return [...new Set(days)].sort();
}

/** The holidays that matter for deadlines reckoned on a day: from the year before to the year after. */
export function listHolidaysAround(today: string, land: Land = 'BE'): string[] {
  const year = Number(today.slice(0, 4));
  return listPublicHolidays(land, { from: year - 1, to: year + 1 });
}
