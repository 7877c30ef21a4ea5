import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const sections: Catalogue<typeof german.sections> = {
  authority_route: {
    title: 'Route of the request',
    intro: 'Your authority is outside Germany. Tell us by which route your request is admissible.',
  },
  procedure: {
    title: 'File number and urgency',
    intro: 'To which case does the request belong, and how urgent is it?',
  },
  measure: { title: 'Kind of measure', intro: 'Are you starting, extending or ending an interception?' },
  legal_basis: {
    title: 'Legal basis',
    intro:
      'Without a statutory provision that entitles your authority to ask, we may not disclose anything (§ 174 (2) TKG). You see only provisions that fit your authority and the kind of data.',
  },
  order: { title: 'Order', intro: 'Who ordered the request or the measure, and when?' },
  targets: {
    title: 'Identifiers',
    intro: 'Which addresses or other identifiers is it about? You can paste several or load a CSV file.',
  },
  period: { title: 'Period', intro: 'For which time do you need the data?' },
  data_wanted: {
    title: 'Data wanted',
    intro: 'Choose only what the order or the legal basis covers and what you need.',
  },
  delivery: { title: 'Delivery', intro: 'Where are the intercepted messages to be delivered?' },
  facts: {
    title: 'Facts',
    intro: 'Only as much as is needed for the review. You may leave this section empty.',
  },
  attachments: {
    title: 'Attachments',
    intro:
      'Your files are encrypted on this device before they are sent. After that nobody but your authority and the reviewers can read them, not even their names.',
  },
  contact: {
    title: 'Contact person',
    intro: 'Whom can we reach with questions? We have filled in the details of your account.',
  },
  confidentiality: {
    title: 'Confidentiality',
    intro:
      'We never tell anybody about your request, least of all the person concerned (§ 174 (6) TKG). Here you say whether there is an order with a time limit as well.',
  },
};

export const fields: Catalogue<typeof german.fields> = {
  foreignRoute: {
    label: 'By which route do you make the request?',
    hint: 'We must refuse direct requests without one of these routes.',
    example: '',
  },
  foreignRouteReference: {
    label: 'File number of that procedure',
    hint: 'The number of the production order, or the file number of the legal assistance granted.',
    example: 'EPOC-2026-FR-004711',
  },
  assistingAuthority: {
    label: 'German authority that gives the assistance',
    hint: 'Usually a public prosecutor’s office. Attach its decision or order.',
    example: 'Generalstaatsanwaltschaft Berlin',
  },
  fileNumber: {
    label: 'File number of your authority',
    hint: 'Under this number you will find the request again. It is also on the receipt. Please do not enter names.',
    example: '274 Js 1234/26',
  },
  priority: {
    label: 'How urgent is the request?',
    hint: 'We look at emergencies within 6 hours, day and night.',
    example: '',
  },
  emergencyReason: {
    label: 'Why is it an emergency?',
    hint: 'Which danger is there, and why can it not wait?',
    example: 'Suicide announced this morning, whereabouts unknown.',
  },
  emergencyConfirmationDue: {
    label: 'By when must the emergency order be confirmed?',
    hint: 'The time runs from the order. For an order of the prosecutor under § 100e StPO it is three working days. Add the confirmation as soon as you have it.',
    example: '12/03/2026',
  },
  measureKind: {
    label: 'What is it about?',
    hint: 'An extension or ending refers to an earlier request in this portal.',
    example: '',
  },
  earlierReference: {
    label: 'Number of the earlier request',
    hint: 'It is on the receipt and begins with AW.',
    example: 'AW-2026-000123',
  },
  legalBasis: {
    label: 'On which provision do you base the request?',
    hint: 'If none of them fits, choose “Other legal basis”. A person will then check it.',
    example: '',
  },
  legalBasisParagraph: {
    label: 'Exact provision',
    hint: 'Section or article with subsection, sentence and number, as now in force.',
    example: '§ … (…) s. …',
  },
  legalBasisOther: {
    label: 'Which legal basis, and why?',
    hint: 'Name the law, section, subsection and sentence and say in one or two sentences why it allows the request.',
    example: '',
  },
  orderingBodyKind: {
    label: 'Who gave the order?',
    hint: 'For subscriber data it is usually your own authority.',
    example: '',
  },
  orderingBodyName: {
    label: 'Name of the ordering body',
    hint: 'As it stands at the top of the order.',
    example: 'Amtsgericht Tiergarten',
  },
  orderFileNumber: {
    label: 'File number of the order',
    hint: 'It is on the court order and often differs from your own file number.',
    example: '349 Gs 567/26',
  },
  orderDate: {
    label: 'Date of the order',
    hint: 'The day on which the order was made.',
    example: '09/03/2026',
  },
  targets: {
    label: 'Identifiers',
    hint: 'One line for each. Check every character: a slip leads to a different person.',
    example: 'erika.mustermann@example.org',
  },
  asOf: {
    label: 'Data as of when?',
    hint: 'Addresses can change hands. If it is about an offence, choose the time of the offence.',
    example: '',
  },
  asOfAt: { label: 'Time', hint: 'The date and time that matter.', example: '01/03/2026, 14:30' },
  periodDirection: {
    label: 'In which direction does the period reach?',
    hint: 'What lies in the past can only be delivered as far as it is still stored.',
    example: '',
  },
  periodStart: { label: 'Start', hint: 'As stated in the order.', example: '01/03/2026, 00:00' },
  periodEnd: {
    label: 'End',
    hint: 'As stated in the order. What lies in the future may last three months at most.',
    example: '31/05/2026, 23:59',
  },
  timeZone: {
    label: 'Time zone of these times',
    hint: 'If in doubt, German time. Server logs are often in UTC.',
    example: '',
  },
  mailRange: {
    label: 'Which e-mails?',
    hint: 'If the order states a period, only that period counts.',
    example: '',
  },
  rangeFrom: {
    label: 'First day',
    hint: 'E-mails from this day, midnight German time.',
    example: '01/01/2026',
  },
  rangeTo: { label: 'Last day', hint: 'E-mails up to and including this day.', example: '28/02/2026' },
  subscriberData: {
    label: 'Which details do you need?',
    hint: 'Choose all that is necessary, but no more.',
    example: '',
  },
  subscriberDataOther: {
    label: 'Other subscriber data',
    hint: 'Only what is missing above. Passwords, IP addresses and contents are not subscriber data.',
    example: 'Date on which the contract began',
  },
  trafficData: { label: 'Which traffic data do you need?', hint: 'Only what the order states.', example: '' },
  partialAnswers: {
    label: 'How often would you like to receive data?',
    hint: 'For a period in the future we can deliver in parts. Each further part is charged under the JVEG.',
    example: '',
  },
  folders: {
    label: 'Which folders?',
    hint: 'If the order limits the seizure, choose only the folders it names.',
    example: '',
  },
  folderNames: { label: 'Names of the folders', hint: 'One folder on each line.', example: 'Inbox' },
  deliveryPoint: {
    label: 'Delivery point',
    hint: 'The identifier of your receiving system. Up to 25 characters: plain letters, digits, hyphen, underscore and full stop.',
    example: 'LKA-B.TKUE-01',
  },
  deliveryReference: {
    label: 'Reference number of the measure',
    hint: 'With this number you assign the messages. Up to 25 characters: plain letters, digits, hyphen, underscore and full stop.',
    example: '2026-0815_A',
  },
  facts: {
    label: 'What happened?',
    hint: 'One to three sentences are enough: the offence or danger and what the identifier has to do with it. You need not repeat what the order says.',
    example: 'Fraud on 14 February 2026; the address was named as contact in the complaint.',
  },
  contactName: {
    label: 'First and last name',
    hint: 'The person who handles the case.',
    example: 'Erika Mustermann',
  },
  contactRank: { label: 'Rank or title', hint: 'If you have one.', example: 'Detective Chief Inspector' },
  contactTelephone: {
    label: 'Direct telephone number',
    hint: 'We call this number if we have questions.',
    example: '030 1234-567',
  },
  contactEmail: {
    label: 'Official e-mail address',
    hint: 'We only write that there is something new. Contents are in this portal alone.',
    example: 'erika.mustermann@polizei.example',
  },
  secrecyOrder: {
    label: 'Is the person concerned not to know for the time being?',
    hint: 'That takes a court order under § 95a StPO. It is limited in time and can be extended.',
    example: '',
  },
  nonDisclosure: {
    label: 'Is there a secrecy order with a time limit?',
    hint: 'We keep silent in any case. Enter a limit only if one was ordered.',
    example: '',
  },
  nonDisclosureUntil: {
    label: 'Until when does the secrecy hold?',
    hint: 'The last day according to the order.',
    example: '09/09/2026',
  },
  attachments: {
    label: 'Files',
    hint: 'PDF, images or other files. Say for each file what it is. The order must be complete and readable, with all pages and the signature.',
    example: '',
  },
};

export const fieldErrors: Catalogue<typeof german.fieldErrors> = {
  required: 'This is still missing.',
  too_long: 'The text is too long. Please shorten it.',
  line_break_not_allowed: 'Write on one line, without a line break or tab.',
  option_invalid: 'Choose one of the options.',
  date_invalid: 'There is no such day. Give day, month and year.',
  date_time_invalid: 'Give both the date and the time.',
  time_zone_invalid: 'Choose a time zone from the list.',
  time_does_not_exist:
    'There was no such time: an hour is left out in the night when summer time begins. Check the time and the time zone.',
  email_invalid: 'This is not a complete e-mail address. It looks like this: name@example.org',
  telephone_invalid:
    'Give the telephone number with area code, using only digits, spaces, slashes and hyphens.',
  ip_invalid: 'This is not an IP address. It looks like this: 192.0.2.44 or 2001:db8::1',
  customer_number_invalid: 'A customer number has at most 40 letters and digits.',
  reference_invalid: 'The number looks like this: AW-2026-000123',
  delivery_reference_invalid:
    'Up to 25 characters are allowed: plain letters, digits, hyphen, underscore and full stop.',
  legal_basis_not_for_you:
    'This provision does not fit your authority or the kind of data. Choose one from the list.',
  too_many_targets: 'A request can hold at most 500 identifiers. Split the list.',
};

export const targetKinds: Catalogue<typeof german.targetKinds> = {
  email: { label: 'E-mail address or alias', hint: 'An address of our domains.' },
  ip: {
    label: 'IP address with time',
    hint: 'To the second and with the time zone of the log. Only to prosecute crimes, or with a special power.',
  },
  payment: { label: 'Payment reference', hint: 'For instance the reference of a transfer to us.' },
  person: { label: 'Name and date of birth', hint: 'Both together, because a name alone is not unique.' },
  customer: { label: 'Customer number', hint: 'It is on our invoices.' },
};

export const targetParts: Catalogue<typeof german.targetParts> = {
  kind: 'Kind of identifier',
  address: 'E-mail address',
  ipAddress: 'IP address',
  at: 'Time',
  timeZone: 'Time zone',
  reference: 'Payment reference',
  name: 'Name',
  dateOfBirth: 'Date of birth',
  number: 'Customer number',
};

export const emergencyApplicationDue: Catalogue<typeof german.emergencyApplicationDue> = {
  label: 'By when must the court’s confirmation be applied for?',
  hint: 'The time runs from the seizure. Under § 98 (2) s. 1 StPO the confirmation should be applied for within three days; the order does not lapse otherwise. Record the confirmation as soon as you have it.',
  example: '12/03/2026',
};

export const targetErrors: Catalogue<typeof german.targetErrors> = {
  target_not_recognised:
    'We do not recognise what this is. Write for instance an e-mail address, or put the kind of identifier before it.',
  target_kind_not_in_category:
    'This kind of identifier is not possible for this kind of data. Only e-mail addresses are.',
  target_repeated: 'This identifier already occurs further up.',
  too_many_rows:
    'A request can hold at most 500 identifiers. This row and those after it were not taken over.',
  quote_not_closed:
    'A quotation mark begins here that never ends. This row and those after it were not taken over.',
  time_zone_missing:
    'The time zone is missing here. Without it the time might point at another person. Write it into the next column, for instance Europe/Berlin, UTC or +02:00.',
};

export const targetList: Catalogue<typeof german.targetList> = {
  title: 'Paste a list',
  hint: 'Paste rows from a table or load a CSV file. Semicolon, comma and tab separate the columns; a header is possible. An IP address needs a time and a time zone. At most 500 identifiers.',
  example: 'erika.mustermann@example.org\nip;192.0.2.44;2026-03-01 14:30:05;Europe/Berlin\ncustomer;4711',
  rowError: (row, problem) => `Row ${row}: ${problem}`,
  taken: (count) => (count === 1 ? '1 identifier taken over' : `${count} identifiers taken over`),
  notTaken: (count) => (count === 1 ? '1 row was not taken over' : `${count} rows were not taken over`),
};

export const visibility: Catalogue<typeof german.visibility> = {
  public: 'The server reads this too, to file the request and to remind you of deadlines.',
  sealed: 'This is encrypted on your device. Only your authority and the reviewers can read it.',
};
