import type { ForeignNotice } from '#app/legal-requests/foreign-authorities.ts';
import type { Category } from '#app/legal-requests/legal-request-values.ts';

type CategoryText = {
  name: string;
  /** In half a sentence, for choosing. */
  short: string;
  description: string;
  /** What the answer can hold. */
  contains: string;
  legalBases: string;
  whoMayOrder: string;
  attach: string;
  duration: string;
  notIncluded: string;
};

export const categories = {
  subscriber_data: {
    name: 'Bestandsdaten',
    short: 'Wer ist die Kundin oder der Kunde?',
    description:
      'Angaben, die für den Vertrag gespeichert sind. Sie brauchen dafür keinen richterlichen Beschluss, aber eine Rechtsgrundlage, die Ihre Behörde zur Abfrage berechtigt.',
    contains:
      'Name, Anschrift, Geburtsdatum, Telefonnummer, Vertrags- und Tarifdaten, Zahlungsdaten, weitere Adressen derselben Kundin oder desselben Kunden – soweit sie vorhanden sind.',
    legalBases:
      'Für Straftaten: § 100j Abs. 1 S. 1 StPO mit § 174 TKG. Suchen Sie über eine IP-Adresse und einen Zeitpunkt: § 100j Abs. 2 StPO. Zur Gefahrenabwehr: das Polizeigesetz Ihres Landes oder das BKAG. Für Verfassungsschutz, MAD und BND: das jeweilige Fachgesetz.',
    whoMayOrder: 'Die Behörde selbst oder die Staatsanwaltschaft. Ein Gericht muss nicht entscheiden.',
    attach: 'Nichts. Ein Anschreiben können Sie beifügen, nötig ist es nicht.',
    duration:
      'Wir sehen Ihr Ersuchen innerhalb eines Arbeitstages an, in Eilfällen innerhalb von 6 Stunden rund um die Uhr.',
    notIncluded:
      'Passwörter und andere Zugangsdaten (§ 23 TDDDG) und IP-Adressen von Anmeldungen. Für IP-Adressen stellen Sie ein Ersuchen um Verkehrsdaten.',
  },
  traffic_data: {
    name: 'Verkehrsdaten',
    short: 'Wann wurde das Postfach von wo aus benutzt?',
    description:
      'Angaben darüber, wann und von welcher IP-Adresse aus ein Postfach benutzt wurde und mit wem Nachrichten ausgetauscht wurden – ohne deren Inhalt.',
    contains:
      'IP-Adressen und Zeiten von Anmeldungen, Zeiten und Adressen gesendeter und empfangener Nachrichten, Datenmengen.',
    legalBases:
      '§ 100g Abs. 1 StPO mit §§ 9, 12 TDDDG und § 101a StPO; § 52 BKAG; § 8a Abs. 1 Nr. 4 BVerfSchG.',
    whoMayOrder:
      'Das Gericht auf Antrag der Staatsanwaltschaft. Bei Gefahr im Verzug die Staatsanwaltschaft; ihre Anordnung tritt außer Kraft, wenn das Gericht sie nicht binnen drei Werktagen bestätigt.',
    attach: 'Der vollständige Beschluss, in Eilfällen die Eilanordnung.',
    duration:
      'Wir sehen Ihr Ersuchen innerhalb eines Arbeitstages an, in Eilfällen innerhalb von 6 Stunden rund um die Uhr.',
    notIncluded:
      'Inhalte von Nachrichten. E-Mail-Dienste müssen Verkehrsdaten nicht auf Vorrat speichern (§§ 175, 176 TKG). „Keine Daten vorhanden“ ist deshalb eine mögliche und rechtmäßige Antwort.',
  },
  mailbox_seizure: {
    name: 'Postfachbeschlagnahme',
    short: 'Welche E-Mails liegen jetzt im Postfach?',
    description:
      'Eine Kopie der gespeicherten E-Mails eines Postfachs, so wie es bei der Ausführung des Beschlusses aussieht. Spätere Nachrichten gehören nicht dazu.',
    contains: 'Alle gespeicherten E-Mails oder die aus bestimmten Ordnern oder einem bestimmten Zeitraum.',
    legalBases: '§§ 94, 95, 98 StPO; soll die betroffene Person nichts erfahren, zusätzlich § 95a StPO.',
    whoMayOrder:
      'Das Gericht. Bei Gefahr im Verzug auch die Staatsanwaltschaft oder ihre Ermittlungspersonen; die gerichtliche Bestätigung ist binnen drei Tagen zu beantragen.',
    attach: 'Der vollständige Beschluss, in Eilfällen die Eilanordnung und später die Bestätigung.',
    duration:
      'Wir sehen Ihr Ersuchen innerhalb eines Arbeitstages an, in Eilfällen innerhalb von 6 Stunden rund um die Uhr.',
    notIncluded:
      'Nachrichten, die nach der Ausführung eintreffen. Dafür stellen Sie ein Ersuchen um Überwachung der Telekommunikation.',
  },
  interception: {
    name: 'Telekommunikationsüberwachung (TKÜ)',
    short: 'Was wird in nächster Zeit gesendet und empfangen?',
    description:
      'Ab einem Zeitpunkt werden alle ein- und ausgehenden E-Mails und das gesamte Postfach für höchstens drei Monate ausgeleitet. Eine Verlängerung um jeweils höchstens drei Monate ist möglich.',
    contains: 'Alle ein- und ausgehenden Nachrichten und den Inhalt des Postfachs im angeordneten Zeitraum.',
    legalBases: '§§ 100a, 100e StPO; § 51 BKAG; §§ 3, 9, 10 G10.',
    whoMayOrder:
      'Das Gericht auf Antrag der Staatsanwaltschaft, nach dem G10 das zuständige Ministerium. Bei Gefahr im Verzug die Staatsanwaltschaft; ihre Anordnung tritt außer Kraft, wenn das Gericht sie nicht binnen drei Werktagen bestätigt.',
    attach:
      'Die vollständige Anordnung mit Beginn und Ende. Wollen Sie eine Maßnahme vorzeitig beenden, fügen Sie die Mitteilung darüber bei.',
    duration:
      'Wir sehen Ihr Ersuchen innerhalb eines Arbeitstages an, in Eilfällen innerhalb von 6 Stunden rund um die Uhr. Vor dem Ende der Maßnahme erinnern wir Sie 14 und 3 Tage vorher.',
    notIncluded: 'Zeiträume in der Vergangenheit. Dafür gibt es Verkehrsdaten und die Postfachbeschlagnahme.',
  },
} satisfies Record<Category, CategoryText>;

/** Shown to authorities outside Germany before they begin. */
export const foreignNotices = {
  eu: {
    title: 'Für Behörden der Europäischen Union',
    text: 'Nutzen Sie die Europäische Herausgabeanordnung (EPOC) nach der Verordnung (EU) 2023/1543 über das dafür vorgesehene System Ihres Landes oder die Rechtshilfe. Über diese Seite nehmen wir Ihr Ersuchen nur an, wenn einer dieser Wege bereits beschritten ist und Sie ihn nachweisen. Die Antwortfrist beträgt nach der Verordnung 10 Tage, im Notfall 8 Stunden. Eine Überwachung künftiger Nachrichten ist nur über die Rechtshilfe möglich.',
  },
  eu_without_epoc: {
    title: 'Für Behörden aus Dänemark',
    text: 'Dänemark nimmt an der Verordnung (EU) 2023/1543 nicht teil. Bitte stellen Sie ein Rechtshilfeersuchen. Über diese Seite nehmen wir Ihr Ersuchen nur an, wenn die zuständige deutsche Behörde die Rechtshilfe bewilligt hat und Sie das nachweisen.',
  },
  third: {
    title: 'Für Behörden außerhalb der Europäischen Union',
    text: 'Bitte stellen Sie ein Rechtshilfeersuchen über Ihre zuständige Stelle. Direkte Ersuchen müssen wir zurückweisen. Über diese Seite nehmen wir Ihr Ersuchen nur an, wenn die zuständige deutsche Behörde die Rechtshilfe bewilligt hat und Sie das nachweisen.',
  },
} satisfies Record<ForeignNotice, { title: string; text: string }>;
