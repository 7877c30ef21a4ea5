import type { Land } from '#app/legal-requests/legal-request-values.ts';
import type { Unconfirmed } from '#app/legal-requests/rule-sets/rule-set.ts';

const policeLaw = (name: string) => ({
  title: name,
  explanation:
    'Zur Abwehr von Gefahren. Nennen Sie die genaue Vorschrift; eine Suche über eine IP-Adresse wird eigens geprüft.',
});

/** Names and explanations of the legal bases; the citations themselves stand in the rule set and are not translated. */
export const de = {
  versions: {
    'de-2026': { name: 'Deutsches Recht, Stand November 2026' },
  },
  unconfirmedNotice:
    'Diese Regeln sind noch nicht von der Rechtsabteilung des Anbieters bestätigt. Sie ersetzen keine Rechtsberatung.',
  toConfirmLabel: 'Noch von der Rechtsabteilung zu bestätigen',
  toConfirm: {
    citation: 'genaue Fundstelle',
    agency_kinds: 'welche Behörden sich darauf stützen können',
    by_ip_address: 'Suche über eine IP-Adresse',
    ordered_by: 'wer anordnen darf',
    emergency: 'Regeln für Eilfälle',
    period: 'zulässiger Zeitraum',
    order_age: 'wie alt die Anordnung sein darf',
  } satisfies Record<Unconfirmed, string>,
  laender: {
    BW: 'Baden-Württemberg',
    BY: 'Bayern',
    BE: 'Berlin',
    BB: 'Brandenburg',
    HB: 'Bremen',
    HH: 'Hamburg',
    HE: 'Hessen',
    MV: 'Mecklenburg-Vorpommern',
    NI: 'Niedersachsen',
    NW: 'Nordrhein-Westfalen',
    RP: 'Rheinland-Pfalz',
    SL: 'Saarland',
    SN: 'Sachsen',
    ST: 'Sachsen-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thüringen',
  } satisfies Record<Land, string>,
  bases: {
    stpo_100j_1: {
      title: 'Bestandsdaten zu einer Straftat',
      explanation: 'Wenn Sie eine Adresse, einen Namen, eine Kundennummer oder eine Zahlung kennen.',
    },
    stpo_100j_2: {
      title: 'Bestandsdaten zu einer Straftat über eine IP-Adresse',
      explanation: 'Wenn Sie eine IP-Adresse mit genauem Zeitpunkt kennen.',
    },
    tdddg_22: {
      title: 'Bestandsdaten eines digitalen Dienstes zu einer Straftat',
      explanation: 'Wenn es nicht um E-Mail geht, sondern um einen anderen Dienst des Anbieters.',
    },
    owig_46: {
      title: 'Bestandsdaten zu einer Ordnungswidrigkeit',
      explanation: 'Nicht möglich ist die Suche über eine IP-Adresse.',
    },
    polg_bw: policeLaw('Polizeigesetz Baden-Württemberg'),
    pag_by: policeLaw('Polizeiaufgabengesetz Bayern'),
    asog_be: policeLaw('Allgemeines Sicherheits- und Ordnungsgesetz Berlin'),
    bbgpolg: policeLaw('Brandenburgisches Polizeigesetz'),
    brempolg: policeLaw('Bremisches Polizeigesetz'),
    hmbpoldvg: policeLaw('Gesetz über die Datenverarbeitung der Polizei Hamburg'),
    hsog: policeLaw('Hessisches Gesetz über die öffentliche Sicherheit und Ordnung'),
    sog_mv: policeLaw('Sicherheits- und Ordnungsgesetz Mecklenburg-Vorpommern'),
    npog: policeLaw('Niedersächsisches Polizei- und Ordnungsbehördengesetz'),
    polg_nrw: policeLaw('Polizeigesetz Nordrhein-Westfalen'),
    pog_rp: policeLaw('Polizei- und Ordnungsbehördengesetz Rheinland-Pfalz'),
    spoldvg: policeLaw(
      'Saarländisches Gesetz über die Verarbeitung personenbezogener Daten durch die Polizei',
    ),
    saechspvdg: policeLaw('Sächsisches Polizeivollzugsdienstgesetz'),
    sog_lsa: policeLaw('Gesetz über die öffentliche Sicherheit und Ordnung Sachsen-Anhalt'),
    lvwg_sh: policeLaw('Landesverwaltungsgesetz Schleswig-Holstein'),
    pag_th: policeLaw('Polizeiaufgabengesetz Thüringen'),
    bpolg: policeLaw('Bundespolizeigesetz'),
    bkag_10: {
      title: 'Bundeskriminalamt als Zentralstelle',
      explanation: 'Nur für das Bundeskriminalamt. Eine Suche über eine IP-Adresse wird eigens geprüft.',
    },
    bkag_40: {
      title: 'Bundeskriminalamt: Abwehr von Gefahren des internationalen Terrorismus',
      explanation: 'Nur für das Bundeskriminalamt. Eine Suche über eine IP-Adresse wird eigens geprüft.',
    },
    zfdg: {
      title: 'Zollfahndungsdienstgesetz',
      explanation: 'Für das Zollkriminalamt und die Zollfahndungsämter. Nennen Sie die genaue Vorschrift.',
    },
    bverfschg_8d: {
      title: 'Bestandsdaten für den Verfassungsschutz',
      explanation: 'Für das Bundesamt für Verfassungsschutz.',
    },
    lverfschg: {
      title: 'Verfassungsschutzgesetz eines Landes',
      explanation: 'Für die Verfassungsschutzbehörden der Länder. Nennen Sie Gesetz und genaue Vorschrift.',
    },
    madg: {
      title: 'Gesetz über den Militärischen Abschirmdienst',
      explanation: 'Nennen Sie die genaue Vorschrift.',
    },
    bndg: {
      title: 'Gesetz über den Bundesnachrichtendienst',
      explanation: 'Nennen Sie die genaue Vorschrift.',
    },
    bsig: {
      title: 'Gesetz über das Bundesamt für Sicherheit in der Informationstechnik',
      explanation: 'Für das BSI. Nennen Sie die genaue Vorschrift.',
    },
    other_subscriber_data: {
      title: 'Andere Rechtsgrundlage',
      explanation: 'Steht Ihre Vorschrift nicht in der Liste, nennen Sie sie. Eine Person prüft das.',
    },
    stpo_100g_1: {
      title: 'Verkehrsdaten zu einer Straftat',
      explanation: 'Mit Beschluss des Gerichts, in Eilfällen mit Anordnung der Staatsanwaltschaft.',
    },
    bkag_52: {
      title: 'Verkehrsdaten für das Bundeskriminalamt',
      explanation: 'Zur Abwehr von Gefahren des internationalen Terrorismus.',
    },
    bverfschg_8a: {
      title: 'Verkehrsdaten für den Verfassungsschutz',
      explanation: 'Mit Anordnung der dafür zuständigen Stelle.',
    },
    other_traffic_data: {
      title: 'Andere Rechtsgrundlage',
      explanation: 'Zum Beispiel das Polizeigesetz eines Landes. Eine Person prüft das.',
    },
    stpo_94_95_98: {
      title: 'Beschlagnahme gespeicherter E-Mails',
      explanation: 'Mit Beschluss des Gerichts. Für eine Geheimhaltung zusätzlich § 95a StPO.',
    },
    stpo_99_100: {
      title: 'Beschlagnahme von Post',
      explanation: 'Mit Beschluss des Gerichts, in Eilfällen mit Anordnung der Staatsanwaltschaft.',
    },
    other_mailbox_seizure: {
      title: 'Andere Rechtsgrundlage',
      explanation: 'Steht Ihre Vorschrift nicht in der Liste, nennen Sie sie. Eine Person prüft das.',
    },
    stpo_100a: {
      title: 'Überwachung zu einer schweren Straftat',
      explanation: 'Mit Beschluss des Gerichts, in Eilfällen mit Anordnung der Staatsanwaltschaft.',
    },
    bkag_51: {
      title: 'Überwachung durch das Bundeskriminalamt',
      explanation: 'Zur Abwehr von Gefahren des internationalen Terrorismus.',
    },
    g10_3: {
      title: 'Beschränkung nach dem Artikel-10-Gesetz',
      explanation: 'Mit Anordnung des zuständigen Ministeriums.',
    },
    other_interception: {
      title: 'Andere Rechtsgrundlage',
      explanation: 'Zum Beispiel das Polizeigesetz eines Landes. Eine Person prüft das.',
    },
    epoc_subscriber_data: {
      title: 'Europäische Herausgabeanordnung: Bestandsdaten',
      explanation: 'Von Gericht oder Staatsanwaltschaft erlassen oder bestätigt.',
    },
    epoc_traffic_data: {
      title: 'Europäische Herausgabeanordnung: Verkehrsdaten',
      explanation: 'Von einem Gericht erlassen oder bestätigt. Nur bereits gespeicherte Daten.',
    },
    epoc_content_data: {
      title: 'Europäische Herausgabeanordnung: gespeicherte E-Mails',
      explanation: 'Von einem Gericht erlassen oder bestätigt.',
    },
    irg_subscriber_data: {
      title: 'Rechtshilfe: Bestandsdaten',
      explanation: 'Die deutsche Behörde hat die Rechtshilfe bewilligt.',
    },
    irg_traffic_data: {
      title: 'Rechtshilfe: Verkehrsdaten',
      explanation: 'Mit dem Beschluss eines deutschen Gerichts.',
    },
    irg_mailbox_seizure: {
      title: 'Rechtshilfe: gespeicherte E-Mails',
      explanation: 'Mit dem Beschluss eines deutschen Gerichts.',
    },
    irg_interception: {
      title: 'Rechtshilfe: Überwachung',
      explanation: 'Mit dem Beschluss eines deutschen Gerichts.',
    },
  },
};
