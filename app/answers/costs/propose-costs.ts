import type { Category } from '#app/legal-requests/legal-request-values.ts';
import type { FeeCode, FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { addDays, addMonths } from '#app/legal-requests/wall-time.ts';

import type { Position } from './positions.ts';

/** What the amounts depend on. */
export interface CostFacts {
  targetCount: number;
  /** How many of the targets were looked for by an IP address. */
  byIpCount: number;
  /** Answers after the first. */
  furtherAnswers: number;
  isExtension: boolean;
  /** First and last calendar day of an interception, in Berlin; null when not known. */
  firstDay: string | null;
  lastDay: string | null;
}

/** The positions that the schedule names for a legal request. For a mailbox's seizure it names none. */
export function proposeCosts(category: Category, facts: CostFacts, schedule: FeeSchedule): Position[] {
  const position = (code: FeeCode, count: number): Position[] =>
    count > 0 ? [{ code, count, unitCents: schedule.unitCents[code] }] : [];
  const { targetCount } = facts;
  switch (category) {
    case 'subscriber_data': {
      const byIp = Math.min(facts.byIpCount, targetCount);
      return [
        ...position('subscriber_record', targetCount - byIp),
        ...position('subscriber_by_ip', Math.ceil(byIp / schedule.identifiersPerIpFee)),
      ];
    }
    case 'traffic_data':
      return [
        ...position('traffic_identifier', targetCount),
        ...position('traffic_partial_answer', facts.furtherAnswers),
      ];
    case 'interception':
      return [
        ...position(facts.isExtension ? 'interception_extension' : 'interception', targetCount),
        ...lineOf(facts).flatMap(({ code, count }) => position(code, count * targetCount)),
      ];
    case 'mailbox_seizure':
      return [];
  }
}

/** The line for the duration: up to one week, up to two weeks, or each month that was begun. */
function lineOf({ firstDay, lastDay }: CostFacts): { code: FeeCode; count: number }[] {
  if (firstDay === null || lastDay === null || lastDay < firstDay) return [];
  if (lastDay < addDays(firstDay, 7)) return [{ code: 'mailbox_line_week', count: 1 }];
  if (lastDay < addDays(firstDay, 14)) return [{ code: 'mailbox_line_two_weeks', count: 1 }];
  let months = 1;
  while (lastDay >= addMonths(firstDay, months)) months += 1;
  return [{ code: 'mailbox_line_month', count: months }];
}
