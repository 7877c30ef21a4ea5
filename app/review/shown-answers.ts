import type { Answers, FieldKey } from '#app/legal-requests/form-answers.ts';
import { findLegalBasis, type RuleSet } from '#app/legal-requests/rule-sets/rule-set.ts';
import type { Field } from '#app/legal-requests/sections.ts';
import { targetText } from '#app/legal-requests/target-schema.ts';
import { isDate, isDateTime } from '#app/legal-requests/wall-time.ts';
import type { Locale } from '#app/text/catalogue.ts';
import type { Text } from '#app/text/text.tsx';

export interface Wording {
  t: Text;
  locale: Locale;
  ruleSet: RuleSet;
}

/** An answer in words, one text for each line; empty when nothing was answered. Attachments are shown elsewhere. */
export function shownAnswer(field: Field, answers: Answers, wording: Wording): string[] {
  if (field.key === 'attachments') return [];
  const value = answers[field.key];
  if (value.length === 0) return [];
  if (field.key === 'targets') return answers.targets.map(targetText);
  if (typeof value !== 'string')
    return (value as string[]).map((one) => optionLabel(field.key, one, wording.t));
  switch (field.kind) {
    case 'radio':
    case 'select':
      return [optionLabel(field.key, value, wording.t)];
    case 'date':
      return [isDate(value) ? wallDate(value, wording.locale) : value];
    case 'datetime':
      return [isDateTime(value) ? wallDateTime(value, wording.locale) : value];
    case 'legal_basis':
      return shownBasis(value, wording);
    default:
      return [value];
  }
}

function optionLabel(field: FieldKey, value: string, t: Text): string {
  const options: Partial<Record<string, Record<string, { label: string }>>> = t.legalRequests.options;
  return options[field]?.[value]?.label ?? value;
}

function shownBasis(key: string, { t, ruleSet }: Wording): string[] {
  const basis = findLegalBasis(ruleSet, key);
  const bases: Record<string, { title: string }> = t.ruleSets.bases;
  return basis ? [basis.citation, bases[key]?.title ?? ''].filter((line) => line !== '') : [key];
}

/** A wall-clock time is shown as it was written: its zone stands in a field of its own. */
const asUtc = (text: string) => new Date(`${text}Z`);

export const wallDate = (date: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(asUtc(`${date}T00:00`));

const wallDateTime = (dateTime: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: dateTime.length > 16 ? 'medium' : 'short',
    timeZone: 'UTC',
  }).format(asUtc(dateTime));
