import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const options: Catalogue<typeof german.options> = {
  foreignRoute: {
    epoc: {
      label: 'European Production Order (EPOC)',
      hint: 'Regulation (EU) 2023/1543. Attach the order.',
    },
    mutual_legal_assistance: {
      label: 'Mutual legal assistance',
      hint: 'A German authority has granted the assistance. Attach its decision.',
    },
  },
  priority: {
    normal: { label: 'Normal', hint: 'We look at the request within one working day.' },
    emergency: {
      label: 'Emergency (Gefahr im Verzug)',
      hint: 'Only when life, limb or liberty are in danger, or evidence would otherwise be lost.',
    },
  },
  measureKind: {
    new: { label: 'New interception', hint: '' },
    extension: { label: 'Extension', hint: 'By at most three months, with a new order.' },
    early_termination: { label: 'Early ending', hint: 'The conditions no longer hold.' },
  },
  orderingBodyKind: {
    court: { label: 'Court', hint: '' },
    prosecution: { label: 'Public prosecutor’s office', hint: '' },
    authority: { label: 'Authority', hint: 'Your own or another competent authority.' },
    ministry: { label: 'Ministry', hint: 'For orders under the G10.' },
  },
  asOf: {
    now: { label: 'As of now', hint: 'The data on the day of the answer.' },
    at_time: { label: 'As of a certain time', hint: 'For instance the time of the offence.' },
  },
  periodDirection: {
    past: { label: 'Past', hint: 'What is already stored.' },
    future: { label: 'Future', hint: 'Three months at most.' },
    past_and_future: { label: 'Past and future', hint: 'The future part three months at most.' },
  },
  mailRange: {
    all: { label: 'All e-mails', hint: '' },
    range: { label: 'Only from a period', hint: '' },
  },
  subscriberData: {
    name: { label: 'Name', hint: '' },
    address: { label: 'Address', hint: '' },
    date_of_birth: { label: 'Date of birth', hint: '' },
    telephone: { label: 'Telephone number', hint: '' },
    contract: { label: 'Contract and tariff data', hint: 'Start, end, tariff.' },
    payment: { label: 'Payment data', hint: 'Kind of payment and bank details, as far as stored.' },
    other_addresses: { label: 'Other addresses of the same customer', hint: 'Aliases too.' },
    login_ip_addresses: {
      label: 'IP addresses of log-ins',
      hint: 'These are traffic data. Make a separate request with a court order (§ 100g StPO).',
    },
    passwords: {
      label: 'Passwords and other access data',
      hint: 'Not possible with this form: a court order is needed (§ 23 TDDDG, § 100j (1) s. 2–3 StPO).',
    },
  },
  trafficData: {
    logins: { label: 'Log-ins', hint: 'Time and IP address.' },
    sent: { label: 'Messages sent', hint: 'Time, addresses of recipients, IP address, size.' },
    received: { label: 'Messages received', hint: 'Time, address of the sender, size.' },
  },
  partialAnswers: {
    once: { label: 'Once at the end', hint: '' },
    daily: { label: 'Every day', hint: '' },
    weekly: { label: 'Every week', hint: '' },
    monthly: { label: 'Every month', hint: '' },
  },
  folders: {
    all: { label: 'All folders', hint: '' },
    some: { label: 'Certain folders', hint: '' },
  },
  secrecyOrder: {
    no: { label: 'No', hint: 'The person concerned may be told.' },
    yes: { label: 'Yes, there is an order under § 95a StPO', hint: 'Attach it.' },
  },
  nonDisclosure: {
    no: { label: 'No', hint: 'The statutory duty of silence holds all the same.' },
    until: { label: 'Yes, until a certain day', hint: '' },
  },
};

export const attachmentKinds: Catalogue<typeof german.attachmentKinds> = {
  judicial_order: {
    label: 'Order',
    hint: 'By a court, prosecutor or ministry; also an emergency order, confirmation, EPOC or notice that a measure ends.',
  },
  request_letter: { label: 'Letter of request', hint: 'Your authority’s request, signed.' },
  other: { label: 'Other', hint: '' },
};

export const agencyKinds: Catalogue<typeof german.agencyKinds> = {
  police: 'Police',
  prosecution: 'Public prosecutor’s office',
  customs: 'Customs',
  constitution_protection: 'Protection of the constitution',
  intelligence: 'Intelligence service (BND, MAD)',
  regulatory: 'Regulatory authority',
  other: 'Other authority',
};

export const roles: Catalogue<typeof german.roles> = {
  investigator: 'Investigator',
  lead: 'Head of unit',
  clerk: 'Clerk',
  dpo: 'Data protection officer',
  counsel: 'Lawyer',
  admin: 'Administrator',
  auditor: 'Auditor',
};

export const channels: Catalogue<typeof german.channels> = {
  portal: 'This portal',
  esb_mail: 'Encrypted e-mail (E-Mail-ESB)',
  post: 'Letter post',
  plain_mail: 'Unencrypted e-mail (inadmissible)',
  fax: 'Fax (inadmissible)',
  hi1: 'Machine interface (HI1)',
};

export const purposes: Catalogue<typeof german.purposes> = {
  crime: 'Prosecution of crimes',
  regulatory_offence: 'Prosecution of regulatory offences',
  danger: 'Averting dangers',
  constitution_protection: 'Protection of the constitution',
  intelligence: 'Tasks of an intelligence service',
  mutual_assistance: 'Mutual legal assistance',
  other: 'Other purpose',
};

export const timeZones: Catalogue<typeof german.timeZones> = {
  'Europe/Berlin': 'German time (Berlin)',
  UTC: 'Universal time (UTC)',
  'Europe/London': 'London',
  'Europe/Paris': 'Paris',
  'Europe/Vienna': 'Vienna',
  'Europe/Warsaw': 'Warsaw',
  'Europe/Athens': 'Athens',
  'Europe/Istanbul': 'Istanbul',
  'Europe/Moscow': 'Moscow',
  'America/New_York': 'New York',
  'America/Chicago': 'Chicago',
  'America/Denver': 'Denver',
  'America/Los_Angeles': 'Los Angeles',
  'Asia/Dubai': 'Dubai',
  'Asia/Kolkata': 'India',
  'Asia/Shanghai': 'Shanghai',
  'Asia/Tokyo': 'Tokyo',
  'Australia/Sydney': 'Sydney',
};
