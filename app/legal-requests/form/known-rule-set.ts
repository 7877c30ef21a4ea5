import type { RuleSet } from '../rule-sets/rule-set.ts';
import { findRuleSet } from '../rule-sets/rule-sets.ts';

/** The rule set that the server named. @throws Error when this page is older than it: reloading helps */
export function requireKnownRuleSet(version: string): RuleSet {
  const ruleSet = findRuleSet(version);
  if (!ruleSet) throw new Error(`unknown rule set ${version}`);
  return ruleSet;
}
