import type { CheckOutcome, CheckRule } from '#app/legal-requests/check-rules.ts';
import type { ChecklistKey } from '#app/legal-requests/rule-sets/rule-set.ts';

type CheckText = {
  /** What is checked, as a statement that is true when it passes. */
  title: string;
  /** What is wrong, and what to do. */
  problem: string;
};

export const checks = {
  form_complete: {
    title: 'Alle nötigen Angaben sind gemacht',
    problem: 'Es fehlen noch Angaben, oder einige passen nicht. Die Liste zeigt, welche.',
  },
  file_number_given: {
    title: 'Aktenzeichen ist angegeben',
    problem: 'Tragen Sie das Aktenzeichen Ihrer Behörde ein.',
  },
  agency_verified: {
    title: 'Behörde ist bestätigt',
    problem: 'Ihre Behörde ist noch nicht bestätigt. Einreichen können Sie erst danach.',
  },
  agency_outside: {
    title: 'Absender außerhalb des Portals',
    problem:
      'Diese Behörde nutzt das Portal nicht. Vergewissern Sie sich auf anderem Weg, dass das Ersuchen von ihr kommt.',
  },
  foreign_route_named: {
    title: 'Zulässiger Weg für ausländische Behörden ist angegeben',
    problem:
      'Geben Sie an, ob das Ersuchen auf einer Europäischen Herausgabeanordnung oder auf Rechtshilfe beruht.',
  },
  legal_basis_named: {
    title: 'Rechtsgrundlage ist angegeben',
    problem: 'Wählen Sie die Vorschrift, auf die Sie das Ersuchen stützen.',
  },
  legal_basis_fits: {
    title: 'Rechtsgrundlage passt zu Behörde und Datenart',
    problem: 'Diese Vorschrift erlaubt Ihrer Behörde diese Abfrage nicht. Wählen Sie eine andere.',
  },
  legal_basis_confirmed: {
    title: 'Rechtsgrundlage steht in der Liste',
    problem: 'Eine andere Rechtsgrundlage muss eine Person prüfen. Das kann länger dauern.',
  },
  ip_address_allowed: {
    title: 'Suche über eine IP-Adresse ist von der Rechtsgrundlage gedeckt',
    problem:
      'Über eine IP-Adresse darf nur zur Verfolgung von Straftaten oder mit einer besonderen Befugnis gesucht werden. Für Straftaten wählen Sie § 100j Abs. 2 StPO.',
  },
  category_not_exceeded: {
    title: 'Gewünschte Daten gehören zur Datenart',
    problem: 'Sie verlangen offenbar Verkehrsdaten oder Inhalte. Stellen Sie dafür ein eigenes Ersuchen.',
  },
  no_passwords: {
    title: 'Keine Passwörter verlangt',
    problem:
      'Passwörter und andere Zugangsdaten geben wir über dieses Formular nicht heraus. Nötig ist eine gerichtliche Anordnung (§ 23 TDDDG, § 100j Abs. 1 S. 2–3 StPO).',
  },
  ordering_body_competent: {
    title: 'Anordnende Stelle ist zuständig',
    problem: 'Nach dieser Vorschrift darf die genannte Stelle nicht anordnen.',
  },
  order_attached: {
    title: 'Anordnung liegt bei',
    problem: 'Fügen Sie die Anordnung bei und wählen Sie als Art „Beschluss oder Anordnung“.',
  },
  order_date_given: {
    title: 'Datum der Anordnung ist angegeben',
    problem: 'Tragen Sie das Datum der Anordnung ein.',
  },
  order_date_not_in_future: {
    title: 'Anordnung liegt nicht in der Zukunft',
    problem: 'Das Datum der Anordnung liegt in der Zukunft. Prüfen Sie es.',
  },
  order_not_too_old: {
    title: 'Anordnung ist nicht zu alt',
    problem:
      'Die Anordnung ist so alt, dass sie abgelaufen sein kann. Prüfen Sie das Datum oder erwirken Sie eine neue.',
  },
  emergency_confirmation_given: {
    title: 'Frist für die Bestätigung der Eilanordnung ist angegeben',
    problem: 'Geben Sie an, bis wann die Eilanordnung zu bestätigen ist.',
  },
  emergency_confirmation_in_time: {
    title: 'Frist für die Bestätigung ist nicht zu lang',
    problem: 'Die Frist endet früher, als Sie angegeben haben. Sie läuft ab dem Tag der Anordnung.',
  },
  emergency_not_lapsed: {
    title: 'Frist für die Bestätigung der Eilanordnung läuft noch',
    problem:
      'Die Frist für die Bestätigung oder für den Antrag darauf ist abgelaufen. Fügen Sie die Bestätigung bei und vermerken Sie das.',
  },
  period_given: { title: 'Zeitraum ist angegeben', problem: 'Geben Sie Beginn und Ende an.' },
  period_end_after_start: {
    title: 'Ende liegt nach dem Beginn',
    problem: 'Das Ende liegt vor dem Beginn. Prüfen Sie beide.',
  },
  period_in_right_direction: {
    title: 'Zeitraum passt zur Maßnahme',
    problem:
      'Diese Maßnahme ist für den angegebenen Zeitraum nicht möglich. Die Rechtsgrundlage erlaubt entweder nur Daten bis heute oder, wie bei einer Überwachung, nur künftige.',
  },
  period_matches_direction: {
    title: 'Zeitraum und Richtung stimmen überein',
    problem: 'Sie haben Vergangenheit oder Zukunft gewählt, die Daten sagen etwas anderes.',
  },
  period_not_too_long: {
    title: 'Zeitraum ist nicht zu lang',
    problem: 'Der Zeitraum reicht mehr als drei Monate in die Zukunft. Kürzen Sie ihn.',
  },
  period_within_order: {
    title: 'Zeitraum liegt innerhalb der Befristung',
    problem:
      'Das Ende liegt mehr als drei Monate nach der Anordnung. Die Frist läuft ab der Anordnung, nicht ab dem Beginn.',
  },
  targets_given: {
    title: 'Mindestens eine Kennung ist angegeben',
    problem: 'Tragen Sie mindestens eine Kennung ein.',
  },
  targets_unique: {
    title: 'Keine Kennung kommt doppelt vor',
    problem: 'Eine Kennung steht mehrmals in der Liste. Löschen Sie die doppelten Zeilen.',
  },
  targets_ours: {
    title: 'Adressen gehören zu unseren Domains',
    problem: 'Eine Adresse gehört nicht zu den Domains, die wir verwalten. Prüfen Sie die Schreibweise.',
  },
  targets_unambiguous: {
    title: 'Kennungen sind eindeutig',
    problem:
      'Eine Kennung kann mehrere Menschen meinen: ein Platzhalter, eine private IP-Adresse oder eine Uhrzeit, die es bei der Zeitumstellung zweimal gab.',
  },
  non_disclosure_plausible: {
    title: 'Frist der Geheimhaltung liegt in der Zukunft',
    problem: 'Die Geheimhaltung ist nach Ihrer Angabe schon abgelaufen. Prüfen Sie das Datum.',
  },
  earlier_reference_known: {
    title: 'Früheres Ersuchen ist bekannt',
    problem:
      'Unter dieser Nummer gibt es kein solches Ersuchen Ihrer Behörde, oder es wurde zurückgenommen. Prüfen Sie die Nummer.',
  },
  not_a_duplicate: {
    title: 'Kein gleiches Ersuchen ist offen',
    problem: 'Unter diesem Aktenzeichen läuft schon ein Ersuchen um dieselbe Datenart.',
  },
} satisfies Record<CheckRule, CheckText>;

export const checkOutcomes = {
  pass: 'In Ordnung',
  look: 'Bitte ansehen',
  fail: 'Nicht in Ordnung',
} satisfies Record<CheckOutcome, string>;

/** Overriding a warning. */
export const overrides = {
  title: 'Hinweise, die Sie bitte ansehen',
  hint: 'Trifft ein Hinweis nicht zu, schreiben Sie kurz, warum. Die Prüfenden lesen Ihre Begründung.',
  label: 'Warum soll das Ersuchen trotzdem so eingereicht werden?',
};

type ChecklistText = { title: string; hint: string };

export const checklist = {
  legal_basis_named: {
    title: 'Die Vorschrift ist genannt und gilt',
    hint: '§ 174 Abs. 2 TKG: Die gesetzliche Bestimmung muss angegeben sein.',
  },
  agency_competent: {
    title: 'Die Behörde ist sachlich und örtlich zuständig',
    hint: 'Vergleichen Sie Behörde, Zweck und Vorschrift.',
  },
  ordering_body_competent: {
    title: 'Die anordnende Stelle war zuständig',
    hint: 'Gericht, Staatsanwaltschaft, Behörde oder Ministerium, wie es die Vorschrift verlangt.',
  },
  request_in_writing: {
    title: 'Das Ersuchen liegt schriftlich oder elektronisch vor',
    hint: 'Bei Eingang über das Portal ist das erfüllt (§ 174 Abs. 2 S. 2 TKG).',
  },
  signature_present: {
    title: 'Die Anordnung ist unterschrieben oder ausgefertigt',
    hint: 'Unterschrift, Siegel oder Vermerk der elektronischen Ausfertigung.',
  },
  targets_ours: {
    title: 'Die Kennungen stimmen mit der Anordnung überein und gehören zu uns',
    hint: 'Zeichen für Zeichen vergleichen.',
  },
  scope_proportionate: {
    title: 'Der Umfang geht nicht über die Anordnung hinaus',
    hint: 'Kennungen, Zeitraum und Datenarten.',
  },
  order_readable: {
    title: 'Die Anordnung ist vollständig und lesbar',
    hint: 'Alle Seiten, keine abgeschnittenen Ränder.',
  },
  order_states_person: {
    title: 'Die Anordnung nennt die Person, soweit bekannt',
    hint: '§ 100e Abs. 3 S. 2 StPO: Name und Anschrift, soweit möglich.',
  },
  order_states_offence: { title: 'Die Anordnung nennt den Tatvorwurf', hint: '§ 100e Abs. 3 S. 2 StPO.' },
  order_states_kind_scope_duration: {
    title: 'Die Anordnung nennt Art, Umfang und Dauer',
    hint: '§ 100e Abs. 3 S. 2 StPO.',
  },
  order_states_end: {
    title: 'Die Anordnung nennt den Zeitpunkt, an dem die Maßnahme endet',
    hint: '§ 100e Abs. 3 S. 2 StPO.',
  },
  order_states_information_sought: {
    title: 'Die Anordnung sagt, was ermittelt werden soll',
    hint: 'Art der erhofften Informationen und ihre Bedeutung für das Verfahren.',
  },
  order_states_identifier: {
    title: 'Die Anordnung nennt die Kennung',
    hint: 'Die Adresse in der Anordnung ist dieselbe wie im Formular.',
  },
  order_states_data_and_period: {
    title: 'Die Anordnung nennt die Daten und den Zeitraum eindeutig',
    hint: '§ 101a Abs. 1 S. 1 StPO.',
  },
  order_states_mailbox: {
    title: 'Die Anordnung bezeichnet das Postfach',
    hint: 'Die Adresse in der Anordnung ist dieselbe wie im Formular.',
  },
  order_states_range: {
    title: 'Ein Zeitraum in der Anordnung ist übernommen',
    hint: 'Nennt die Anordnung keinen, ist dieser Punkt erfüllt.',
  },
  order_still_valid: {
    title: 'Die Anordnung gilt noch',
    hint: 'Datum, Befristung und Zeit bis zur Ausführung.',
  },
  emergency_justified: {
    title: 'Die Gefahr im Verzug ist begründet',
    hint: 'Warum konnte das Gericht nicht rechtzeitig entscheiden?',
  },
  emergency_confirmed: {
    title: 'Die Eilanordnung ist bestätigt, oder die Frist läuft noch',
    hint: 'Nach Ablauf der Frist tritt sie außer Kraft, wo das Gesetz es sagt.',
  },
  secrecy_ordered: {
    title: 'Eine verlangte Geheimhaltung ist nach § 95a StPO angeordnet',
    hint: 'Ist keine verlangt, ist dieser Punkt erfüllt.',
  },
  delivery_point_plausible: {
    title: 'Ausleitungspunkt und Referenznummer sind schlüssig',
    hint: 'Die Anlage gehört zu einer berechtigten Stelle.',
  },
  other_basis_confirmed: {
    title: 'Die andere Rechtsgrundlage trägt das Ersuchen',
    hint: 'Gesetz nachschlagen: Zuständigkeit, Zweck, Datenart, Form.',
  },
  foreign_route_proven: {
    title: 'Der Weg der ausländischen Behörde ist nachgewiesen',
    hint: 'Herausgabeanordnung (EPOC) oder Bewilligung der Rechtshilfe liegt bei.',
  },
} satisfies Record<ChecklistKey, ChecklistText>;
