import { subscriberDataKinds, targetKinds } from '#app/legal-requests/legal-request-values.ts';
import type { CategoryForm } from '#app/legal-requests/sections.ts';
import { always } from '#app/legal-requests/sections.ts';
import * as recurring from './recurring-sections.ts';

/** Bestandsdaten: who is the customer? No judge needed, at a time or "now". */
export const subscriberData: CategoryForm = {
  category: 'subscriber_data',
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
          options: targetKinds,
        },
      ],
    },
    {
      key: 'period',
      fields: [
        {
          key: 'asOf',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['now', 'at_time'],
        },
        {
          key: 'asOfAt',
          kind: 'datetime',
          visibility: 'public',
          appliesWhen: (answers) => answers.asOf === 'at_time',
          requiredWhen: always,
        },
        {
          key: 'timeZone',
          kind: 'time_zone',
          visibility: 'sealed',
          appliesWhen: (answers) => answers.asOf === 'at_time',
          requiredWhen: always,
        },
      ],
    },
    {
      key: 'data_wanted',
      fields: [
        {
          key: 'subscriberData',
          kind: 'checkboxes',
          visibility: 'sealed',
          requiredWhen: always,
          options: subscriberDataKinds,
        },
        { key: 'subscriberDataOther', kind: 'textarea', visibility: 'sealed', maxLength: 1000 },
      ],
    },
    recurring.facts,
    recurring.attachments,
    recurring.contact,
    recurring.confidentiality,
  ],
};
