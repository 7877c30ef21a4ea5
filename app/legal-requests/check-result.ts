import type { CheckOutcome, CheckRule } from './check-rules.ts';
import type { FieldKey } from './form-answers.ts';
import type { ReasonCode } from './reasons.ts';

/** What an automatic check found. `rows` are targets, counted from 0. */
export type CheckResult = {
  rule: CheckRule;
  outcome: CheckOutcome;
  field?: FieldKey;
  reasonCode?: ReasonCode;
  rows?: number[];
};

type Fault = { field: FieldKey; reasonCode: ReasonCode; rows?: number[] };

export function pass(rule: CheckRule): CheckResult {
  return { rule, outcome: 'pass' };
}

/** Fails with a fault, passes without one. */
export function failIf(fails: boolean, rule: CheckRule, fault: Fault): CheckResult {
  return fails ? { rule, outcome: 'fail', ...fault } : pass(rule);
}

export function lookIf(looks: boolean, rule: CheckRule, fault: Fault): CheckResult {
  return looks ? { rule, outcome: 'look', ...fault } : pass(rule);
}
