import type { Category } from '#app/legal-requests/legal-request-values.ts';
import {
  contentOfOrder,
  contentOfSeizureOrder,
  contentOfTrafficOrder,
  epocThenValidation,
  investigators,
  lawText,
  legalBasis,
  optionalRange,
  pastOnly,
  pastOrThreeMonths,
  subscriberBasis,
  threeMonthsAhead,
} from './basis-patterns.ts';
import type { ChecklistKey, LegalBasis, PeriodRule } from './rule-set.ts';

/** Authorities outside Germany: European Production Order, or mutual legal assistance. */

const regulation = 'https://eur-lex.europa.eu/eli/reg/2023/1543/oj';

/** Art. 4: subscriber data may be ordered by a prosecutor, traffic and content data by a judge or court. */
const epoc: readonly LegalBasis[] = [
  subscriberBasis({
    key: 'epoc_subscriber_data',
    citation: 'Art. 4 Abs. 1, Art. 5 VO (EU) 2023/1543',
    agencyKinds: investigators,
    purpose: 'crime',
    origins: ['eu'],
    route: 'epoc',
    byIpAddress: 'yes',
    orderedBy: ['court', 'prosecution'],
    judicialOrderAttached: true,
    emergency: epocThenValidation,
    sources: [regulation],
  }),
  legalBasis({
    key: 'epoc_traffic_data',
    citation: 'Art. 4 Abs. 2, Art. 5 VO (EU) 2023/1543',
    categories: ['traffic_data'],
    agencyKinds: investigators,
    purpose: 'crime',
    origins: ['eu'],
    route: 'epoc',
    period: pastOnly,
    orderMustState: ['order_states_identifier', 'order_states_data_and_period'],
    toConfirm: ['period'],
    sources: [regulation],
  }),
  legalBasis({
    key: 'epoc_content_data',
    citation: 'Art. 4 Abs. 2, Art. 5 VO (EU) 2023/1543',
    categories: ['mailbox_seizure'],
    agencyKinds: investigators,
    purpose: 'crime',
    origins: ['eu'],
    route: 'epoc',
    period: optionalRange,
    orderMustState: contentOfSeizureOrder,
    sources: [regulation],
  }),
];

/** The German authority that grants the assistance orders by German law; its order is attached. */
function mutualAssistance(
  category: Category,
  period: PeriodRule,
  orderMustState: readonly ChecklistKey[],
): LegalBasis {
  return legalBasis({
    key: `irg_${category}`,
    citation: '§§ 59 ff. IRG',
    categories: [category],
    agencyKinds: investigators,
    purpose: 'mutual_assistance',
    origins: ['eu', 'third'],
    route: 'mutual_legal_assistance',
    byIpAddress: 'look',
    orderedBy: category === 'subscriber_data' ? ['court', 'prosecution', 'authority'] : ['court'],
    period,
    orderMustState,
    toConfirm: ['citation', 'ordered_by', 'by_ip_address'],
    sources: [lawText('irg/__59')],
  });
}

export const foreignBases: readonly LegalBasis[] = [
  ...epoc,
  mutualAssistance('subscriber_data', optionalRange, []),
  mutualAssistance('traffic_data', pastOrThreeMonths, contentOfTrafficOrder),
  mutualAssistance('mailbox_seizure', optionalRange, contentOfSeizureOrder),
  mutualAssistance('interception', threeMonthsAhead, contentOfOrder),
];
