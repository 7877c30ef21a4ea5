import { confirmationRule } from '#app/legal-requests/emergency-orders.ts';
import { originOf, routesFor } from '#app/legal-requests/foreign-authorities.ts';
import {
  attachmentKinds,
  foreignRoutes,
  orderingBodyKinds,
  priorities,
} from '#app/legal-requests/legal-request-values.ts';
import { findLegalBasis } from '#app/legal-requests/rule-sets/rule-set.ts';
import type { Field, Predicate, Section } from '#app/legal-requests/sections.ts';
import { always } from '#app/legal-requests/sections.ts';

/** Sections that every category has in the same form. */

const isForeign: Predicate = (_answers, { agency, ruleSet }) =>
  originOf(agency.country, ruleSet.country) !== 'domestic';

const isEmergency: Predicate = (answers) => answers.priority === 'emergency';

const basisIsOther: Predicate = (answers, { ruleSet }) =>
  findLegalBasis(ruleSet, answers.legalBasis)?.purpose === 'other';

const basisNeedsParagraph: Predicate = (answers, { ruleSet }) =>
  findLegalBasis(ruleSet, answers.legalBasis)?.paragraphStatedByAuthor ?? false;

const needsOrder: Predicate = (answers, { ruleSet }) =>
  findLegalBasis(ruleSet, answers.legalBasis)?.judicialOrderAttached ??
  answers.category !== 'subscriber_data';

const confirmationIsDue: Predicate = (answers, { ruleSet }) =>
  confirmationRule(findLegalBasis(ruleSet, answers.legalBasis), {
    priority: answers.priority,
    orderingBodyKind: answers.orderingBodyKind,
    isEnding: answers.measureKind === 'early_termination',
  }) !== null;

export const authorityRoute: Section = {
  key: 'authority_route',
  appliesWhen: isForeign,
  fields: [
    {
      key: 'foreignRoute',
      kind: 'radio',
      visibility: 'public',
      requiredWhen: always,
      options: foreignRoutes,
      optionsWhen: ({ category }, { agency, ruleSet }) =>
        routesFor(agency.country, ruleSet.country, category),
    },
    {
      key: 'foreignRouteReference',
      kind: 'text',
      visibility: 'sealed',
      requiredWhen: always,
      maxLength: 100,
    },
    {
      key: 'assistingAuthority',
      kind: 'text',
      visibility: 'sealed',
      maxLength: 200,
      appliesWhen: (answers) => answers.foreignRoute === 'mutual_legal_assistance',
      requiredWhen: always,
    },
  ],
};

export const procedure: Section = {
  key: 'procedure',
  fields: [
    { key: 'fileNumber', kind: 'text', visibility: 'public', requiredWhen: always, maxLength: 60 },
    { key: 'priority', kind: 'radio', visibility: 'public', requiredWhen: always, options: priorities },
    {
      key: 'emergencyReason',
      kind: 'textarea',
      visibility: 'sealed',
      appliesWhen: isEmergency,
      requiredWhen: always,
      maxLength: 2000,
    },
  ],
};

export const legalBasis: Section = {
  key: 'legal_basis',
  fields: [
    { key: 'legalBasis', kind: 'legal_basis', visibility: 'public', requiredWhen: always, maxLength: 60 },
    {
      key: 'legalBasisParagraph',
      kind: 'text',
      visibility: 'sealed',
      appliesWhen: basisNeedsParagraph,
      requiredWhen: always,
      maxLength: 100,
    },
    {
      key: 'legalBasisOther',
      kind: 'textarea',
      visibility: 'sealed',
      appliesWhen: basisIsOther,
      requiredWhen: always,
      maxLength: 1000,
    },
  ],
};

const orderingBody: Field = {
  key: 'orderingBodyKind',
  kind: 'radio',
  visibility: 'public',
  requiredWhen: always,
  options: orderingBodyKinds,
  optionsWhen: (answers, { ruleSet }) => {
    const basis = findLegalBasis(ruleSet, answers.legalBasis);
    if (!basis) return orderingBodyKinds;
    const inEmergency = answers.priority === 'emergency' ? (basis.emergency?.orderedBy ?? []) : [];
    // Ending a measure needs no court (§ 100e (5) StPO).
    const toEnd = answers.measureKind === 'early_termination' ? ['prosecution'] : [];
    const allowed: readonly string[] = [...basis.orderedBy, ...inEmergency, ...toEnd];
    return orderingBodyKinds.filter((kind) => allowed.includes(kind));
  },
};

export const order: Section = {
  key: 'order',
  fields: [
    orderingBody,
    { key: 'orderingBodyName', kind: 'text', visibility: 'sealed', requiredWhen: always, maxLength: 200 },
    { key: 'orderFileNumber', kind: 'text', visibility: 'sealed', requiredWhen: needsOrder, maxLength: 60 },
    { key: 'orderDate', kind: 'date', visibility: 'public', requiredWhen: needsOrder },
    {
      key: 'emergencyConfirmationDue',
      kind: 'date',
      visibility: 'public',
      appliesWhen: confirmationIsDue,
      requiredWhen: always,
    },
  ],
};

export const facts: Section = {
  key: 'facts',
  fields: [{ key: 'facts', kind: 'textarea', visibility: 'sealed', maxLength: 10_000 }],
};

export const attachments: Section = {
  key: 'attachments',
  fields: [
    {
      key: 'attachments',
      kind: 'attachments',
      visibility: 'sealed',
      requiredWhen: needsOrder,
      options: attachmentKinds,
    },
  ],
};

export const contact: Section = {
  key: 'contact',
  fields: [
    { key: 'contactName', kind: 'person', visibility: 'sealed', requiredWhen: always, maxLength: 200 },
    { key: 'contactRank', kind: 'text', visibility: 'sealed', maxLength: 100 },
    { key: 'contactTelephone', kind: 'tel', visibility: 'sealed', requiredWhen: always, maxLength: 40 },
    { key: 'contactEmail', kind: 'email', visibility: 'sealed', requiredWhen: always, maxLength: 254 },
  ],
};

export const confidentiality: Section = {
  key: 'confidentiality',
  fields: [
    {
      key: 'nonDisclosure',
      kind: 'radio',
      visibility: 'sealed',
      requiredWhen: always,
      options: ['no', 'until'],
    },
    {
      key: 'nonDisclosureUntil',
      kind: 'date',
      visibility: 'public',
      appliesWhen: (answers) => answers.nonDisclosure === 'until',
      requiredWhen: always,
    },
  ],
};
