import type { CategoryForm, Predicate } from '#app/legal-requests/sections.ts';
import { always } from '#app/legal-requests/sections.ts';
import * as recurring from './recurring-sections.ts';

const refersToEarlier: Predicate = (answers) =>
  answers.measureKind === 'extension' || answers.measureKind === 'early_termination';

/** Telekommunikationsüberwachung: everything that comes and goes, for a period to come. */
export const interception: CategoryForm = {
  category: 'interception',
  sections: [
    recurring.authorityRoute,
    recurring.procedure,
    {
      key: 'measure',
      fields: [
        {
          key: 'measureKind',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['new', 'extension', 'early_termination'],
        },
        {
          key: 'earlierReference',
          kind: 'reference',
          visibility: 'sealed',
          appliesWhen: refersToEarlier,
          requiredWhen: always,
          maxLength: 14,
        },
      ],
    },
    recurring.legalBasis,
    recurring.order,
    {
      key: 'targets',
      fields: [
        {
          key: 'targets',
          kind: 'targets',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['email'],
        },
      ],
    },
    {
      key: 'period',
      fields: [
        { key: 'periodStart', kind: 'datetime', visibility: 'public', requiredWhen: always },
        { key: 'periodEnd', kind: 'datetime', visibility: 'public', requiredWhen: always },
        { key: 'timeZone', kind: 'time_zone', visibility: 'sealed', requiredWhen: always },
      ],
    },
    {
      key: 'delivery',
      fields: [
        {
          key: 'deliveryPoint',
          kind: 'reference',
          visibility: 'sealed',
          requiredWhen: always,
          maxLength: 25,
        },
        {
          key: 'deliveryReference',
          kind: 'reference',
          visibility: 'sealed',
          requiredWhen: always,
          maxLength: 25,
        },
      ],
    },
    recurring.facts,
    recurring.attachments,
    recurring.contact,
    recurring.confidentiality,
  ],
};
