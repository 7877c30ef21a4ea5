import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const checks: Catalogue<typeof german.checks> = {
  form_complete: {
    title: 'All necessary answers are given',
    problem: 'Some answers are missing or do not fit. The list shows which.',
  },
  file_number_given: { title: 'File number is given', problem: 'Enter the file number of your authority.' },
  agency_verified: {
    title: 'Authority is verified',
    problem: 'Your authority is not verified yet. You can submit only after that.',
  },
  agency_outside: {
    title: 'Sender outside of the portal',
    problem: 'This authority does not use the portal. Make sure by other means that the request is its own.',
  },
  foreign_route_named: {
    title: 'An admissible route for foreign authorities is given',
    problem: 'Say whether the request rests on a European Production Order or on mutual legal assistance.',
  },
  legal_basis_named: {
    title: 'Legal basis is given',
    problem: 'Choose the provision on which you base the request.',
  },
  legal_basis_fits: {
    title: 'Legal basis fits the authority and the kind of data',
    problem: 'This provision does not allow your authority this request. Choose another one.',
  },
  legal_basis_confirmed: {
    title: 'Legal basis is on the list',
    problem: 'Another legal basis has to be checked by a person. That can take longer.',
  },
  ip_address_allowed: {
    title: 'Searching by IP address is covered by the legal basis',
    problem:
      'Searching by IP address is allowed only to prosecute crimes or with a special power. For crimes choose § 100j (2) StPO.',
  },
  category_not_exceeded: {
    title: 'Data wanted belong to the kind of data',
    problem: 'You seem to ask for traffic data or contents. Make a separate request for these.',
  },
  no_passwords: {
    title: 'No passwords asked for',
    problem:
      'We do not disclose passwords and other access data through this form. A court order is needed (§ 23 TDDDG, § 100j (1) s. 2–3 StPO).',
  },
  ordering_body_competent: {
    title: 'Ordering body is competent',
    problem: 'Under this provision the body named may not give the order.',
  },
  order_attached: {
    title: 'Order is attached',
    problem: 'Attach the order and choose “Order” as its kind.',
  },
  order_date_given: { title: 'Date of the order is given', problem: 'Enter the date of the order.' },
  order_date_not_in_future: {
    title: 'Order is not from the future',
    problem: 'The date of the order lies in the future. Check it.',
  },
  order_not_too_old: {
    title: 'Order is not too old',
    problem: 'The order is so old that it may have expired. Check the date or obtain a new one.',
  },
  emergency_confirmation_given: {
    title: 'Time limit for confirming the emergency order is given',
    problem: 'Say by when the emergency order must be confirmed.',
  },
  emergency_confirmation_in_time: {
    title: 'Time limit for the confirmation is not too long',
    problem: 'The limit ends earlier than you stated. It runs from the day of the order.',
  },
  emergency_not_lapsed: {
    title: 'Time for confirming the emergency order has not passed',
    problem:
      'The time for the confirmation, or for applying for it, has passed. Attach the confirmation and say so.',
  },
  period_given: { title: 'Period is given', problem: 'Give start and end.' },
  period_end_after_start: {
    title: 'End is after the start',
    problem: 'The end lies before the start. Check both.',
  },
  period_in_right_direction: {
    title: 'Period fits the measure',
    problem:
      'This measure is not possible for the period given. The legal basis allows either data up to today only or, as for an interception, future data only.',
  },
  period_matches_direction: {
    title: 'Period and direction agree',
    problem: 'You chose past or future, but the dates say otherwise.',
  },
  period_not_too_long: {
    title: 'Period is not too long',
    problem: 'The period reaches more than three months into the future. Shorten it.',
  },
  period_within_order: {
    title: 'Period is within the limit of the order',
    problem:
      'The end lies more than three months after the order. The limit runs from the order, not from the start.',
  },
  targets_given: { title: 'At least one identifier is given', problem: 'Enter at least one identifier.' },
  targets_unique: {
    title: 'No identifier occurs twice',
    problem: 'An identifier is in the list more than once. Delete the repeated rows.',
  },
  targets_ours: {
    title: 'Addresses belong to our domains',
    problem: 'An address does not belong to the domains that we run. Check the spelling.',
  },
  targets_unambiguous: {
    title: 'Identifiers are unambiguous',
    problem:
      'An identifier can mean several people: a placeholder, a private IP address, or a time that occurred twice when the clock was changed.',
  },
  non_disclosure_plausible: {
    title: 'Secrecy ends in the future',
    problem: 'According to your answer the secrecy is already over. Check the date.',
  },
  earlier_reference_known: {
    title: 'Earlier request is known',
    problem:
      'Your authority has made no such request with this number, or has withdrawn it. Check the number.',
  },
  not_a_duplicate: {
    title: 'No same request is open',
    problem: 'Under this file number there is already a request for the same kind of data.',
  },
};

export const checkOutcomes: Catalogue<typeof german.checkOutcomes> = {
  pass: 'In order',
  look: 'Please look',
  fail: 'Not in order',
};

export const overrides: Catalogue<typeof german.overrides> = {
  title: 'Points that you should look at',
  hint: 'If a point does not apply, say briefly why. The reviewers will read your reason.',
  label: 'Why should the request be submitted like this all the same?',
};

export const checklist: Catalogue<typeof german.checklist> = {
  legal_basis_named: {
    title: 'The provision is named and in force',
    hint: '§ 174 (2) TKG: the statutory provision must be stated.',
  },
  agency_competent: {
    title: 'The authority is competent',
    hint: 'Compare authority, purpose and provision.',
  },
  ordering_body_competent: {
    title: 'The ordering body was competent',
    hint: 'Court, prosecutor, authority or ministry, as the provision requires.',
  },
  request_in_writing: {
    title: 'The request is in writing or electronic',
    hint: 'Always so when it comes through the portal (§ 174 (2) s. 2 TKG).',
  },
  signature_present: {
    title: 'The order is signed or issued as an official copy',
    hint: 'Signature, seal, or note of electronic issue.',
  },
  targets_ours: {
    title: 'The identifiers agree with the order and are ours',
    hint: 'Compare character by character.',
  },
  scope_proportionate: {
    title: 'The scope does not go beyond the order',
    hint: 'Identifiers, period and kinds of data.',
  },
  order_readable: { title: 'The order is complete and readable', hint: 'All pages, no edges cut off.' },
  order_states_person: {
    title: 'The order names the person as far as known',
    hint: '§ 100e (3) s. 2 StPO: name and address where possible.',
  },
  order_states_offence: { title: 'The order states the offence', hint: '§ 100e (3) s. 2 StPO.' },
  order_states_kind_scope_duration: {
    title: 'The order states kind, scope and duration',
    hint: '§ 100e (3) s. 2 StPO.',
  },
  order_states_end: { title: 'The order states when the measure ends', hint: '§ 100e (3) s. 2 StPO.' },
  order_states_information_sought: {
    title: 'The order says what is to be found out',
    hint: 'The information hoped for and its importance for the case.',
  },
  order_states_identifier: {
    title: 'The order states the identifier',
    hint: 'The address in the order is the same as in the form.',
  },
  order_states_data_and_period: {
    title: 'The order states the data and the period exactly',
    hint: '§ 101a (1) s. 1 StPO.',
  },
  order_states_mailbox: {
    title: 'The order names the mailbox',
    hint: 'The address in the order is the same as in the form.',
  },
  order_states_range: {
    title: 'A period in the order has been taken over',
    hint: 'If the order states none, this point is met.',
  },
  order_still_valid: { title: 'The order still holds', hint: 'Date, time limit and time until execution.' },
  emergency_justified: {
    title: 'The emergency is justified',
    hint: 'Why could the court not decide in time?',
  },
  emergency_confirmed: {
    title: 'The emergency order is confirmed, or the time is still running',
    hint: 'After that it lapses where the law says so.',
  },
  secrecy_ordered: {
    title: 'Secrecy, if asked for, is ordered under § 95a StPO',
    hint: 'If none is asked for, this point is met.',
  },
  delivery_point_plausible: {
    title: 'Delivery point and reference number are plausible',
    hint: 'The system belongs to an entitled body.',
  },
  other_basis_confirmed: {
    title: 'The other legal basis supports the request',
    hint: 'Look up the law: competence, purpose, kind of data, form.',
  },
  foreign_route_proven: {
    title: 'The route of the foreign authority is proven',
    hint: 'The production order (EPOC) or the grant of assistance is attached.',
  },
};
