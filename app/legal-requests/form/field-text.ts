import type { Text } from '#app/text/text.tsx';

import type { Answers, FieldKey } from '../form-answers.ts';
import type { FieldError } from '../form-schema.ts';
import { findLegalBasis } from '../rule-sets/rule-set.ts';
import type { FormContext } from '../sections.ts';

/** Label of a field's choice; the value itself where the catalogue has none. */
export function optionText(t: Text, key: FieldKey, value: string): { label: string; hint: string } {
  const all: Partial<Record<string, Record<string, { label: string; hint: string }>>> =
    t.legalRequests.options;
  return all[key]?.[value] ?? { label: value, hint: '' };
}

/** What is wrong with an answer, in words. */
export function fieldErrorText(t: Text, { code }: Pick<FieldError, 'code'>): string {
  return t.legalRequests.fieldErrors[code];
}

/** The words of a field in this form: § 98 (2) StPO sets a time to apply for the confirmation, other laws one to get it. */
export function fieldWords(t: Text, key: FieldKey, answers: Answers, { ruleSet }: FormContext) {
  const emergency = findLegalBasis(ruleSet, answers.legalBasis)?.emergency;
  return key === 'emergencyConfirmationDue' && emergency?.lapses === false
    ? t.legalRequests.emergencyApplicationDue
    : t.legalRequests.fields[key];
}

export function fieldLabel(t: Text, key: FieldKey): string {
  return t.legalRequests.fields[key].label;
}

/** Title of a legal basis in the page's language; its citation where there is none. */
export function legalBasisTitle(t: Text, { key, citation }: { key: string; citation: string }): string {
  const bases: Partial<Record<string, { title: string }>> = t.ruleSets.bases;
  return bases[key]?.title ?? citation;
}

export function timeZoneName(t: Text, zone: string): string {
  const names: Partial<Record<string, string>> = t.legalRequests.timeZones;
  return names[zone] ?? zone.replaceAll('_', ' ');
}
