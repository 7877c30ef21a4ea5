export const account = {
  title: 'Mein Konto',
  recover: {
    title: 'Konto wiederherstellen',
    lead: 'Mit dem Wiederherstellungscode richten Sie einen neuen Passkey ein. Er geht dabei nicht an uns: Ihr Browser öffnet damit Ihre Schlüssel.',
    consequences:
      'Alle bisherigen Passkeys und Sitzungen enden.\nSie bekommen einen neuen Code; der alte gilt nicht mehr.\nEine zweite Person – die Leitung Ihrer Dienststelle oder unsere Verwaltung – muss bestätigen, dass Sie es sind.',
    label: 'Wiederherstellungscode',
    hint: 'Sieben Gruppen mit je vier Zeichen. Groß- oder Kleinschreibung und Striche sind gleich.',
    passkeyLead:
      'Der Code stimmt. Richten Sie jetzt einen neuen Passkey auf diesem Gerät oder einem Sicherheitsschlüssel ein.',
    newCodeTitle: 'Ihr neuer Wiederherstellungscode',
    failed: 'So geht es nicht weiter',
    lostTooTitle: 'Sie haben auch den Code nicht mehr?',
    lostToo:
      'Bitten Sie die Leitung Ihrer Dienststelle, Ihnen unter „Kolleginnen und Kollegen“ neuen Zugang zu geben. Haben Sie selbst die Leitung oder gehören Sie zum Anbieter, rufen Sie die Verwaltung des Portals an (Nummer im Impressum).\nEine zweite Person muss zustimmen. Dann bekommen Sie an Ihre dienstliche Adresse einen Link, mit dem Sie einen neuen Passkey einrichten.\nNach einem Anruf gibt man Sie wieder frei. Ihre Rolle und die Ersuchen Ihrer Dienststelle bleiben; lesen können Sie sie, sobald jemand, der den Schlüssel hat, das Portal öffnet.',
  },
  profile: {
    title: 'Ihre Angaben',
    verified:
      'Name, E-Mail-Adresse und Behörde wurden geprüft und bleiben, wie sie sind. Die Rolle ändert die Verwaltung des Portals. Haben Sie eine neue Adresse, registrieren Sie sich mit ihr neu.',
    name: 'Name',
    email: 'E-Mail-Adresse',
    team: 'Behörde oder Unternehmen',
    role: 'Rolle',
    saved: 'Gespeichert',
  },
  language: {
    title: 'Sprache',
    label: 'Sprache der Seiten und der E-Mails',
  },
  passkeys: {
    title: 'Passkeys',
    lead: 'Ein zweiter Passkey auf einem anderen Gerät schützt davor, ausgesperrt zu werden.',
    name: 'Name',
    made: 'Eingerichtet',
    used: 'Zuletzt benutzt',
    never: 'noch nie',
    withoutPrf: 'schließt die Schlüssel nicht auf; dafür brauchen Sie die Passphrase',
    rename: 'Umbenennen',
    renameLabel: (name: string) => `Neuer Name für „${name}“`,
    revoke: 'Entfernen',
    revokeTitle: (name: string) => `Passkey „${name}“ entfernen?`,
    revokeText:
      'Mit ihm kann sich niemand mehr anmelden, und Sitzungen, die damit begonnen wurden, enden. Löschen Sie ihn danach auch auf dem Gerät.',
    last: 'Der einzige Passkey kann nicht entfernt werden.',
    added: 'Der Passkey ist eingerichtet.',
  },
  sessions: {
    title: 'Angemeldete Geräte',
    lead: 'Sitzungen enden nach zwei Stunden ohne Benutzung, spätestens nach zwölf Stunden.',
    device: 'Gerät',
    since: 'Angemeldet seit',
    seen: 'Zuletzt benutzt',
    current: 'dieses Gerät',
    end: 'Abmelden',
    endOthers: 'Alle anderen abmelden',
  },
  recovery: {
    title: 'Wiederherstellungscode',
    lead: 'Haben Sie den Code verlegt, oder könnte ihn jemand gesehen haben? Dann nehmen Sie einen neuen; der alte gilt danach nicht mehr. Der Browser fragt vorher nach Ihrem Passkey.',
    create: 'Neuen Code erzeugen',
    done: 'Der neue Code gilt ab jetzt.',
  },
  keys: {
    title: 'Schlüssel',
    lead: 'Lesen Sie die Fingerabdrücke am Telefon vor, wenn jemand Ihre Behörde oder Ihren Zugang prüft. Ihr Browser hat sie aus Ihren Schlüsseln errechnet.',
    person: 'Fingerabdruck Ihres eigenen Schlüssels',
    team: 'Fingerabdruck des Schlüssels Ihres Teams',
    portal: 'Fingerabdruck des Schlüssels des Portals',
    exportTitle: 'Schlüssel des Teams für GnuPG ausgeben',
    exportLead:
      'Damit lässt sich außerhalb des Portals lesen, was an Ihr Team verschlüsselt wurde. Wer die Datei und die Passphrase hat, liest alles. Tun Sie das nur, wenn es nötig ist; es wird protokolliert.',
    exportButton: 'Schlüssel ausgeben',
    exported: 'Die Datei wurde gespeichert. Löschen Sie sie, sobald Sie sie nicht mehr brauchen.',
    exportWhy: 'Die Datei wird mit einer Passphrase verschlossen',
    exportWhyText: 'Geben Sie die Passphrase nie auf demselben Weg weiter wie die Datei.',
  },
};
