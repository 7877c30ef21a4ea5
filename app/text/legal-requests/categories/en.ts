import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

const soon = 'We look at your request within one working day, in emergencies within 6 hours, day and night.';

export const categories: Catalogue<typeof german.categories> = {
  subscriber_data: {
    name: 'Subscriber data',
    short: 'Who is the customer?',
    description:
      'What is stored for the contract. You do not need a court order, but you need a legal basis that entitles your authority to ask (German: Bestandsdaten).',
    contains:
      'Name, address, date of birth, telephone number, contract and tariff data, payment data, other addresses of the same customer – as far as they are held.',
    legalBases:
      'For crimes: § 100j (1) s. 1 StPO with § 174 TKG. If you search by an IP address and a time: § 100j (2) StPO. To avert dangers: the police law of your Land, or the BKAG. For the protection of the constitution, MAD and BND: the law of that service.',
    whoMayOrder: 'The authority itself or the public prosecutor. No court has to decide.',
    attach: 'Nothing. You may add a letter, but you need not.',
    duration: soon,
    notIncluded:
      'Passwords and other access data (§ 23 TDDDG) and IP addresses of log-ins. For IP addresses, make a request for traffic data.',
  },
  traffic_data: {
    name: 'Traffic data',
    short: 'When and from where was the mailbox used?',
    description:
      'When and from which IP address a mailbox was used and with whom messages were exchanged – without their content (German: Verkehrsdaten).',
    contains:
      'IP addresses and times of log-ins, times and addresses of messages sent and received, amounts of data.',
    legalBases: '§ 100g (1) StPO with §§ 9, 12 TDDDG and § 101a StPO; § 52 BKAG; § 8a (1) no. 4 BVerfSchG.',
    whoMayOrder:
      'The court on the application of the public prosecutor. In an emergency the prosecutor; the order lapses unless the court confirms it within three working days.',
    attach: 'The complete court order, in emergencies the emergency order.',
    duration: soon,
    notIncluded:
      'Contents of messages. E-mail services are not obliged to retain traffic data (§§ 175, 176 TKG), so “nothing held” is a possible and lawful answer.',
  },
  mailbox_seizure: {
    name: 'Seizure of a mailbox',
    short: 'Which e-mails are in the mailbox now?',
    description:
      'A copy of the stored e-mails of a mailbox as it is when the order is executed. Later messages are not part of it (German: Postfachbeschlagnahme).',
    contains: 'All stored e-mails, or those of certain folders or of a certain period.',
    legalBases: '§§ 94, 95, 98 StPO; if the person concerned is not to know, § 95a StPO as well.',
    whoMayOrder:
      'The court. In an emergency also the prosecutor or the investigators; confirmation by the court is to be applied for within three days.',
    attach: 'The complete court order; in emergencies the emergency order and later the confirmation.',
    duration: soon,
    notIncluded: 'Messages that arrive after execution. For these, make a request for interception.',
  },
  interception: {
    name: 'Interception',
    short: 'What will be sent and received from now on?',
    description:
      'From a certain time, all incoming and outgoing e-mail and the whole mailbox are delivered, for at most three months. Extensions of at most three months each are possible (German: Telekommunikationsüberwachung, TKÜ).',
    contains: 'All incoming and outgoing messages and the content of the mailbox in the period ordered.',
    legalBases: '§§ 100a, 100e StPO; § 51 BKAG; §§ 3, 9, 10 G10.',
    whoMayOrder:
      'The court on the application of the public prosecutor; under the G10 the competent ministry. In an emergency the prosecutor; the order lapses unless the court confirms it within three working days.',
    attach: 'The complete order with start and end. To end a measure early, attach the notice that says so.',
    duration: `${soon} We remind you 14 and 3 days before the measure ends.`,
    notIncluded: 'Periods in the past. For these there are traffic data and the seizure of a mailbox.',
  },
};

export const foreignNotices: Catalogue<typeof german.foreignNotices> = {
  eu: {
    title: 'For authorities of the European Union',
    text: 'Please use the European Production Order (EPOC) under Regulation (EU) 2023/1543 through the system of your country, or mutual legal assistance. Through this site we accept your request only if one of these routes has already been taken and you prove it. The Regulation sets 10 days for the answer, 8 hours in an emergency. Future messages can only be intercepted through mutual legal assistance.',
  },
  eu_without_epoc: {
    title: 'For authorities from Denmark',
    text: 'Denmark takes no part in Regulation (EU) 2023/1543. Please make a request for mutual legal assistance. Through this site we accept your request only if the competent German authority has granted the assistance and you prove it.',
  },
  third: {
    title: 'For authorities outside the European Union',
    text: 'Please make a request for mutual legal assistance through your competent authority. We must refuse direct requests. Through this site we accept your request only if the competent German authority has granted the assistance and you prove it.',
  },
};
