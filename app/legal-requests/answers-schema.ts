import { z } from '#app/forms/zod.ts';
import { checkRules } from './check-rules.ts';
import { formOf } from './categories/categories.ts';
import type { Answers, Contact, FieldKey } from './form-answers.ts';
import {
  categories,
  foreignRoutes,
  orderingBodyKinds,
  priorities,
  subscriberDataKinds,
  trafficDataKinds,
} from './legal-request-values.ts';
import type { Category } from './legal-request-values.ts';
import type { FormContext } from './sections.ts';
import { applicableFields, optionsOf } from './sections.ts';
import { maxTargets, trimTarget } from './target-schema.ts';

function choice<const T extends readonly string[]>(values: T) {
  return z.enum([...values, ''] as [...T, '']);
}

const targetOf = (line: z.ZodString) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('email'), address: line }),
    z.strictObject({ kind: z.literal('ip'), address: line, at: line, timeZone: line }),
    z.strictObject({ kind: z.literal('payment'), reference: line }),
    z.strictObject({ kind: z.literal('person'), name: line, dateOfBirth: line }),
    z.strictObject({ kind: z.literal('customer'), number: line }),
  ]);

/** @param limits characters of a text and of a line, number of targets */
function shapeWithin(limits: { text: number; line: number; targets: number }) {
  const text = z.string().max(limits.text);
  const line = z.string().max(limits.line);
  return {
    category: z.enum(categories),
    foreignRoute: choice(foreignRoutes),
    foreignRouteReference: line,
    assistingAuthority: line,
    fileNumber: line,
    priority: z.enum(priorities),
    emergencyReason: text,
    emergencyConfirmationDue: line,
    measureKind: choice(['new', 'extension', 'early_termination']),
    earlierReference: line,
    legalBasis: line,
    legalBasisParagraph: line,
    legalBasisOther: text,
    orderingBodyKind: choice(orderingBodyKinds),
    orderingBodyName: line,
    orderFileNumber: line,
    orderDate: line,
    targets: z.array(targetOf(line)).max(limits.targets),
    asOf: choice(['now', 'at_time']),
    asOfAt: line,
    periodDirection: choice(['past', 'future', 'past_and_future']),
    periodStart: line,
    periodEnd: line,
    timeZone: line,
    mailRange: choice(['all', 'range']),
    rangeFrom: line,
    rangeTo: line,
    subscriberData: z.array(z.enum(subscriberDataKinds)).max(subscriberDataKinds.length),
    subscriberDataOther: text,
    trafficData: z.array(z.enum(trafficDataKinds)).max(trafficDataKinds.length),
    partialAnswers: choice(['once', 'daily', 'weekly', 'monthly']),
    folders: choice(['all', 'some']),
    folderNames: text,
    deliveryPoint: line,
    deliveryReference: line,
    facts: text,
    contactName: line,
    contactRank: line,
    contactTelephone: line,
    contactEmail: line,
    secrecyOrder: choice(['no', 'yes']),
    nonDisclosure: choice(['no', 'until']),
    nonDisclosureUntil: line,
    overrides: z.array(z.strictObject({ rule: z.enum(checkRules), reason: text })).max(checkRules.length),
  } satisfies Record<keyof Answers, z.ZodType>;
}

/** What another party's browser may send at most. */
const shape = shapeWithin({ text: 20_000, line: 500, targets: maxTargets });

/** A draft is what its author typed, too long or not; the fields say what is too long. */
const draftShape = shapeWithin({ text: Infinity, line: Infinity, targets: Infinity });

/**
 * The shape of all answers, finished or not. Whoever opens a sealed form parses it with this first: it was written by
 * the other party's browser. Whether the answers are complete and right is said by `categorySchema`.
 */
export const answersSchema = z.strictObject(shape);

/** A form nobody has filled in yet, except for the handling officer. */
export function emptyAnswers(category: Category, contact: Contact): Answers {
  return {
    category,
    foreignRoute: '',
    foreignRouteReference: '',
    assistingAuthority: '',
    fileNumber: '',
    priority: 'normal',
    emergencyReason: '',
    emergencyConfirmationDue: '',
    measureKind: '',
    earlierReference: '',
    legalBasis: '',
    legalBasisParagraph: '',
    legalBasisOther: '',
    orderingBodyKind: '',
    orderingBodyName: '',
    orderFileNumber: '',
    orderDate: '',
    targets: [],
    asOf: '',
    asOfAt: '',
    periodDirection: '',
    periodStart: '',
    periodEnd: '',
    timeZone: 'Europe/Berlin',
    mailRange: '',
    rangeFrom: '',
    rangeTo: '',
    subscriberData: [],
    subscriberDataOther: '',
    trafficData: [],
    partialAnswers: '',
    folders: '',
    folderNames: '',
    deliveryPoint: '',
    deliveryReference: '',
    facts: '',
    contactName: contact.name,
    contactRank: contact.rank,
    contactTelephone: contact.telephone,
    contactEmail: contact.email,
    secrecyOrder: '',
    nonDisclosure: '',
    nonDisclosureUntil: '',
    overrides: [],
  };
}

/**
 * Reads a draft that this or an older version of the portal saved: what still has the right shape is kept, the rest
 * is empty. Nothing that was typed is lost because it is too long, or because another answer changed its form.
 */
export function readDraft(value: unknown, category: Category, contact: Contact): Answers {
  const answers = emptyAnswers(category, contact);
  if (typeof value !== 'object' || value === null) return answers;
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(draftShape)) {
    const result = schema.safeParse((value as Record<string, unknown>)[key]);
    if (result.success && key !== 'category') kept[key] = result.data;
  }
  return { ...answers, ...kept };
}

/**
 * Empties every answer that is not asked, given the others, and every choice that is no longer offered, until nothing
 * changes; takes the blanks off the ends of identifiers. Call it before checking, sealing and submitting; not while
 * somebody types, so that a slip of the mouse on a radio button does not cost them their text.
 */
export function pruneAnswers(answers: Answers, context: FormContext): Answers {
  const empty = emptyAnswers(answers.category, { name: '', rank: '', telephone: '', email: '' });
  let pruned = answers;
  for (;;) {
    const asked = askedFields(pruned, context);
    const next: Answers = { ...empty };
    for (const key of asked) Object.assign(next, { [key]: pruned[key] });
    next.targets = next.targets.map(trimTarget);
    next.overrides = pruned.overrides.filter(({ reason }) => reason.trim() !== '');
    if (!asked.has('timeZone')) next.timeZone = '';
    if (JSON.stringify(next) === JSON.stringify(pruned)) return next;
    pruned = next;
  }
}

/** The answers of one legal request as a start for the next category under the same file number. */
export function continueWith(answers: Answers, category: Category): Answers {
  const contact = {
    name: answers.contactName,
    rank: answers.contactRank,
    telephone: answers.contactTelephone,
    email: answers.contactEmail,
  };
  return {
    ...emptyAnswers(category, contact),
    fileNumber: answers.fileNumber,
    foreignRoute: answers.foreignRoute,
    foreignRouteReference: answers.foreignRouteReference,
    assistingAuthority: answers.assistingAuthority,
    facts: answers.facts,
    targets: category === 'subscriber_data' ? answers.targets : answers.targets.filter(isEmail),
  };
}

function isEmail(target: Answers['targets'][number]): boolean {
  return target.kind === 'email';
}

function askedFields(answers: Answers, context: FormContext): Set<Exclude<FieldKey, 'attachments'>> {
  const asked = new Set<Exclude<FieldKey, 'attachments'>>();
  for (const section of formOf(answers.category).sections) {
    if (section.appliesWhen && !section.appliesWhen(answers, context)) continue;
    for (const field of applicableFields(section, answers, context)) {
      if (field.key === 'attachments') continue;
      const value = answers[field.key];
      const offered = optionsOf(field, answers, context);
      const isChoice = field.kind === 'radio' || field.kind === 'select';
      if (!isChoice || value === '' || offered.includes(value as string)) asked.add(field.key);
    }
  }
  return asked;
}
