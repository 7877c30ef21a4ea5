export const de = {
  start: {
    title: 'Auskunftsersuchen auf dem Amtsweg',
    lead: (provider: string) =>
      `Hier stellen Behörden rechtmäßige Ersuchen an ${provider}: vollständig, verschlüsselt und nachvollziehbar.`,
    forWhom: {
      title: 'Für wen ist dieses Portal?',
      text: 'Für Polizei, Staatsanwaltschaft, Zoll, Verfassungsschutz, Nachrichtendienste und andere Behörden, die nach dem Gesetz Auskunft verlangen dürfen. Privatpersonen und Anwaltskanzleien wenden sich bitte unmittelbar an den Anbieter.',
    },
    how: {
      title: 'So läuft es ab',
      steps: [
        {
          title: 'Einmal registrieren',
          text: 'Dienstliche E-Mail-Adresse, Dienststelle und ein Passkey: etwa fünf Minuten. Danach prüfen wir Ihre Behörde.',
        },
        {
          title: 'Ersuchen schreiben',
          text: 'Ein Formular je Datenart fragt nur, was nötig ist, und sagt gleich, was fehlt. Ihr Entwurf wird laufend gespeichert.',
        },
        {
          title: 'Prüfung durch zwei Personen',
          text: 'Die oder der Datenschutzbeauftragte und die Rechtsabteilung prüfen. Fehlt etwas, sehen Sie genau, was und wo.',
        },
        {
          title: 'Entscheidung lesen',
          text: 'Jeder Schritt steht in Ihrer Übersicht; über jeden Wechsel informieren wir Sie per E-Mail, ohne Inhalte zu nennen.',
        },
      ],
    },
    need: {
      title: 'Das brauchen Sie',
      items: [
        'eine dienstliche E-Mail-Adresse, kein Freemail-Postfach',
        'einen Computer mit Windows Hello, Touch ID, einen Sicherheitsschlüssel oder ein Mobiltelefon als Passkey',
        'das Aktenzeichen und, wo nötig, den Beschluss als PDF oder Scan',
      ],
    },
    categories: { title: 'Welche Daten benötigen Sie?', legalBases: 'Rechtsgrundlagen und Voraussetzungen' },
    sealed: {
      title: 'Nur Sie und die Prüfenden lesen mit',
      text: 'Angaben, Anlagen und Nachrichten werden in Ihrem Browser verschlüsselt, bevor sie ihn verlassen. Wer den Server betreibt, kann sie nicht lesen.',
      link: 'Wie das abgesichert ist',
    },
    report: {
      title: 'Wie oft wird gefragt?',
      text: 'Jedes Jahr veröffentlichen wir, wie viele Ersuchen kamen, woher und was daraus wurde.',
      link: 'Zum Transparenzbericht',
    },
    continue: 'Weiter zu Ihrem Bereich',
    register: 'Registrieren',
    signIn: 'Anmelden',
    emergency: {
      title: 'Gefahr im Verzug?',
      text: 'Wählen Sie im Formular „Eilfall“. Die Bereitschaft wird sofort benachrichtigt.',
    },
  },
  category: {
    contains: 'Was erhalten Sie?',
    legalBases: 'Worauf können Sie sich stützen?',
    legalBasesList: 'Rechtsgrundlagen im Formular',
    notIncluded: 'Was gehört nicht dazu?',
    columns: { citation: 'Vorschrift', purpose: 'Wofür' },
    above: 'Datenart',
    legalBasesHint: 'Im Formular wählen Sie daraus; es zeigt nur, was für Ihre Behörde in Betracht kommt.',
    whoMayOrder: 'Wer darf anordnen?',
    attach: 'Was ist beizufügen?',
    duration: 'Wie lange dauert es?',
    start: 'Ersuchen beginnen',
    other: 'Andere Datenarten',
    version: (name: string) => `Regelwerk ${name}. Keine Rechtsberatung.`,
  },
  key: {
    title: 'Öffentlicher Schlüssel',
    lead: 'Mit diesem Schlüssel verschlüsselt Ihr Browser alles, was für den Anbieter bestimmt ist. Sie können damit auch E-Mails mit OpenPGP verschlüsseln.',
    fingerprint: 'Fingerabdruck',
    fingerprintHint:
      'Vergleichen Sie ihn mit dem Fingerabdruck, den Sie auf anderem Weg erhalten haben, zum Beispiel am Telefon.',
    former: 'Frühere Schlüssel – sie haben ihren Nachfolger bestätigt und sollen nicht mehr benutzt werden:',
    owner: 'Inhaber',
    made: 'Erstellt am',
    download: 'Schlüssel herunterladen',
    directory: 'Programme finden ihn auch selbst über das Web Key Directory dieses Portals.',
    none: 'Es gibt noch keinen Schlüssel',
    noneText:
      'Die Einrichtung dieses Portals ist noch nicht abgeschlossen. Bis dahin kann kein Ersuchen gestellt werden.',
  },
  trust: {
    title: 'Sicherheit',
    lead: 'Was geschützt ist, wovor und wie Sie es nachprüfen können.',
    sections: [
      {
        title: 'Verschlüsselt, bevor etwas Ihren Browser verlässt',
        text: 'Antworten im Formular, Anlagen, Dateinamen und Freitexte werden in Ihrem Browser mit OpenPGP für genau zwei Empfänger verschlüsselt: den Anbieter und Ihre Behörde. Der Server nimmt nur verschlüsselte Daten an und besitzt keinen Schlüssel dazu.',
      },
      {
        title: 'Was der Server lesen kann',
        text: 'Um zuzuordnen, zu erinnern und zu zählen: Datenart, Dringlichkeit, Aktenzeichen, Rechtsgrundlage, Art der anordnenden Stelle, Datum der Anordnung, Zeitraum, Anzahl der Kennungen, Art der Anlagen und Ende einer Schweigepflicht. Sonst nichts.',
      },
      {
        title: 'Anmeldung nur mit Passkey',
        text: 'Es gibt keine Passwörter, die man erraten, stehlen oder auf einer gefälschten Seite eingeben könnte. Derselbe Passkey öffnet Ihren persönlichen Schlüssel.',
      },
      {
        title: 'Geprüfte Behörden',
        text: 'Eine neue Behörde wird über eine unabhängig ermittelte Telefonnummer zurückgerufen; zwei Personen des Anbieters geben sie frei. Ihr Schlüssel wird dabei beglaubigt.',
      },
      {
        title: 'Unterschriebene Schritte',
        text: 'Einreichen und Entscheiden werden mit dem Passkey unterschrieben. Die Unterschrift gilt genau für den Inhalt und lässt sich später ohne dieses Portal prüfen. Ihre Empfangsbestätigung enthält den Nachweis.',
      },
      {
        title: 'Was wir nicht verhindern können',
        text: 'Wer Ihren entsperrten Computer bedient, sieht, was Sie sehen. Wer die ausgelieferten Programme dieses Portals unbemerkt veränderte, könnte mitlesen; darum werden sie ohne fremde Bestandteile ausgeliefert und ihr Quelltext ist offen.',
      },
    ],
    reportTitle: 'Schwachstelle gefunden?',
    report: 'Schreiben Sie bitte verschlüsselt an den Anbieter; sein Schlüssel steht auf der Schlüsselseite.',
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    lead: 'Dieses Portal soll für alle nutzbar sein: mit der Tastatur, mit einem Vorleseprogramm und bei 200 % Vergrößerung.',
    sections: [
      {
        title: 'Stand',
        text: 'Angestrebt wird die Konformität mit WCAG 2.2 AA, EN 301 549 und BITV 2.0. Jede Seite wird bei jeder Änderung automatisch geprüft. Eine Prüfung durch eine unabhängige Stelle steht noch aus.',
      },
      {
        title: 'Bekannte Einschränkungen',
        text: 'Eingescannte Beschlüsse, die Behörden hochladen, sind Bilder und werden nicht vorgelesen. Passkey-Dialoge gehören zum Browser und zum Betriebssystem.',
      },
      {
        title: 'Rückmeldung',
        text: 'Stößt jemand auf eine Hürde, nennt das Impressum die Stelle, die sie beseitigt.',
      },
    ],
  },
  operatorText: {
    imprint: 'Impressum',
    privacy: 'Datenschutz',
    missing: 'Diesen Text hinterlegt der Betreiber dieses Portals.',
    demo: 'Dies ist eine Vorführung auf Ihrem eigenen Rechner. Es gibt keinen Betreiber, und keine Daten verlassen ihn.',
  },
  demoMail: {
    title: 'Post der Vorführung',
    lead: 'In der Vorführung wird nichts verschickt. Hier steht, was verschickt würde, das Neueste zuerst.',
    empty: 'Noch keine Post',
    emptyText: 'Registrieren Sie sich mit einer E-Mail-Adresse: Der Bestätigungscode erscheint hier.',
    to: 'An',
  },
};
