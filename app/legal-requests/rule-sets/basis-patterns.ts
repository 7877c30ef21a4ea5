import type { AgencyKind } from '#app/legal-requests/legal-request-values.ts';
import type { ChecklistKey, EmergencyRule, LegalBasis, PeriodRule } from './rule-set.ts';

/** Parts that several legal bases of German law share. */

/** § 100e (1) s. 2–3, § 101a (1) s. 1 StPO: the prosecutor's order lapses unless the court confirms it. */
export const prosecutorThenCourt: EmergencyRule = {
  orderedBy: ['prosecution'],
  anyForm: false,
  confirmation: { within: 3, unit: 'working_days' },
  lapses: true,
};

/** As the prosecutor; some police laws let the authority itself order, which only a person can tell from the text. */
export const prosecutorOrAuthorityThenCourt: EmergencyRule = {
  ...prosecutorThenCourt,
  orderedBy: ['prosecution', 'authority'],
  orderedByOnlySometimes: ['authority'],
};

/** § 98 (1) s. 1, (2) s. 1 StPO: the confirmation is to be applied for within three days. */
export const investigatorsThenCourt: EmergencyRule = {
  orderedBy: ['prosecution', 'authority'],
  anyForm: false,
  confirmation: { within: 3, unit: 'days' },
  lapses: false,
};

/** § 174 (2) s. 3–4 TKG: any form, confirmed in writing or electronically without delay. This form is electronic. */
const anyFormThenWriting: EmergencyRule = {
  orderedBy: ['authority', 'prosecution'],
  anyForm: true,
  confirmation: null,
  lapses: false,
};

/** BKAG: the president orders, the court confirms within three days. */
export const presidentThenCourt: EmergencyRule = {
  orderedBy: ['authority'],
  anyForm: false,
  confirmation: { within: 3, unit: 'days' },
  lapses: true,
};

/** Art. 4 (5) Regulation (EU) 2023/1543: validation is sought within 48 hours. */
export const epocThenValidation: EmergencyRule = {
  orderedBy: ['authority', 'prosecution'],
  anyForm: false,
  confirmation: { within: 2, unit: 'days' },
  lapses: true,
};

const atATime: PeriodRule = { required: false, past: true, future: false, maxFutureMonths: null };
export const optionalRange: PeriodRule = {
  required: false,
  past: true,
  future: false,
  maxFutureMonths: null,
};
export const pastOrThreeMonths: PeriodRule = { required: true, past: true, future: true, maxFutureMonths: 3 };
export const threeMonthsAhead: PeriodRule = { required: true, past: false, future: true, maxFutureMonths: 3 };
export const pastOnly: PeriodRule = { required: true, past: true, future: false, maxFutureMonths: null };

/** § 100e (3) StPO. */
export const contentOfOrder: readonly ChecklistKey[] = [
  'order_states_person',
  'order_states_offence',
  'order_states_kind_scope_duration',
  'order_states_end',
  'order_states_information_sought',
  'order_states_identifier',
];

/** § 100e (3) with § 101a (1) StPO. */
export const contentOfTrafficOrder: readonly ChecklistKey[] = [
  ...contentOfOrder,
  'order_states_data_and_period',
];

export const contentOfSeizureOrder: readonly ChecklistKey[] = ['order_states_mailbox', 'order_states_range'];

/** Authorities that investigate crimes under the StPO; `other` includes the tax investigation (§ 404 AO). */
export const investigators: readonly AgencyKind[] = ['police', 'prosecution', 'customs', 'other'];
export const everyKind: readonly AgencyKind[] = [
  'police',
  'prosecution',
  'customs',
  'constitution_protection',
  'intelligence',
  'regulatory',
  'other',
];

type BasisInput = Pick<LegalBasis, 'key' | 'citation' | 'categories' | 'agencyKinds' | 'purpose'> &
  Partial<Omit<LegalBasis, 'confirmed'>>;

/** Completes an entry with what holds for most; `confirmed` follows from `toConfirm`. */
export function legalBasis(input: BasisInput): LegalBasis {
  const toConfirm = input.toConfirm ?? [];
  return {
    land: null,
    origins: ['domestic'],
    route: null,
    byIpAddress: 'no',
    orderedBy: ['court'],
    judicialOrderAttached: true,
    emergency: null,
    period: atATime,
    orderMustState: [],
    orderAge: null,
    paragraphStatedByAuthor: false,
    sources: [],
    ...input,
    toConfirm,
    confirmed: toConfirm.length === 0,
  };
}

/** Subscriber data: no judge, no order, any form in an emergency. */
export function subscriberBasis(input: Omit<BasisInput, 'categories'>): LegalBasis {
  return legalBasis({
    categories: ['subscriber_data'],
    orderedBy: ['authority', 'prosecution'],
    judicialOrderAttached: false,
    emergency: anyFormThenWriting,
    ...input,
  });
}

/** @param path of a paragraph, for instance `stpo/__100j` */
export function lawText(path: string): string {
  return `https://www.gesetze-im-internet.de/${path}.html`;
}
