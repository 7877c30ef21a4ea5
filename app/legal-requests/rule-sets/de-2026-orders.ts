import type { Category } from '#app/legal-requests/legal-request-values.ts';
import {
  contentOfOrder,
  contentOfSeizureOrder,
  contentOfTrafficOrder,
  everyKind,
  investigators,
  investigatorsThenCourt,
  lawText,
  legalBasis,
  optionalRange,
  pastOrThreeMonths,
  presidentThenCourt,
  prosecutorOrAuthorityThenCourt,
  prosecutorThenCourt,
  threeMonthsAhead,
} from './basis-patterns.ts';
import type { ChecklistKey, LegalBasis, PeriodRule } from './rule-set.ts';

/** An order that is executed months later rests on old findings (BVerfGE 96, 44: six months for a search). */
const staleAfterHalfAYear = { months: 6, outcome: 'look' } as const;
/** A measure limited to three months from the order has lapsed after them (§ 100e (1) s. 4–5 StPO). */
const lapsedAfterThreeMonths = { months: 3, outcome: 'fail' } as const;

const trafficData: readonly LegalBasis[] = [
  legalBasis({
    key: 'stpo_100g_1',
    citation: '§ 100g Abs. 1, § 101a StPO i. V. m. §§ 9, 12 TDDDG',
    categories: ['traffic_data'],
    agencyKinds: investigators,
    purpose: 'crime',
    emergency: prosecutorThenCourt,
    period: pastOrThreeMonths,
    orderMustState: contentOfTrafficOrder,
    orderAge: staleAfterHalfAYear,
    toConfirm: ['order_age'],
    sources: [lawText('stpo/__100g'), lawText('stpo/__101a'), lawText('ttdsg/__9'), lawText('ttdsg/__12')],
  }),
  legalBasis({
    key: 'bkag_52',
    citation: '§ 52 BKAG',
    categories: ['traffic_data'],
    agencyKinds: ['police'],
    purpose: 'danger',
    emergency: presidentThenCourt,
    period: pastOrThreeMonths,
    orderMustState: contentOfTrafficOrder,
    orderAge: staleAfterHalfAYear,
    toConfirm: ['emergency', 'order_age'],
    sources: [lawText('bkag_2018/__52')],
  }),
  legalBasis({
    key: 'bverfschg_8a',
    citation: '§ 8a Abs. 1 Nr. 4 BVerfSchG',
    categories: ['traffic_data'],
    agencyKinds: ['constitution_protection'],
    purpose: 'constitution_protection',
    orderedBy: ['ministry', 'authority'],
    period: pastOrThreeMonths,
    orderMustState: ['order_states_identifier', 'order_states_data_and_period'],
    orderAge: staleAfterHalfAYear,
    toConfirm: ['ordered_by', 'emergency', 'order_age'],
    sources: [lawText('bverfschg/__8a'), lawText('bverfschg/__8b')],
  }),
];

const mailboxSeizure: readonly LegalBasis[] = [
  legalBasis({
    key: 'stpo_94_95_98',
    citation: '§§ 94, 95, 98 StPO',
    categories: ['mailbox_seizure'],
    agencyKinds: investigators,
    purpose: 'crime',
    emergency: investigatorsThenCourt,
    period: optionalRange,
    orderMustState: contentOfSeizureOrder,
    orderAge: staleAfterHalfAYear,
    toConfirm: ['order_age'],
    sources: [lawText('stpo/__94'), lawText('stpo/__95'), lawText('stpo/__95a'), lawText('stpo/__98')],
  }),
  legalBasis({
    key: 'stpo_99_100',
    citation: '§§ 99, 100 StPO',
    categories: ['mailbox_seizure'],
    agencyKinds: investigators,
    purpose: 'crime',
    emergency: prosecutorThenCourt,
    period: optionalRange,
    orderMustState: contentOfSeizureOrder,
    orderAge: staleAfterHalfAYear,
    toConfirm: ['citation', 'emergency', 'order_age'],
    sources: [lawText('stpo/__99'), lawText('stpo/__100')],
  }),
];

const interception: readonly LegalBasis[] = [
  legalBasis({
    key: 'stpo_100a',
    citation: '§§ 100a, 100e StPO',
    categories: ['interception'],
    agencyKinds: investigators,
    purpose: 'crime',
    emergency: prosecutorThenCourt,
    period: threeMonthsAhead,
    orderMustState: contentOfOrder,
    orderAge: lapsedAfterThreeMonths,
    sources: [lawText('stpo/__100a'), lawText('stpo/__100e')],
  }),
  legalBasis({
    key: 'bkag_51',
    citation: '§ 51 BKAG',
    categories: ['interception'],
    agencyKinds: ['police'],
    purpose: 'danger',
    emergency: presidentThenCourt,
    period: threeMonthsAhead,
    orderMustState: contentOfOrder,
    orderAge: lapsedAfterThreeMonths,
    toConfirm: ['emergency'],
    sources: [lawText('bkag_2018/__51')],
  }),
  legalBasis({
    key: 'g10_3',
    citation: '§§ 3, 9, 10 G10',
    categories: ['interception'],
    agencyKinds: ['constitution_protection', 'intelligence'],
    purpose: 'intelligence',
    orderedBy: ['ministry'],
    period: threeMonthsAhead,
    orderMustState: contentOfOrder,
    orderAge: lapsedAfterThreeMonths,
    toConfirm: ['emergency'],
    sources: [lawText('g10_2001/__3'), lawText('g10_2001/__9'), lawText('g10_2001/__10')],
  }),
];

/** Free text that a reviewer must confirm; everything else as strict as the ordinary basis of the category. */
function otherBasis(
  category: Exclude<Category, 'subscriber_data'>,
  period: PeriodRule,
  orderMustState: readonly ChecklistKey[],
): LegalBasis {
  return legalBasis({
    key: `other_${category}`,
    citation: 'Andere Rechtsgrundlage',
    categories: [category],
    agencyKinds: everyKind,
    purpose: 'other',
    orderedBy: ['court', 'ministry'],
    emergency: prosecutorOrAuthorityThenCourt,
    period,
    orderMustState,
    toConfirm: ['citation', 'ordered_by', 'emergency'],
  });
}

export const basesWithOrder: readonly LegalBasis[] = [
  ...trafficData,
  otherBasis('traffic_data', pastOrThreeMonths, contentOfTrafficOrder),
  ...mailboxSeizure,
  otherBasis('mailbox_seizure', optionalRange, contentOfSeizureOrder),
  ...interception,
  otherBasis('interception', threeMonthsAhead, contentOfOrder),
];
