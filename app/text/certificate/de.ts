import { categories } from '../legal-requests/categories/de.ts';

/** Words of the certificate of authenticity. The statement uses the words of courts: it is read there. */
export const de = {
  categories,
  title: 'Bescheinigung der Echtheit und Vollständigkeit',
  lead: (provider: string) => `ausgestellt von ${provider}`,
  facts: {
    heading: 'Ersuchen',
    provider: 'Anbieter',
    authority: 'Behörde',
    reference: 'Vorgangsnummer',
    fileNumber: 'Aktenzeichen der Behörde',
    category: 'Art des Ersuchens',
    legalBasis: 'Rechtsgrundlage',
    period: 'Zeitraum',
    noPeriod: 'kein Zeitraum angegeben',
    answer: 'Antwort',
    preparedBy: 'Erstellt von',
    preparedAt: 'Erstellt am',
  },
  from: (start: string) => `ab ${start}`,
  until: (end: string) => `bis ${end}`,
  answer: (number: string, isFinal: boolean) =>
    `Nr. ${number}, ${isFinal ? 'abschließend' : 'Teilantwort, weitere folgen'}`,
  targets: 'Kennungen und Ergebnis',
  outcomes: {
    delivered: 'Daten übermittelt',
    nothing_held: 'keine Daten vorhanden',
    already_deleted: 'Daten bereits gelöscht',
    refused_in_part: 'teilweise abgelehnt',
  },
  reason: 'Begründung',
  files: 'Übermittelte Dateien',
  noFiles: 'Mit dieser Antwort werden keine Dateien übermittelt.',
  size: (bytes: string) => `${bytes} Byte`,
  plaintextSha256: 'SHA-256 der Datei',
  ciphertextSha256: 'SHA-256 der verschlüsselten Datei',
  statement: {
    heading: 'Erklärung',
    withFiles: (provider: string) =>
      `Es wird bescheinigt, dass die oben aufgeführten Dateien den Datenbeständen von ${provider} entnommen wurden und die dort zum Zeitpunkt der Erhebung gespeicherten Daten zu den genannten Kennungen unverändert und vollständig wiedergeben, soweit das Ersuchen sie erfasst und nicht oben eine Ablehnung vermerkt ist.`,
    withoutFiles: (provider: string) =>
      `Es wird bescheinigt, dass die Datenbestände von ${provider} auf die oben genannten Kennungen hin überprüft wurden und das Ergebnis oben vollständig angegeben ist.`,
    check:
      'Ob eine Datei seit der Erstellung unverändert ist, zeigt der Vergleich ihrer Prüfsumme (SHA-256) mit der oben angegebenen.',
    signature:
      'Diese Bescheinigung ist Bestandteil einer Antwort, deren Verzeichnis mit dem Schlüssel des Anbieters elektronisch signiert ist. Sie wurde maschinell erstellt und ist ohne Unterschrift gültig.',
    fingerprint: 'Fingerabdruck des Schlüssels',
  },
  page: (page: string, pages: string) => `Seite ${page} von ${pages}`,
  day: (year: string, month: string, day: string) => `${day}.${month}.${year}`,
  moment: (day: string, time: string, utc: string) => `${day}, ${time} Uhr (Berlin; ${utc} UTC)`,
};
