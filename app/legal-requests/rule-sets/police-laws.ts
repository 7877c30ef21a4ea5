import type { Land } from '#app/legal-requests/legal-request-values.ts';
import { lawText, subscriberBasis } from './basis-patterns.ts';
import type { LegalBasis } from './rule-set.ts';

/**
 * The police laws of the Länder and of the federation for averting dangers. Their paragraphs change often and differ
 * from one another, so that the author states the paragraph; the provider's lawyer may enter them here.
 */
const laws: readonly { key: string; citation: string; land: Land | null; source?: string }[] = [
  { key: 'polg_bw', citation: 'PolG BW', land: 'BW' },
  { key: 'pag_by', citation: 'PAG (Bayern)', land: 'BY' },
  { key: 'asog_be', citation: 'ASOG Bln', land: 'BE' },
  { key: 'bbgpolg', citation: 'BbgPolG', land: 'BB' },
  { key: 'brempolg', citation: 'BremPolG', land: 'HB' },
  { key: 'hmbpoldvg', citation: 'HmbPolDVG', land: 'HH' },
  { key: 'hsog', citation: 'HSOG', land: 'HE' },
  { key: 'sog_mv', citation: 'SOG M-V', land: 'MV' },
  { key: 'npog', citation: 'NPOG', land: 'NI' },
  { key: 'polg_nrw', citation: 'PolG NRW', land: 'NW' },
  { key: 'pog_rp', citation: 'POG RLP', land: 'RP' },
  { key: 'spoldvg', citation: 'SPolDVG', land: 'SL' },
  { key: 'saechspvdg', citation: 'SächsPVDG', land: 'SN' },
  { key: 'sog_lsa', citation: 'SOG LSA', land: 'ST' },
  { key: 'lvwg_sh', citation: 'LVwG SH', land: 'SH' },
  { key: 'pag_th', citation: 'PAG (Thüringen)', land: 'TH' },
  { key: 'bpolg', citation: 'BPolG', land: null, source: lawText('bpolg_1994/index') },
];

export const policeLaws: readonly LegalBasis[] = laws.map(({ key, citation, land, source }) =>
  subscriberBasis({
    key,
    citation: `${citation} i. V. m. § 174 Abs. 3 TKG`,
    agencyKinds: ['police'],
    purpose: 'danger',
    land,
    byIpAddress: 'look',
    orderedBy: ['authority'],
    paragraphStatedByAuthor: true,
    toConfirm: ['citation', 'by_ip_address'],
    sources: [lawText('tkg_2021/__174'), ...(source ? [source] : [])],
  }),
);
