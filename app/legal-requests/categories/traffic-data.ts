import { trafficDataKinds } from '#app/legal-requests/legal-request-values.ts';
import type { CategoryForm, Predicate } from '#app/legal-requests/sections.ts';
import { always } from '#app/legal-requests/sections.ts';
import * as recurring from './recurring-sections.ts';

const reachesIntoTheFuture: Predicate = (answers) =>
  answers.periodDirection === 'future' || answers.periodDirection === 'past_and_future';

/** Verkehrsdaten: who communicated when with whom, from which IP address. */
export const trafficData: CategoryForm = {
  category: 'traffic_data',
  sections: [
    recurring.authorityRoute,
    recurring.procedure,
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
        {
          key: 'periodDirection',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['past', 'future', 'past_and_future'],
        },
        { key: 'periodStart', kind: 'datetime', visibility: 'public', requiredWhen: always },
        { key: 'periodEnd', kind: 'datetime', visibility: 'public', requiredWhen: always },
        { key: 'timeZone', kind: 'time_zone', visibility: 'sealed', requiredWhen: always },
      ],
    },
    {
      key: 'data_wanted',
      fields: [
        {
          key: 'trafficData',
          kind: 'checkboxes',
          visibility: 'sealed',
          requiredWhen: always,
          options: trafficDataKinds,
        },
        {
          key: 'partialAnswers',
          kind: 'select',
          visibility: 'sealed',
          appliesWhen: reachesIntoTheFuture,
          requiredWhen: always,
          options: ['once', 'daily', 'weekly', 'monthly'],
        },
      ],
    },
    recurring.facts,
    recurring.attachments,
    recurring.contact,
    recurring.confidentiality,
  ],
};
