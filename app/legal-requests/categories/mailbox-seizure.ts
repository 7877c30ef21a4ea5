import type { CategoryForm, Predicate } from '#app/legal-requests/sections.ts';
import { always } from '#app/legal-requests/sections.ts';
import * as recurring from './recurring-sections.ts';

const hasRange: Predicate = (answers) => answers.mailRange === 'range';

/** Postfachbeschlagnahme: the stored e-mails of a mailbox, as they are at the time of execution. */
export const mailboxSeizure: CategoryForm = {
  category: 'mailbox_seizure',
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
          key: 'mailRange',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['all', 'range'],
        },
        {
          key: 'rangeFrom',
          kind: 'date',
          visibility: 'public',
          appliesWhen: hasRange,
          requiredWhen: always,
        },
        {
          key: 'rangeTo',
          kind: 'date',
          visibility: 'public',
          appliesWhen: hasRange,
          requiredWhen: always,
        },
      ],
    },
    {
      key: 'data_wanted',
      fields: [
        {
          key: 'folders',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['all', 'some'],
        },
        {
          key: 'folderNames',
          kind: 'textarea',
          visibility: 'sealed',
          appliesWhen: (answers) => answers.folders === 'some',
          requiredWhen: always,
          maxLength: 2000,
        },
      ],
    },
    recurring.facts,
    recurring.attachments,
    recurring.contact,
    {
      key: 'confidentiality',
      fields: [
        {
          key: 'secrecyOrder',
          kind: 'radio',
          visibility: 'sealed',
          requiredWhen: always,
          options: ['no', 'yes'],
        },
        {
          key: 'nonDisclosureUntil',
          kind: 'date',
          visibility: 'public',
          appliesWhen: (answers) => answers.secrecyOrder === 'yes',
          requiredWhen: always,
        },
      ],
    },
  ],
};
