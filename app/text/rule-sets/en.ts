import type { Catalogue } from '#app/text/catalogue.ts';
import type { de } from './de.ts';

const policeLaw = (name: string) => ({
  title: name,
  explanation: 'To avert dangers. State the exact provision; a search by IP address is checked separately.',
});
const exactProvision = 'State the exact provision.';
const notOnTheList = 'If your provision is not on the list, name it. A person will check it.';
const counterTerrorism = 'To avert dangers of international terrorism.';
const germanCourt = 'With the order of a German court.';

export const en: Catalogue<typeof de> = {
  versions: { 'de-2026': { name: 'German law as of November 2026' } },
  unconfirmedNotice:
    'These rules have not yet been confirmed by the provider’s lawyer. They are no legal advice.',
  toConfirmLabel: 'Yet to be confirmed by the lawyer',
  toConfirm: {
    citation: 'exact citation',
    agency_kinds: 'which authorities may rely on it',
    by_ip_address: 'search by IP address',
    ordered_by: 'who may order',
    emergency: 'rules for emergencies',
    period: 'period allowed',
    order_age: 'how old the order may be',
  },
  laender: {
    BW: 'Baden-Württemberg',
    BY: 'Bavaria',
    BE: 'Berlin',
    BB: 'Brandenburg',
    HB: 'Bremen',
    HH: 'Hamburg',
    HE: 'Hesse',
    MV: 'Mecklenburg-Western Pomerania',
    NI: 'Lower Saxony',
    NW: 'North Rhine-Westphalia',
    RP: 'Rhineland-Palatinate',
    SL: 'Saarland',
    SN: 'Saxony',
    ST: 'Saxony-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thuringia',
  },
  bases: {
    stpo_100j_1: {
      title: 'Subscriber data about a crime',
      explanation: 'If you know an address, a name, a customer number or a payment.',
    },
    stpo_100j_2: {
      title: 'Subscriber data about a crime by IP address',
      explanation: 'If you know an IP address with the exact time.',
    },
    tdddg_22: {
      title: 'Subscriber data of a digital service about a crime',
      explanation: 'If it is not about e-mail but about another service of the provider.',
    },
    owig_46: {
      title: 'Subscriber data about a regulatory offence',
      explanation: 'Searching by IP address is not possible.',
    },
    polg_bw: policeLaw('Police act of Baden-Württemberg'),
    pag_by: policeLaw('Police act of Bavaria'),
    asog_be: policeLaw('Security and order act of Berlin'),
    bbgpolg: policeLaw('Police act of Brandenburg'),
    brempolg: policeLaw('Police act of Bremen'),
    hmbpoldvg: policeLaw('Police data processing act of Hamburg'),
    hsog: policeLaw('Security and order act of Hesse'),
    sog_mv: policeLaw('Security and order act of Mecklenburg-Western Pomerania'),
    npog: policeLaw('Police act of Lower Saxony'),
    polg_nrw: policeLaw('Police act of North Rhine-Westphalia'),
    pog_rp: policeLaw('Police act of Rhineland-Palatinate'),
    spoldvg: policeLaw('Police data processing act of Saarland'),
    saechspvdg: policeLaw('Police act of Saxony'),
    sog_lsa: policeLaw('Security and order act of Saxony-Anhalt'),
    lvwg_sh: policeLaw('Administration act of Schleswig-Holstein'),
    pag_th: policeLaw('Police act of Thuringia'),
    bpolg: policeLaw('Federal police act'),
    bkag_10: {
      title: 'Federal Criminal Police Office as central agency',
      explanation:
        'For the Federal Criminal Police Office only. A search by IP address is checked separately.',
    },
    bkag_40: {
      title: 'Federal Criminal Police Office: averting dangers of international terrorism',
      explanation:
        'For the Federal Criminal Police Office only. A search by IP address is checked separately.',
    },
    zfdg: {
      title: 'Customs investigation service act',
      explanation: `For the customs criminal office and the customs investigation offices. ${exactProvision}`,
    },
    bverfschg_8d: {
      title: 'Subscriber data for the protection of the constitution',
      explanation: 'For the federal office.',
    },
    lverfschg: {
      title: 'Constitution protection act of a Land',
      explanation: 'For the offices of the Länder. State the law and the exact provision.',
    },
    madg: { title: 'Military counter-intelligence act', explanation: exactProvision },
    bndg: { title: 'Federal intelligence service act', explanation: exactProvision },
    bsig: {
      title: 'Federal information security office act',
      explanation: `For the BSI. ${exactProvision}`,
    },
    other_subscriber_data: { title: 'Other legal basis', explanation: notOnTheList },
    stpo_100g_1: {
      title: 'Traffic data about a crime',
      explanation: 'With a court order, in emergencies with the prosecutor’s order.',
    },
    bkag_52: { title: 'Traffic data for the Federal Criminal Police Office', explanation: counterTerrorism },
    bverfschg_8a: {
      title: 'Traffic data for the protection of the constitution',
      explanation: 'With the order of the body competent for it.',
    },
    other_traffic_data: {
      title: 'Other legal basis',
      explanation: 'For instance the police act of a Land. A person will check it.',
    },
    stpo_94_95_98: {
      title: 'Seizure of stored e-mails',
      explanation: 'With a court order. For secrecy, § 95a StPO as well.',
    },
    stpo_99_100: {
      title: 'Seizure of post',
      explanation: 'With a court order, in emergencies with the prosecutor’s order.',
    },
    other_mailbox_seizure: { title: 'Other legal basis', explanation: notOnTheList },
    stpo_100a: {
      title: 'Interception about a serious crime',
      explanation: 'With a court order, in emergencies with the prosecutor’s order.',
    },
    bkag_51: { title: 'Interception by the Federal Criminal Police Office', explanation: counterTerrorism },
    g10_3: {
      title: 'Restriction under the Article 10 act',
      explanation: 'With the order of the competent ministry.',
    },
    other_interception: {
      title: 'Other legal basis',
      explanation: 'For instance the police act of a Land. A person will check it.',
    },
    epoc_subscriber_data: {
      title: 'European Production Order: subscriber data',
      explanation: 'Issued or validated by a court or a prosecutor.',
    },
    epoc_traffic_data: {
      title: 'European Production Order: traffic data',
      explanation: 'Issued or validated by a court. Only data already stored.',
    },
    epoc_content_data: {
      title: 'European Production Order: stored e-mails',
      explanation: 'Issued or validated by a court.',
    },
    irg_subscriber_data: {
      title: 'Mutual legal assistance: subscriber data',
      explanation: 'The German authority has granted the assistance.',
    },
    irg_traffic_data: { title: 'Mutual legal assistance: traffic data', explanation: germanCourt },
    irg_mailbox_seizure: { title: 'Mutual legal assistance: stored e-mails', explanation: germanCourt },
    irg_interception: { title: 'Mutual legal assistance: interception', explanation: germanCourt },
  },
};
