import { z } from '#app/forms/zod.ts';
import type { Target } from './form-answers.ts';
import { isEmailAddress, isIpAddress, normaliseIpAddress } from './identifiers.ts';
import type { Category, TargetKind } from './legal-request-values.ts';
import { targetKinds } from './legal-request-values.ts';
import { instantsOf, isDate, isDateTime, isTimeZone } from './wall-time.ts';

/** The most targets that one legal request carries. */
export const maxTargets = 500;

const email = z.object({
  kind: z.literal('email'),
  address: z.string().trim().min(1, 'required').refine(isEmailAddress, 'email_invalid'),
});

const ip = z
  .object({
    kind: z.literal('ip'),
    address: z.string().trim().min(1, 'required').refine(isIpAddress, 'ip_invalid'),
    at: z.string().min(1, 'required').refine(isDateTime, 'date_time_invalid'),
    timeZone: z.string().min(1, 'required').refine(isTimeZone, 'time_zone_invalid'),
  })
  .refine(({ at, timeZone }) => !isSkipped(at, timeZone), { path: ['at'], message: 'time_does_not_exist' });

/** zod runs this check also when the parts are malformed, which they say themselves. */
function isSkipped(at: string, timeZone: string): boolean {
  return isDateTime(at) && isTimeZone(timeZone) && instantsOf(at, timeZone).length === 0;
}

const payment = z.object({
  kind: z.literal('payment'),
  reference: z.string().trim().min(1, 'required').max(140, 'too_long'),
});

const person = z.object({
  kind: z.literal('person'),
  name: z.string().trim().min(1, 'required').max(200, 'too_long'),
  dateOfBirth: z.string().min(1, 'required').refine(isDate, 'date_invalid'),
});

const customer = z.object({
  kind: z.literal('customer'),
  number: z
    .string()
    .trim()
    .min(1, 'required')
    .regex(/^[\p{L}\d][\p{L}\d ./_-]{0,39}$/u, 'customer_number_invalid'),
});

/** One identifier, complete and well-formed; its issues carry codes of `fieldErrorCodes`. */
export const targetSchema = z.discriminatedUnion('kind', [email, ip, payment, person, customer]);

/** The kinds of identifier that a category knows. */
export function targetKindsFor(category: Category): readonly TargetKind[] {
  return category === 'subscriber_data' ? targetKinds : ['email'];
}

/** An empty row of the form. No time zone stands in it by itself: an hour more or less is another customer. */
export function emptyTarget(kind: TargetKind, timeZone = ''): Target {
  switch (kind) {
    case 'email':
      return { kind, address: '' };
    case 'ip':
      return { kind, address: '', at: '', timeZone };
    case 'payment':
      return { kind, reference: '' };
    case 'person':
      return { kind, name: '', dateOfBirth: '' };
    case 'customer':
      return { kind, number: '' };
  }
}

/** The row as another kind of identifier: what was typed first stays. */
export function toKind(target: Target, kind: TargetKind): Target {
  return withFirst(emptyTarget(kind), firstOf(target));
}

/** Without the blanks that come along when something is pasted. */
export function trimTarget(target: Target): Target {
  return withFirst(target, firstOf(target).trim());
}

/** What names somebody: the one part that every kind has. */
function firstOf(target: Target): string {
  switch (target.kind) {
    case 'email':
    case 'ip':
      return target.address;
    case 'payment':
      return target.reference;
    case 'person':
      return target.name;
    case 'customer':
      return target.number;
  }
}

function withFirst(target: Target, text: string): Target {
  switch (target.kind) {
    case 'email':
    case 'ip':
      return { ...target, address: text };
    case 'payment':
      return { ...target, reference: text };
    case 'person':
      return { ...target, name: text };
    case 'customer':
      return { ...target, number: text };
  }
}

/** Two targets with the same key ask for the same thing. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'email':
      return `email ${target.address.trim().toLowerCase()}`;
    case 'ip':
      return `ip ${ipKey(target.address)} ${target.at.slice(0, 16)}${target.at.slice(16) || ':00'} ${target.timeZone}`;
    case 'payment':
      return `payment ${target.reference.trim()}`;
    case 'person':
      return `person ${target.name.trim().toLowerCase()} ${target.dateOfBirth}`;
    case 'customer':
      return `customer ${target.number.trim()}`;
  }
}

/** The identifier in one line, as tables and the desk show it. */
export function targetText(target: Target): string {
  switch (target.kind) {
    case 'email':
      return target.address;
    case 'ip':
      return `${target.address} · ${target.at.replace('T', ' ')} ${target.timeZone}`;
    case 'payment':
      return target.reference;
    case 'person':
      return `${target.name} · ${target.dateOfBirth}`;
    case 'customer':
      return target.number;
  }
}

function ipKey(address: string): string {
  const text = address.trim();
  return isIpAddress(text) ? normaliseIpAddress(text).toLowerCase() : text;
}
