import type { FieldErrorCode } from '#app/legal-requests/field-error-codes.ts';
import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import type { TargetKind } from '#app/legal-requests/legal-request-values.ts';
import type { SectionKey, Visibility } from '#app/legal-requests/sections.ts';
import type { targetRowErrorCodes } from '#app/legal-requests/targets-csv.ts';

export const sections = {
  authority_route: {
    title: 'Weg des Ersuchens',
    intro:
      'Ihre Behörde sitzt außerhalb Deutschlands. Sagen Sie uns, auf welchem Weg Ihr Ersuchen zulässig ist.',
  },
  procedure: {
    title: 'Aktenzeichen und Dringlichkeit',
    intro: 'Zu welchem Vorgang gehört das Ersuchen, und wie eilig ist es?',
  },
  measure: {
    title: 'Art der Maßnahme',
    intro: 'Beginnen, verlängern oder beenden Sie eine Überwachung?',
  },
  legal_basis: {
    title: 'Rechtsgrundlage',
    intro:
      'Ohne eine gesetzliche Vorschrift, die Ihre Behörde zur Abfrage berechtigt, dürfen wir nichts herausgeben (§ 174 Abs. 2 TKG). Sie sehen hier nur Vorschriften, die zu Ihrer Behörde und zur gewählten Datenart passen.',
  },
  order: {
    title: 'Anordnung',
    intro: 'Wer hat das Ersuchen oder die Maßnahme angeordnet, und wann?',
  },
  targets: {
    title: 'Gesuchte Kennungen',
    intro:
      'Um welche Adressen oder anderen Kennungen geht es? Mehrere können Sie einfügen oder als CSV-Datei laden.',
  },
  period: {
    title: 'Zeitraum',
    intro: 'Für welche Zeit brauchen Sie die Daten?',
  },
  data_wanted: {
    title: 'Gewünschte Daten',
    intro: 'Wählen Sie nur, was die Anordnung oder die Rechtsgrundlage deckt und was Sie brauchen.',
  },
  delivery: {
    title: 'Ausleitung',
    intro: 'Wohin sollen die überwachten Nachrichten geliefert werden?',
  },
  facts: {
    title: 'Sachverhalt',
    intro: 'Nur so viel, wie für die Prüfung nötig ist. Sie können diesen Abschnitt leer lassen.',
  },
  attachments: {
    title: 'Anlagen',
    intro:
      'Ihre Dateien werden auf diesem Gerät verschlüsselt, bevor sie übertragen werden. Auch Dateinamen sind danach für niemanden außer Ihrer Behörde und den Prüfenden lesbar.',
  },
  contact: {
    title: 'Ansprechperson',
    intro: 'Wen erreichen wir bei Rückfragen? Wir haben die Angaben aus Ihrem Konto eingetragen.',
  },
  confidentiality: {
    title: 'Vertraulichkeit',
    intro:
      'Über Ihr Ersuchen schweigen wir immer, auch gegenüber der betroffenen Person (§ 174 Abs. 6 TKG). Hier geben Sie an, ob es zusätzlich eine befristete Anordnung dazu gibt.',
  },
} satisfies Record<SectionKey, { title: string; intro: string }>;

type FieldText = { label: string; hint: string; example: string };

export const fields = {
  foreignRoute: {
    label: 'Auf welchem Weg stellen Sie das Ersuchen?',
    hint: 'Direkte Ersuchen ohne einen dieser Wege müssen wir zurückweisen.',
    example: '',
  },
  foreignRouteReference: {
    label: 'Aktenzeichen oder Nummer dieses Verfahrens',
    hint: 'Die Nummer der Herausgabeanordnung oder das Aktenzeichen der bewilligten Rechtshilfe.',
    example: 'EPOC-2026-FR-004711',
  },
  assistingAuthority: {
    label: 'Deutsche Behörde, die die Rechtshilfe leistet',
    hint: 'Meist eine Staatsanwaltschaft. Ihre Bewilligung oder Anordnung fügen Sie als Anlage bei.',
    example: 'Generalstaatsanwaltschaft Berlin',
  },
  fileNumber: {
    label: 'Aktenzeichen Ihrer Behörde',
    hint: 'Unter diesem Zeichen finden Sie das Ersuchen wieder. Es steht auch auf dem Empfangsbeleg. Bitte keine Namen eintragen.',
    example: '274 Js 1234/26',
  },
  priority: {
    label: 'Wie eilig ist das Ersuchen?',
    hint: 'Eilfälle sehen wir rund um die Uhr innerhalb von 6 Stunden an.',
    example: '',
  },
  emergencyReason: {
    label: 'Warum ist es ein Eilfall?',
    hint: 'Welche Gefahr droht, und warum kann nicht gewartet werden?',
    example: 'Suizidankündigung von heute Morgen, Aufenthaltsort unbekannt.',
  },
  emergencyConfirmationDue: {
    label: 'Bis wann ist die Eilanordnung zu bestätigen?',
    hint: 'Die Frist beginnt mit der Anordnung. Bei einer Anordnung der Staatsanwaltschaft nach § 100e StPO sind es drei Werktage. Laden Sie die Bestätigung nach, sobald Sie sie haben.',
    example: '12.03.2026',
  },
  measureKind: {
    label: 'Worum geht es?',
    hint: 'Eine Verlängerung oder Beendigung bezieht sich auf ein früheres Ersuchen in diesem Portal.',
    example: '',
  },
  earlierReference: {
    label: 'Nummer des früheren Ersuchens',
    hint: 'Sie steht auf dem Empfangsbeleg und beginnt mit AW.',
    example: 'AW-2026-000123',
  },
  legalBasis: {
    label: 'Auf welche Vorschrift stützen Sie das Ersuchen?',
    hint: 'Passt keine der Vorschriften, wählen Sie „Andere Rechtsgrundlage“. Das prüft dann eine Person.',
    example: '',
  },
  legalBasisParagraph: {
    label: 'Genaue Vorschrift',
    hint: 'Paragraf oder Artikel mit Absatz, Satz und Nummer in der geltenden Fassung.',
    example: '§ … Abs. … S. …',
  },
  legalBasisOther: {
    label: 'Welche Rechtsgrundlage, und warum?',
    hint: 'Nennen Sie Gesetz, Paragraf, Absatz und Satz und schreiben Sie in ein bis zwei Sätzen, warum die Vorschrift die Abfrage erlaubt.',
    example: '',
  },
  orderingBodyKind: {
    label: 'Wer hat angeordnet?',
    hint: 'Bei Bestandsdaten ist das meist Ihre eigene Behörde.',
    example: '',
  },
  orderingBodyName: {
    label: 'Name der anordnenden Stelle',
    hint: 'So, wie er im Kopf der Anordnung steht.',
    example: 'Amtsgericht Tiergarten',
  },
  orderFileNumber: {
    label: 'Aktenzeichen der Anordnung',
    hint: 'Es steht auf dem Beschluss und unterscheidet sich oft von Ihrem eigenen Aktenzeichen.',
    example: '349 Gs 567/26',
  },
  orderDate: {
    label: 'Datum der Anordnung',
    hint: 'Der Tag, an dem der Beschluss oder die Anordnung ergangen ist.',
    example: '09.03.2026',
  },
  targets: {
    label: 'Kennungen',
    hint: 'Eine Zeile für jede Kennung. Prüfen Sie jedes Zeichen: Ein Tippfehler führt zu einem anderen Menschen.',
    example: 'erika.mustermann@example.org',
  },
  asOf: {
    label: 'Welcher Stand der Daten?',
    hint: 'Adressen können den Besitzer wechseln. Geht es um eine Tat, wählen Sie deren Zeitpunkt.',
    example: '',
  },
  asOfAt: {
    label: 'Zeitpunkt',
    hint: 'Datum und Uhrzeit, auf die es ankommt.',
    example: '01.03.2026, 14:30',
  },
  periodDirection: {
    label: 'In welche Richtung reicht der Zeitraum?',
    hint: 'Was in der Vergangenheit liegt, können wir nur liefern, soweit es noch gespeichert ist.',
    example: '',
  },
  periodStart: {
    label: 'Beginn',
    hint: 'Wie in der Anordnung angegeben.',
    example: '01.03.2026, 00:00',
  },
  periodEnd: {
    label: 'Ende',
    hint: 'Wie in der Anordnung angegeben. Was in der Zukunft liegt, darf höchstens drei Monate dauern.',
    example: '31.05.2026, 23:59',
  },
  timeZone: {
    label: 'Zeitzone dieser Angaben',
    hint: 'Im Zweifel die deutsche Zeit. Protokolle von Servern sind oft in UTC.',
    example: '',
  },
  mailRange: {
    label: 'Welche E-Mails?',
    hint: 'Ist im Beschluss ein Zeitraum genannt, gilt nur dieser.',
    example: '',
  },
  rangeFrom: {
    label: 'Erster Tag',
    hint: 'E-Mails ab diesem Tag, 0 Uhr deutscher Zeit.',
    example: '01.01.2026',
  },
  rangeTo: {
    label: 'Letzter Tag',
    hint: 'E-Mails bis einschließlich dieses Tages.',
    example: '28.02.2026',
  },
  subscriberData: {
    label: 'Welche Angaben brauchen Sie?',
    hint: 'Wählen Sie alles Nötige, aber nicht mehr.',
    example: '',
  },
  subscriberDataOther: {
    label: 'Weitere Bestandsdaten',
    hint: 'Nur, was oben fehlt. Passwörter, IP-Adressen und Inhalte gehören nicht zu den Bestandsdaten.',
    example: 'Datum des Vertragsbeginns',
  },
  trafficData: {
    label: 'Welche Verkehrsdaten brauchen Sie?',
    hint: 'Nur, was die Anordnung nennt.',
    example: '',
  },
  partialAnswers: {
    label: 'Wie oft möchten Sie Daten erhalten?',
    hint: 'Bei einem Zeitraum in der Zukunft können wir in Teilen liefern. Jede weitere Teilauskunft wird nach dem JVEG vergütet.',
    example: '',
  },
  folders: {
    label: 'Welche Ordner?',
    hint: 'Beschränkt der Beschluss die Beschlagnahme, wählen Sie nur die genannten Ordner.',
    example: '',
  },
  folderNames: {
    label: 'Namen der Ordner',
    hint: 'Ein Ordner in jeder Zeile.',
    example: 'Posteingang',
  },
  deliveryPoint: {
    label: 'Ausleitungspunkt',
    hint: 'Die Kennung Ihrer Empfangsanlage. Bis zu 25 Zeichen: Buchstaben ohne Umlaute, Ziffern, Bindestrich, Unterstrich und Punkt.',
    example: 'LKA-B.TKUE-01',
  },
  deliveryReference: {
    label: 'Referenznummer der Maßnahme',
    hint: 'Unter dieser Nummer ordnen Sie die Nachrichten zu. Bis zu 25 Zeichen: Buchstaben ohne Umlaute, Ziffern, Bindestrich, Unterstrich und Punkt.',
    example: '2026-0815_A',
  },
  facts: {
    label: 'Was ist geschehen?',
    hint: 'Ein bis drei Sätze genügen: Vorwurf oder Gefahr und was die Kennung damit zu tun hat. Was im Beschluss steht, müssen Sie nicht wiederholen.',
    example: 'Warenbetrug am 14.02.2026; die Adresse wurde als Kontakt in der Anzeige genannt.',
  },
  contactName: {
    label: 'Vor- und Nachname',
    hint: 'Die Person, die den Vorgang bearbeitet.',
    example: 'Erika Mustermann',
  },
  contactRank: {
    label: 'Amts- oder Dienstbezeichnung',
    hint: 'Wenn Sie eine führen.',
    example: 'Kriminalhauptkommissarin',
  },
  contactTelephone: {
    label: 'Telefonnummer mit Durchwahl',
    hint: 'Unter dieser Nummer rufen wir bei Rückfragen an.',
    example: '030 1234-567',
  },
  contactEmail: {
    label: 'Dienstliche E-Mail-Adresse',
    hint: 'Wir schreiben nur, dass es etwas Neues gibt. Inhalte stehen allein in diesem Portal.',
    example: 'erika.mustermann@polizei.example',
  },
  secrecyOrder: {
    label: 'Soll die betroffene Person vorerst nichts erfahren?',
    hint: 'Dafür braucht es eine gerichtliche Anordnung nach § 95a StPO. Sie ist befristet und kann verlängert werden.',
    example: '',
  },
  nonDisclosure: {
    label: 'Gibt es eine befristete Anordnung zur Geheimhaltung?',
    hint: 'Wir schweigen in jedem Fall. Eine Frist tragen Sie nur ein, wenn sie angeordnet ist.',
    example: '',
  },
  nonDisclosureUntil: {
    label: 'Bis wann gilt die Geheimhaltung?',
    hint: 'Der letzte Tag laut Anordnung.',
    example: '09.09.2026',
  },
  attachments: {
    label: 'Dateien',
    hint: 'PDF, Bilder oder andere Dateien. Wählen Sie zu jeder Datei, was sie ist. Die Anordnung muss vollständig und lesbar sein, mit allen Seiten und der Unterschrift.',
    example: '',
  },
} satisfies Record<FieldKey, FieldText>;

export const fieldErrors = {
  required: 'Diese Angabe fehlt noch.',
  too_long: 'Der Text ist zu lang. Kürzen Sie ihn.',
  line_break_not_allowed: 'Schreiben Sie in eine Zeile, ohne Umbruch und Tabulator.',
  option_invalid: 'Wählen Sie eine der angebotenen Möglichkeiten.',
  date_invalid: 'Diesen Tag gibt es nicht. Geben Sie Tag, Monat und Jahr an.',
  date_time_invalid: 'Geben Sie Datum und Uhrzeit vollständig an.',
  time_zone_invalid: 'Wählen Sie eine Zeitzone aus der Liste.',
  time_does_not_exist:
    'Diese Uhrzeit gab es nicht: In der Nacht zur Sommerzeit wird eine Stunde übersprungen. Prüfen Sie Uhrzeit und Zeitzone.',
  email_invalid: 'Das ist keine vollständige E-Mail-Adresse. Sie sieht so aus: name@example.org',
  telephone_invalid:
    'Geben Sie die Telefonnummer mit Vorwahl und nur mit Ziffern, Leerzeichen, Schrägstrich oder Bindestrich an.',
  ip_invalid: 'Das ist keine IP-Adresse. Sie sieht so aus: 192.0.2.44 oder 2001:db8::1',
  customer_number_invalid: 'Eine Kundennummer hat höchstens 40 Buchstaben und Ziffern.',
  reference_invalid: 'Die Nummer sieht so aus: AW-2026-000123',
  delivery_reference_invalid:
    'Erlaubt sind bis zu 25 Zeichen: Buchstaben ohne Umlaute, Ziffern, Bindestrich, Unterstrich und Punkt.',
  legal_basis_not_for_you:
    'Diese Vorschrift passt nicht zu Ihrer Behörde oder zur Datenart. Wählen Sie eine aus der Liste.',
  too_many_targets: 'Ein Ersuchen kann höchstens 500 Kennungen enthalten. Teilen Sie die Liste auf.',
} satisfies Record<FieldErrorCode, string>;

export const targetKinds = {
  email: { label: 'E-Mail-Adresse oder Alias', hint: 'Eine Adresse unserer Domains.' },
  ip: {
    label: 'IP-Adresse mit Zeitpunkt',
    hint: 'Auf die Sekunde genau und mit der Zeitzone aus dem Protokoll. Nur zur Verfolgung von Straftaten oder mit einer besonderen Befugnis.',
  },
  payment: { label: 'Zahlungsreferenz', hint: 'Zum Beispiel der Verwendungszweck einer Überweisung an uns.' },
  person: {
    label: 'Name und Geburtsdatum',
    hint: 'Beides zusammen, weil ein Name allein nicht eindeutig ist.',
  },
  customer: { label: 'Kundennummer', hint: 'Sie steht auf unseren Rechnungen.' },
} satisfies Record<TargetKind, { label: string; hint: string }>;

/** Labels of the parts of a target. */
export const targetParts = {
  kind: 'Art der Kennung',
  address: 'E-Mail-Adresse',
  ipAddress: 'IP-Adresse',
  at: 'Zeitpunkt',
  timeZone: 'Zeitzone',
  reference: 'Zahlungsreferenz',
  name: 'Name',
  dateOfBirth: 'Geburtsdatum',
  number: 'Kundennummer',
};

/** In place of `fields.emergencyConfirmationDue` where the order does not lapse. */
export const emergencyApplicationDue = {
  label: 'Bis wann ist die gerichtliche Bestätigung zu beantragen?',
  hint: 'Die Frist beginnt mit der Beschlagnahme. Nach § 98 Abs. 2 S. 1 StPO soll die Bestätigung binnen drei Tagen beantragt werden; die Anordnung tritt sonst nicht außer Kraft. Tragen Sie die Bestätigung ein, sobald Sie sie haben.',
  example: '12.03.2026',
} satisfies FieldText;

export const targetErrors = {
  target_not_recognised:
    'Wir erkennen nicht, was das ist. Schreiben Sie zum Beispiel eine E-Mail-Adresse oder setzen Sie die Art der Kennung davor.',
  target_kind_not_in_category:
    'Diese Art von Kennung ist bei dieser Datenart nicht möglich. Erlaubt sind nur E-Mail-Adressen.',
  target_repeated: 'Diese Kennung kommt weiter oben schon vor.',
  too_many_rows:
    'Ein Ersuchen kann höchstens 500 Kennungen enthalten. Diese und die folgenden Zeilen wurden nicht übernommen.',
  quote_not_closed:
    'Hier beginnt ein Anführungszeichen, das nirgends endet. Diese und die folgenden Zeilen wurden nicht übernommen.',
  time_zone_missing:
    'Hier fehlt die Zeitzone. Ohne sie könnte die Zeit eine andere Person treffen. Schreiben Sie sie in die nächste Spalte, zum Beispiel Europe/Berlin, UTC oder +02:00.',
} satisfies Record<(typeof targetRowErrorCodes)[number], string>;

/** Importing a list of targets. */
export const targetList = {
  title: 'Liste einfügen',
  hint: 'Fügen Sie Zeilen aus einer Tabelle ein oder laden Sie eine CSV-Datei. Semikolon, Komma und Tabulator trennen die Spalten; eine Kopfzeile ist möglich. Eine IP-Adresse braucht Zeitpunkt und Zeitzone. Höchstens 500 Kennungen.',
  example: 'erika.mustermann@example.org\nip;192.0.2.44;01.03.2026 14:30:05;Europe/Berlin\nkunde;4711',
  rowError: (row: number, problem: string) => `Zeile ${row}: ${problem}`,
  taken: (count: number) => (count === 1 ? '1 Kennung übernommen' : `${count} Kennungen übernommen`),
  notTaken: (count: number) =>
    count === 1 ? '1 Zeile wurde nicht übernommen' : `${count} Zeilen wurden nicht übernommen`,
};

/** Who can read an answer; shown beside the field. */
export const visibility = {
  public: 'Diese Angabe liest auch der Server, um das Ersuchen zuzuordnen und an Fristen zu erinnern.',
  sealed:
    'Diese Angabe wird auf Ihrem Gerät verschlüsselt. Nur Ihre Behörde und die Prüfenden können sie lesen.',
} satisfies Record<Visibility, string>;
