import type { Catalogue } from '#app/text/catalogue.ts';
import type { de } from './de.ts';

const policeLaw = (name: string) => ({
  title: name,
  explanation:
    'Pour prévenir un danger. Indiquez la disposition exacte ; une recherche par adresse IP est vérifiée à part.',
});
const exactProvision = 'Indiquez la disposition exacte.';
const notOnTheList = 'Si votre disposition n’est pas dans la liste, nommez-la. Une personne la vérifiera.';
const counterTerrorism = 'Pour prévenir des dangers du terrorisme international.';
const germanCourt = 'Avec l’ordonnance d’un tribunal allemand.';

export const fr: Catalogue<typeof de> = {
  versions: { 'de-2026': { name: 'Droit allemand, état de novembre 2026' } },
  unconfirmedNotice:
    'Ces règles n’ont pas encore été confirmées par le service juridique du fournisseur. Elles ne remplacent pas un conseil juridique.',
  toConfirmLabel: 'Reste à confirmer par le service juridique',
  toConfirm: {
    citation: 'référence exacte',
    agency_kinds: 'quelles autorités peuvent s’y fonder',
    by_ip_address: 'recherche par adresse IP',
    ordered_by: 'qui peut ordonner',
    emergency: 'règles d’urgence',
    period: 'période permise',
    order_age: 'ancienneté permise de l’ordonnance',
  },
  laender: {
    BW: 'Bade-Wurtemberg',
    BY: 'Bavière',
    BE: 'Berlin',
    BB: 'Brandebourg',
    HB: 'Brême',
    HH: 'Hambourg',
    HE: 'Hesse',
    MV: 'Mecklembourg-Poméranie-Occidentale',
    NI: 'Basse-Saxe',
    NW: 'Rhénanie-du-Nord-Westphalie',
    RP: 'Rhénanie-Palatinat',
    SL: 'Sarre',
    SN: 'Saxe',
    ST: 'Saxe-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thuringe',
  },
  bases: {
    stpo_100j_1: {
      title: 'Données d’abonné pour une infraction pénale',
      explanation: 'Si vous connaissez une adresse, un nom, un numéro de client ou un paiement.',
    },
    stpo_100j_2: {
      title: 'Données d’abonné pour une infraction pénale par adresse IP',
      explanation: 'Si vous connaissez une adresse IP avec l’heure exacte.',
    },
    tdddg_22: {
      title: 'Données d’abonné d’un service numérique pour une infraction pénale',
      explanation: 'S’il ne s’agit pas de messagerie mais d’un autre service du fournisseur.',
    },
    owig_46: {
      title: 'Données d’abonné pour une infraction administrative',
      explanation: 'La recherche par adresse IP n’est pas possible.',
    },
    polg_bw: policeLaw('Loi de police du Bade-Wurtemberg'),
    pag_by: policeLaw('Loi de police de la Bavière'),
    asog_be: policeLaw('Loi de sécurité et d’ordre de Berlin'),
    bbgpolg: policeLaw('Loi de police du Brandebourg'),
    brempolg: policeLaw('Loi de police de Brême'),
    hmbpoldvg: policeLaw('Loi sur le traitement des données de la police de Hambourg'),
    hsog: policeLaw('Loi de sécurité et d’ordre de la Hesse'),
    sog_mv: policeLaw('Loi de sécurité et d’ordre du Mecklembourg-Poméranie-Occidentale'),
    npog: policeLaw('Loi de police de la Basse-Saxe'),
    polg_nrw: policeLaw('Loi de police de la Rhénanie-du-Nord-Westphalie'),
    pog_rp: policeLaw('Loi de police de la Rhénanie-Palatinat'),
    spoldvg: policeLaw('Loi sur le traitement des données de la police de la Sarre'),
    saechspvdg: policeLaw('Loi de police de la Saxe'),
    sog_lsa: policeLaw('Loi de sécurité et d’ordre de la Saxe-Anhalt'),
    lvwg_sh: policeLaw('Loi administrative du Schleswig-Holstein'),
    pag_th: policeLaw('Loi de police de la Thuringe'),
    bpolg: policeLaw('Loi sur la police fédérale'),
    bkag_10: {
      title: 'Office fédéral de police criminelle comme office central',
      explanation:
        'Seulement pour l’Office fédéral de police criminelle. Une recherche par adresse IP est vérifiée à part.',
    },
    bkag_40: {
      title: 'Office fédéral de police criminelle : prévention du terrorisme international',
      explanation:
        'Seulement pour l’Office fédéral de police criminelle. Une recherche par adresse IP est vérifiée à part.',
    },
    zfdg: {
      title: 'Loi sur le service d’enquête des douanes',
      explanation: `Pour l’office criminel et les offices d’enquête des douanes. ${exactProvision}`,
    },
    bverfschg_8d: {
      title: 'Données d’abonné pour la protection de la Constitution',
      explanation: 'Pour l’office fédéral.',
    },
    lverfschg: {
      title: 'Loi d’un Land sur la protection de la Constitution',
      explanation: 'Pour les offices des Länder. Indiquez la loi et la disposition exacte.',
    },
    madg: { title: 'Loi sur le service de contre-espionnage militaire', explanation: exactProvision },
    bndg: { title: 'Loi sur le service fédéral de renseignement', explanation: exactProvision },
    bsig: {
      title: 'Loi sur l’office fédéral de la sécurité informatique',
      explanation: `Pour le BSI. ${exactProvision}`,
    },
    other_subscriber_data: { title: 'Autre base légale', explanation: notOnTheList },
    stpo_100g_1: {
      title: 'Données relatives au trafic pour une infraction pénale',
      explanation: 'Avec une ordonnance du tribunal, en cas d’urgence du parquet.',
    },
    bkag_52: {
      title: 'Données relatives au trafic pour l’Office fédéral de police criminelle',
      explanation: counterTerrorism,
    },
    bverfschg_8a: {
      title: 'Données relatives au trafic pour la protection de la Constitution',
      explanation: 'Avec l’ordonnance de l’autorité compétente.',
    },
    other_traffic_data: {
      title: 'Autre base légale',
      explanation: 'Par exemple la loi de police d’un Land. Une personne la vérifiera.',
    },
    stpo_94_95_98: {
      title: 'Saisie de messages conservés',
      explanation: 'Avec une ordonnance du tribunal. Pour le secret, aussi § 95a StPO.',
    },
    stpo_99_100: {
      title: 'Saisie de courrier',
      explanation: 'Avec une ordonnance du tribunal, en cas d’urgence du parquet.',
    },
    other_mailbox_seizure: { title: 'Autre base légale', explanation: notOnTheList },
    stpo_100a: {
      title: 'Interception pour une infraction grave',
      explanation: 'Avec une ordonnance du tribunal, en cas d’urgence du parquet.',
    },
    bkag_51: {
      title: 'Interception par l’Office fédéral de police criminelle',
      explanation: counterTerrorism,
    },
    g10_3: {
      title: 'Restriction selon la loi sur l’article 10',
      explanation: 'Avec l’ordonnance du ministère compétent.',
    },
    other_interception: {
      title: 'Autre base légale',
      explanation: 'Par exemple la loi de police d’un Land. Une personne la vérifiera.',
    },
    epoc_subscriber_data: {
      title: 'Injonction européenne de production : données d’abonné',
      explanation: 'Émise ou validée par un tribunal ou un parquet.',
    },
    epoc_traffic_data: {
      title: 'Injonction européenne de production : données relatives au trafic',
      explanation: 'Émise ou validée par un tribunal. Seulement des données déjà conservées.',
    },
    epoc_content_data: {
      title: 'Injonction européenne de production : messages conservés',
      explanation: 'Émise ou validée par un tribunal.',
    },
    irg_subscriber_data: {
      title: 'Entraide judiciaire : données d’abonné',
      explanation: 'L’autorité allemande a accordé l’entraide.',
    },
    irg_traffic_data: {
      title: 'Entraide judiciaire : données relatives au trafic',
      explanation: germanCourt,
    },
    irg_mailbox_seizure: {
      title: 'Entraide judiciaire : messages conservés',
      explanation: germanCourt,
    },
    irg_interception: { title: 'Entraide judiciaire : interception', explanation: germanCourt },
  },
};
