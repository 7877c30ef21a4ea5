import type { CheckResult } from './check-result.ts';
import { failIf, lookIf } from './check-result.ts';
import type { FieldKey } from './form-answers.ts';
import type { PublicPart } from './public-part.ts';
import type { LegalBasis } from './rule-sets/rule-set.ts';
import { addMonths, toDate } from './wall-time.ts';

type PeriodFields = { start: FieldKey; end: FieldKey };

const asOf: PeriodFields = { start: 'asOfAt', end: 'asOfAt' };
const range: PeriodFields = { start: 'rangeFrom', end: 'rangeTo' };
const period: PeriodFields = { start: 'periodStart', end: 'periodEnd' };

function fieldsOf({ category }: PublicPart): PeriodFields {
  if (category === 'subscriber_data') return asOf;
  return category === 'mailbox_seizure' ? range : period;
}

/**
 * Checks of the period against the rule of the legal basis. Lengths are counted in calendar months from day to day in
 * Berlin: three months from 31 January end with 30 April (§ 43 (1) StPO, § 188 (2), (3) BGB).
 */
export function checkPeriod(
  input: { publicPart: PublicPart; today: string },
  basis: LegalBasis | null,
): CheckResult[] {
  const { publicPart, today } = input;
  const { periodStartAt, periodEndAt } = publicPart;
  const fields = fieldsOf(publicPart);
  const missing = basis?.period.required === true && (periodStartAt === null || periodEndAt === null);
  const given = failIf(missing, 'period_given', {
    field: periodStartAt === null ? fields.start : fields.end,
    reasonCode: 'period_unclear',
  });
  if (periodStartAt === null || periodEndAt === null) return [given];
  const inOrder = failIf(endsTooEarly(publicPart), 'period_end_after_start', {
    field: fields.end,
    reasonCode: 'period_unclear',
  });
  if (!basis || inOrder.outcome === 'fail') return [given, inOrder];
  const start = toDate(new Date(periodStartAt));
  const end = toDate(new Date(periodEndAt));
  return [given, inOrder, ...checkAgainstRule({ start, end, today }, publicPart, basis)];
}

function endsTooEarly({ category, periodStartAt, periodEndAt }: PublicPart): boolean {
  if (periodStartAt === null || periodEndAt === null) return false;
  // Subscriber data is asked for at one time, which is start and end.
  return category === 'subscriber_data' ? periodEndAt < periodStartAt : periodEndAt <= periodStartAt;
}

function checkAgainstRule(
  { start, end, today }: { start: string; end: string; today: string },
  publicPart: PublicPart,
  basis: LegalBasis,
): CheckResult[] {
  const rule = basis.period;
  const fields = fieldsOf(publicPart);
  const wrongDirection = (!rule.future && end > today) || (!rule.past && end < today);
  const direction = failIf(wrongDirection, 'period_in_right_direction', {
    field: fields.end,
    reasonCode: 'period_unclear',
  });
  if (rule.maxFutureMonths === null || end <= today) return [direction];
  const from = rule.past && start < today ? today : start;
  const tooLong = { field: fields.end, reasonCode: 'period_too_long' } as const;
  return [
    direction,
    failIf(end > addMonths(from, rule.maxFutureMonths), 'period_not_too_long', tooLong),
    // The limit runs from the order, not from the day on which the measure starts (§ 100e (1) s. 4 StPO).
    lookIf(
      publicPart.orderDate !== null && end > addMonths(publicPart.orderDate, rule.maxFutureMonths),
      'period_within_order',
      tooLong,
    ),
  ];
}
