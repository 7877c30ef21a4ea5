import type { Locale } from '#app/text/catalogue.ts';
import { dateLocale } from '#app/text/format.ts';
import type { Text } from '#app/text/text.tsx';

import type { Answers } from '../form-answers.ts';
import { findLegalBasis } from '../rule-sets/rule-set.ts';
import type { Field, FormContext } from '../sections.ts';
import { targetText } from '../target-schema.ts';
import { isDate, isDateTime } from '../wall-time.ts';
import { legalBasisTitle, optionText, timeZoneName } from './field-text.ts';

/** An answer in words; '' where none was given. Attachments are shown by whoever has them. */
export function answerText(
  t: Text,
  locale: Locale,
  field: Field,
  answers: Answers,
  context: FormContext,
): string {
  const { key } = field;
  if (key === 'attachments') return '';
  const value = answers[key];
  if (key === 'targets') return answers.targets.map(targetText).join('\n');
  if (Array.isArray(value)) return value.map((one) => optionText(t, key, String(one)).label).join('\n');
  if (typeof value !== 'string' || value === '') return '';
  switch (field.kind) {
    case 'radio':
    case 'select':
      return optionText(t, key, value).label;
    case 'legal_basis':
      return basisText(t, value, context);
    case 'time_zone':
      return timeZoneName(t, value);
    case 'date':
      return dayText(value, locale);
    case 'datetime':
      return timeText(value, locale);
    default:
      return value;
  }
}

function basisText(t: Text, key: string, { ruleSet }: FormContext): string {
  const basis = findLegalBasis(ruleSet, key);
  if (!basis) return key;
  const title = legalBasisTitle(t, basis);
  return title === basis.citation ? title : `${basis.citation}\n${title}`;
}

/** Calendar days and wall-clock times have no zone: they are shown as they were typed. */
function dayText(value: string, locale: Locale): string {
  if (!isDate(value)) return value;
  return new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${value}T00:00:00Z`),
  );
}

function timeText(value: string, locale: Locale): string {
  if (!isDateTime(value)) return value;
  const withSeconds = value.length > 16 && !value.endsWith(':00');
  return new Intl.DateTimeFormat(dateLocale(locale), {
    dateStyle: 'long',
    timeStyle: withSeconds ? 'medium' : 'short',
    timeZone: 'UTC',
  }).format(new Date(`${value}Z`));
}
