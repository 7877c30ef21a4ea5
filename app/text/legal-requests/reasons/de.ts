import type { ReasonCode } from '#app/legal-requests/reasons.ts';

type ReasonText = {
  title: string;
  explanation: string;
  /** What the authority should do. */
  advice: string;
};

export const reasons = {
  channel_plaintext: {
    title: 'Unverschlüsselt übermittelt',
    explanation:
      'Das Ersuchen kam als unverschlüsselte E-Mail. So dürfen personenbezogene Daten aus Ermittlungen nicht übermittelt werden. Den Inhalt haben wir nicht aufbewahrt.',
    advice:
      'Stellen Sie das Ersuchen über dieses Portal. Es verschlüsselt für Sie; Sie brauchen keine eigene Software.',
  },
  channel_fax: {
    title: 'Per Fax übermittelt',
    explanation: 'Ein Fax ist nicht vor dem Mitlesen geschützt. Den Inhalt haben wir nicht aufbewahrt.',
    advice:
      'Stellen Sie das Ersuchen über dieses Portal. Es verschlüsselt für Sie; Sie brauchen keine eigene Software.',
  },
  legal_basis_missing: {
    title: 'Rechtsgrundlage fehlt',
    explanation:
      'Das Ersuchen nennt keine Vorschrift, die Ihre Behörde zur Abfrage berechtigt (§ 174 Abs. 2 TKG).',
    advice: 'Wählen Sie die Vorschrift aus der Liste und reichen Sie das Ersuchen erneut ein.',
  },
  legal_basis_wrong: {
    title: 'Rechtsgrundlage passt nicht',
    explanation:
      'Die genannte Vorschrift ist veraltet oder trägt die gewünschte Auskunft nicht, etwa weil sie für eine andere Behörde, eine andere Datenart oder nicht für IP-Adressen gilt.',
    advice: 'Wählen Sie eine Vorschrift, die zu Ihrer Behörde, zum Zweck und zu den gewünschten Daten passt.',
  },
  category_exceeded: {
    title: 'Mehr verlangt, als die Rechtsgrundlage erlaubt',
    explanation:
      'Das Ersuchen verlangt Daten einer anderen Art, zum Beispiel Verkehrsdaten oder Zugangsdaten auf der Grundlage einer Bestandsdatenauskunft.',
    advice:
      'Beschränken Sie das Ersuchen auf die gewählte Datenart. Für weitere Daten stellen Sie unter demselben Aktenzeichen ein eigenes Ersuchen.',
  },
  court_order_missing: {
    title: 'Anordnung fehlt',
    explanation:
      'Für diese Daten brauchen wir die Anordnung des Gerichts oder, in Eilfällen, der Staatsanwaltschaft.',
    advice:
      'Fügen Sie die vollständige Anordnung als Anlage bei und wählen Sie als Art „Beschluss oder Anordnung“.',
  },
  order_defective: {
    title: 'Anordnung fehlerhaft',
    explanation:
      'Die Anordnung hat einen Mangel, der sich nicht durch eine Ergänzung des Formulars beheben lässt, etwa die falsche anordnende Stelle oder ein falsches Datum.',
    advice:
      'Lassen Sie die Anordnung berichtigen oder neu ergehen und reichen Sie das Ersuchen damit erneut ein.',
  },
  order_incomplete: {
    title: 'Anordnung unvollständig',
    explanation:
      'In der Anordnung fehlt etwas, das das Gesetz verlangt (§ 100e Abs. 3, § 101a Abs. 1 StPO), oder es fehlen Seiten.',
    advice: 'Fügen Sie alle Seiten bei. Fehlt der Inhalt selbst, lassen Sie die Anordnung ergänzen.',
  },
  order_expired: {
    title: 'Anordnung abgelaufen',
    explanation:
      'Die Anordnung ist befristet und nicht mehr gültig, oder sie ist zu alt, um sie noch auszuführen.',
    advice: 'Erwirken Sie eine neue Anordnung oder eine Verlängerung.',
  },
  period_unclear: {
    title: 'Zeitraum unklar',
    explanation: 'Beginn, Ende oder Zeitzone fehlen oder widersprechen der Anordnung.',
    advice: 'Geben Sie Beginn und Ende mit Uhrzeit und Zeitzone so an, wie sie in der Anordnung stehen.',
  },
  period_too_long: {
    title: 'Zeitraum zu lang',
    explanation:
      'Eine Maßnahme darf höchstens drei Monate in die Zukunft reichen, eine Verlängerung ebenso (§ 100e Abs. 1 StPO).',
    advice: 'Kürzen Sie den Zeitraum. Für die Zeit danach brauchen Sie eine Verlängerung.',
  },
  identifier_missing: {
    title: 'Kennung fehlt',
    explanation: 'Aus dem Ersuchen geht nicht hervor, um welche Adresse oder welche Person es geht.',
    advice: 'Tragen Sie mindestens eine Kennung ein, so wie sie in der Anordnung steht.',
  },
  identifier_not_ours: {
    title: 'Kennung gehört nicht zu uns',
    explanation: 'Die Adresse oder Kennung wird nicht von uns verwaltet. Wir können dazu nichts sagen.',
    advice:
      'Prüfen Sie die Schreibweise. Stimmt sie, wenden Sie sich an den Anbieter, zu dem die Domain gehört.',
  },
  identifier_ambiguous: {
    title: 'Kennung nicht eindeutig',
    explanation:
      'Zu der Kennung passen mehrere Menschen, etwa bei Platzhaltern, einem Namen ohne Geburtsdatum, einer IP-Adresse ohne genauen Zeitpunkt oder ohne Zeitzone.',
    advice:
      'Ergänzen Sie, was fehlt: den genauen Zeitpunkt mit Sekunden und Zeitzone, das Geburtsdatum oder die vollständige Adresse.',
  },
  overbroad: {
    title: 'Umfang zu weit',
    explanation: 'Das Ersuchen verlangt mehr, als die Anordnung hergibt oder für den Zweck erforderlich ist.',
    advice:
      'Beschränken Sie Kennungen, Zeitraum und Datenarten auf das, was angeordnet und erforderlich ist.',
  },
  authority_not_competent: {
    title: 'Behörde nicht zuständig',
    explanation: 'Die genannte Vorschrift berechtigt Ihre Behörde nicht zu dieser Abfrage.',
    advice:
      'Geben Sie den Vorgang an die zuständige Behörde ab oder nennen Sie eine Vorschrift, die Ihre Behörde berechtigt.',
  },
  authority_not_verified: {
    title: 'Behörde nicht bestätigt',
    explanation: 'Wir konnten nicht bestätigen, dass das Ersuchen von der genannten Behörde stammt.',
    advice:
      'Melden Sie Ihre Behörde in diesem Portal an. Wir rufen dann unter einer öffentlich bekannten Nummer zurück.',
  },
  foreign_no_legal_assistance: {
    title: 'Direktes Ersuchen aus dem Ausland',
    explanation:
      'Behörden außerhalb Deutschlands können Daten nicht unmittelbar verlangen. Nötig ist die Rechtshilfe, innerhalb der Europäischen Union auch eine Europäische Herausgabeanordnung (EPOC).',
    advice:
      'Stellen Sie ein Rechtshilfeersuchen oder eine Herausgabeanordnung nach der Verordnung (EU) 2023/1543.',
  },
  emergency_not_confirmed: {
    title: 'Eilanordnung nicht bestätigt',
    explanation:
      'Die Eilanordnung wurde nicht rechtzeitig bestätigt. Sie ist außer Kraft getreten oder darf nicht weiter ausgeführt werden.',
    advice: 'Reichen Sie die rechtzeitige Bestätigung nach oder erwirken Sie einen Beschluss des Gerichts.',
  },
  file_number_missing: {
    title: 'Aktenzeichen fehlt',
    explanation: 'Ohne Aktenzeichen können wir das Ersuchen und die Antwort keinem Vorgang zuordnen.',
    advice: 'Tragen Sie das Aktenzeichen Ihrer Behörde ein.',
  },
  signature_missing: {
    title: 'Unterschrift fehlt',
    explanation:
      'Auf der Anordnung oder dem Anschreiben fehlt die Unterschrift oder der Hinweis, dass sie elektronisch erstellt ist.',
    advice: 'Fügen Sie eine unterschriebene Ausfertigung bei.',
  },
  attachment_unreadable: {
    title: 'Anlage nicht lesbar',
    explanation:
      'Eine Datei lässt sich nicht öffnen oder ist unscharf, abgeschnitten oder mit einem Kennwort geschützt.',
    advice: 'Fügen Sie die Datei in guter Qualität und ohne Kennwort erneut bei, am besten als PDF.',
  },
  duplicate: {
    title: 'Schon gestellt',
    explanation: 'Zu denselben Kennungen liegt uns das gleiche Ersuchen bereits vor.',
    advice: 'Sie müssen nichts tun. Sehen Sie beim früheren Ersuchen nach, wie weit es ist.',
  },
  other: {
    title: 'Anderer Grund',
    explanation: 'Der Grund steht in der Nachricht der Prüfenden.',
    advice: 'Lesen Sie die Nachricht. Bei Fragen rufen Sie uns an.',
  },
} satisfies Record<ReasonCode, ReasonText>;
