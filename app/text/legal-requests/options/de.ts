import type { Answers, FieldKey } from '#app/legal-requests/form-answers.ts';
import type {
  AgencyKind,
  AttachmentKind,
  Channel,
  OrderingBodyKind,
  Priority,
  Purpose,
  Role,
  SubscriberDataKind,
  TrafficDataKind,
  ForeignRoute,
} from '#app/legal-requests/legal-request-values.ts';
import type { timeZones as offeredTimeZones } from '#app/legal-requests/wall-time.ts';

type OptionText = { label: string; hint: string };
type Options<Value extends string> = Record<Exclude<Value, ''>, OptionText>;

/** The choices of radio buttons, check boxes and lists, by field. */
export const options = {
  foreignRoute: {
    epoc: {
      label: 'Europäische Herausgabeanordnung (EPOC)',
      hint: 'Verordnung (EU) 2023/1543. Die Anordnung fügen Sie als Anlage bei.',
    },
    mutual_legal_assistance: {
      label: 'Rechtshilfe',
      hint: 'Eine deutsche Behörde hat die Rechtshilfe bewilligt. Die Bewilligung fügen Sie als Anlage bei.',
    },
  } satisfies Options<ForeignRoute>,
  priority: {
    normal: { label: 'Normal', hint: 'Wir sehen das Ersuchen innerhalb eines Arbeitstages an.' },
    emergency: {
      label: 'Eilfall (Gefahr im Verzug)',
      hint: 'Nur bei Gefahr für Leib, Leben oder Freiheit oder wenn sonst Beweise verloren gehen.',
    },
  } satisfies Options<Priority>,
  measureKind: {
    new: { label: 'Neue Überwachung', hint: '' },
    extension: { label: 'Verlängerung', hint: 'Um höchstens drei Monate, mit neuer Anordnung.' },
    early_termination: { label: 'Vorzeitige Beendigung', hint: 'Die Voraussetzungen sind weggefallen.' },
  } satisfies Options<Answers['measureKind']>,
  orderingBodyKind: {
    court: { label: 'Gericht', hint: '' },
    prosecution: { label: 'Staatsanwaltschaft', hint: '' },
    authority: { label: 'Behörde', hint: 'Ihre eigene oder eine andere zuständige Behörde.' },
    ministry: { label: 'Ministerium', hint: 'Bei Anordnungen nach dem G10.' },
  } satisfies Options<OrderingBodyKind>,
  asOf: {
    now: { label: 'Aktueller Stand', hint: 'Die Daten am Tag der Auskunft.' },
    at_time: { label: 'Stand zu einem bestimmten Zeitpunkt', hint: 'Zum Beispiel zur Tatzeit.' },
  } satisfies Options<Answers['asOf']>,
  periodDirection: {
    past: { label: 'Vergangenheit', hint: 'Was bereits gespeichert ist.' },
    future: { label: 'Zukunft', hint: 'Höchstens drei Monate.' },
    past_and_future: { label: 'Vergangenheit und Zukunft', hint: 'Der künftige Teil höchstens drei Monate.' },
  } satisfies Options<Answers['periodDirection']>,
  mailRange: {
    all: { label: 'Alle E-Mails', hint: '' },
    range: { label: 'Nur aus einem Zeitraum', hint: '' },
  } satisfies Options<Answers['mailRange']>,
  subscriberData: {
    name: { label: 'Name', hint: '' },
    address: { label: 'Anschrift', hint: '' },
    date_of_birth: { label: 'Geburtsdatum', hint: '' },
    telephone: { label: 'Telefonnummer', hint: '' },
    contract: { label: 'Vertrags- und Tarifdaten', hint: 'Beginn, Ende, gebuchter Tarif.' },
    payment: { label: 'Zahlungsdaten', hint: 'Zahlungsart und Bankverbindung, soweit gespeichert.' },
    other_addresses: {
      label: 'Weitere Adressen derselben Kundin oder desselben Kunden',
      hint: 'Auch Aliasse.',
    },
    login_ip_addresses: {
      label: 'IP-Adressen von Anmeldungen',
      hint: 'Das sind Verkehrsdaten. Stellen Sie dafür ein eigenes Ersuchen mit richterlichem Beschluss (§ 100g StPO).',
    },
    passwords: {
      label: 'Passwörter und andere Zugangsdaten',
      hint: 'Über dieses Formular nicht möglich: Nötig ist eine gerichtliche Anordnung (§ 23 TDDDG, § 100j Abs. 1 S. 2–3 StPO).',
    },
  } satisfies Options<SubscriberDataKind>,
  trafficData: {
    logins: { label: 'Anmeldungen', hint: 'Zeit und IP-Adresse.' },
    sent: { label: 'Gesendete Nachrichten', hint: 'Zeit, Empfangsadressen, IP-Adresse, Größe.' },
    received: { label: 'Empfangene Nachrichten', hint: 'Zeit, Absenderadresse, Größe.' },
  } satisfies Options<TrafficDataKind>,
  partialAnswers: {
    once: { label: 'Einmal am Ende', hint: '' },
    daily: { label: 'Täglich', hint: '' },
    weekly: { label: 'Wöchentlich', hint: '' },
    monthly: { label: 'Monatlich', hint: '' },
  } satisfies Options<Answers['partialAnswers']>,
  folders: {
    all: { label: 'Alle Ordner', hint: '' },
    some: { label: 'Bestimmte Ordner', hint: '' },
  } satisfies Options<Answers['folders']>,
  secrecyOrder: {
    no: { label: 'Nein', hint: 'Die betroffene Person darf benachrichtigt werden.' },
    yes: { label: 'Ja, es gibt eine Anordnung nach § 95a StPO', hint: 'Fügen Sie sie als Anlage bei.' },
  } satisfies Options<Answers['secrecyOrder']>,
  nonDisclosure: {
    no: { label: 'Nein', hint: 'Die gesetzliche Pflicht zum Stillschweigen gilt trotzdem.' },
    until: { label: 'Ja, bis zu einem bestimmten Tag', hint: '' },
  } satisfies Options<Answers['nonDisclosure']>,
} satisfies Partial<Record<FieldKey, Record<string, OptionText>>>;

export const attachmentKinds = {
  judicial_order: {
    label: 'Beschluss oder Anordnung',
    hint: 'Von Gericht, Staatsanwaltschaft oder Ministerium; auch Eilanordnung, Bestätigung, EPOC oder Mitteilung über das Ende einer Maßnahme.',
  },
  request_letter: { label: 'Anschreiben', hint: 'Das Ersuchen Ihrer Behörde mit Unterschrift.' },
  other: { label: 'Anderes', hint: '' },
} satisfies Record<AttachmentKind, OptionText>;

export const agencyKinds = {
  police: 'Polizei',
  prosecution: 'Staatsanwaltschaft',
  customs: 'Zoll',
  constitution_protection: 'Verfassungsschutz',
  intelligence: 'Nachrichtendienst (BND, MAD)',
  regulatory: 'Bußgeld- oder Aufsichtsbehörde',
  other: 'Andere Behörde',
} satisfies Record<AgencyKind, string>;

export const roles = {
  investigator: 'Sachbearbeitung',
  lead: 'Leitung der Dienststelle',
  clerk: 'Geschäftsstelle',
  dpo: 'Datenschutz',
  counsel: 'Rechtsabteilung',
  admin: 'Administration',
  auditor: 'Revision',
} satisfies Record<Role, string>;

export const channels = {
  portal: 'Dieses Portal',
  esb_mail: 'Verschlüsselte E-Mail (E-Mail-ESB)',
  post: 'Briefpost',
  plain_mail: 'Unverschlüsselte E-Mail (unzulässig)',
  fax: 'Fax (unzulässig)',
  hi1: 'Maschinelle Schnittstelle (HI1)',
} satisfies Record<Channel, string>;

export const purposes = {
  crime: 'Verfolgung von Straftaten',
  regulatory_offence: 'Verfolgung von Ordnungswidrigkeiten',
  danger: 'Abwehr von Gefahren',
  constitution_protection: 'Schutz der Verfassung',
  intelligence: 'Nachrichtendienstliche Aufgaben',
  mutual_assistance: 'Rechtshilfe',
  other: 'Anderer Zweck',
} satisfies Record<Purpose, string>;

export const timeZones = {
  'Europe/Berlin': 'Deutsche Zeit (Berlin)',
  UTC: 'Weltzeit (UTC)',
  'Europe/London': 'London',
  'Europe/Paris': 'Paris',
  'Europe/Vienna': 'Wien',
  'Europe/Warsaw': 'Warschau',
  'Europe/Athens': 'Athen',
  'Europe/Istanbul': 'Istanbul',
  'Europe/Moscow': 'Moskau',
  'America/New_York': 'New York',
  'America/Chicago': 'Chicago',
  'America/Denver': 'Denver',
  'America/Los_Angeles': 'Los Angeles',
  'Asia/Dubai': 'Dubai',
  'Asia/Kolkata': 'Indien',
  'Asia/Shanghai': 'Shanghai',
  'Asia/Tokyo': 'Tokio',
  'Australia/Sydney': 'Sydney',
} satisfies Record<(typeof offeredTimeZones)[number], string>;
