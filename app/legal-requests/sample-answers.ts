import { emptyAnswers } from './answers-schema.ts';
import type { Answers } from './form-answers.ts';
import type { Category } from './legal-request-values.ts';
import { addDays } from './wall-time.ts';

/** Invented forms that pass every check, for tests and for the demonstration. */

const contact = {
  name: 'Erika Mustermann',
  rank: 'Kriminalhauptkommissarin',
  telephone: '030 1234-567',
  email: 'erika.mustermann@polizei.example',
};

/**
 * A complete form of a category.
 * @param today calendar day; dates of the order and of the period are reckoned from it
 * @param domain one of the provider's mail domains
 */
export function sampleAnswers(category: Category, today: string, domain = 'mail.example'): Answers {
  const base: Answers = {
    ...emptyAnswers(category, contact),
    fileNumber: '274 Js 1234/26',
    orderingBodyKind: 'court',
    orderingBodyName: 'Amtsgericht Tiergarten',
    orderFileNumber: '349 Gs 567/26',
    orderDate: addDays(today, -1),
    targets: [{ kind: 'email', address: `max.muster@${domain}` }],
    facts: 'Warenbetrug; die Adresse wurde in der Anzeige genannt.',
    nonDisclosure: 'no',
  };
  switch (category) {
    case 'subscriber_data':
      return {
        ...base,
        legalBasis: 'stpo_100j_1',
        orderingBodyKind: 'authority',
        orderingBodyName: 'Landeskriminalamt',
        orderFileNumber: '',
        orderDate: '',
        asOf: 'now',
        timeZone: '',
        subscriberData: ['name', 'address', 'date_of_birth'],
      };
    case 'traffic_data':
      return {
        ...base,
        legalBasis: 'stpo_100g_1',
        periodDirection: 'past',
        periodStart: `${addDays(today, -7)}T00:00`,
        periodEnd: `${addDays(today, -1)}T23:59`,
        trafficData: ['logins'],
      };
    case 'mailbox_seizure':
      return {
        ...base,
        legalBasis: 'stpo_94_95_98',
        timeZone: '',
        mailRange: 'range',
        rangeFrom: addDays(today, -60),
        rangeTo: addDays(today, -30),
        folders: 'all',
        nonDisclosure: '',
        secrecyOrder: 'yes',
        nonDisclosureUntil: addDays(today, 90),
      };
    case 'interception':
      return {
        ...base,
        legalBasis: 'stpo_100a',
        measureKind: 'new',
        periodStart: `${today}T18:00`,
        periodEnd: `${addDays(today, 60)}T18:00`,
        deliveryPoint: 'LKA-B.TKUE-01',
        deliveryReference: '2026-0815_A',
      };
  }
}
