export const check = {
  title: 'Angaben prüfen',
  lead: 'Lesen Sie alles noch einmal. Nach dem Einreichen lässt sich diese Fassung nicht mehr ändern.',
  change: 'Ändern',
  changeWhat: (section: string) => `${section} ändern`,
  notGiven: 'nicht angegeben',
  missingTitle: 'Das fehlt noch',
  missing: (field: string, problem: string) => `„${field}“: ${problem}`,
  missingTarget: (row: number, part: string, problem: string) =>
    part === '' ? `Kennung ${row}: ${problem}` : `Kennung ${row}, ${part}: ${problem}`,
  forbiddenTitle: 'So kann das Ersuchen nicht eingereicht werden',
  unfinishedUpload: (name: string) =>
    `„${name}“ ist noch nicht vollständig übertragen. Warten Sie, bis die Datei fertig ist, oder entfernen Sie sie.`,
  warningsTitle: 'Bitte ansehen',
  warningsIntro:
    'Diese Punkte verhindern das Einreichen nicht. Verbessern Sie die Angabe, oder schreiben Sie, warum sie so richtig ist. Die Prüfenden lesen Ihre Begründung.',
  reason: 'Warum ist das so richtig?',
  reasonMissing: 'Schreiben Sie einen Satz dazu, oder ändern Sie die Angabe.',
  noReasonNeeded: 'Ihre Erläuterung steht schon im Formular.',
  toAnswer: 'Zur Angabe',
  reviewerSeesChanges: 'Die Prüfenden sehen, was Sie gegenüber der vorigen Fassung geändert haben.',
};

export const sending = {
  title: 'Erklärung und Unterschrift',
  declaration:
    'Ich bin befugt, dieses Ersuchen für meine Behörde zu stellen. Die Angaben sind vollständig und richtig.',
  declarationMissing: 'Bestätigen Sie die Erklärung.',
  explanation:
    'Sie unterschreiben mit Ihrem Passkey. Die Unterschrift gilt genau für diese Angaben und Dateien: Wird etwas geändert, vertauscht oder weggelassen, passt sie nicht mehr.',
  button: 'Unterschreiben und einreichen',
  steps: {
    saving: 'Der Entwurf wird gespeichert …',
    sealing: 'Das Ersuchen wird verschlüsselt …',
    signing: 'Bitte unterschreiben Sie mit Ihrem Passkey …',
    sending: 'Das Ersuchen wird eingereicht …',
  },
  failedTitle: 'Das Ersuchen wurde nicht eingereicht',
  stillThere: 'Alle Angaben und Dateien sind noch da.',
  problems: {
    notReady: 'Es fehlen noch Angaben. Die Liste oben zeigt, welche.',
  },
};

export const receipt = {
  title: 'Ihr Ersuchen ist eingereicht',
  titleLater: (reference: string) => `Empfangsbeleg zu ${reference}`,
  reference: 'Nummer',
  submittedAt: 'Eingegangen',
  submittedBy: 'Unterschrieben von',
  category: 'Datenart',
  fileNumber: 'Aktenzeichen',
  revision: 'Fassung',
  files: 'Verschlüsselte Dateien',
  fileCount: (count: number) => (count === 0 ? 'keine' : count === 1 ? '1 Datei' : `${count} Dateien`),
  manifest: 'Prüfsumme der Fassung',
  next: (due: string) =>
    `Wir sehen Ihr Ersuchen bis ${due} an. Sie erhalten eine E-Mail, wenn sich etwas ändert.`,
  nextWithoutDate: 'Sie erhalten eine E-Mail, wenn sich etwas ändert.',
  provesTitle: 'Was dieser Beleg beweist',
  proves: [
    'welche Fassung Sie eingereicht haben und wann sie eingegangen ist;',
    'dass sie seither niemand geändert, gekürzt oder vertauscht hat: Jeder verschlüsselte Teil steht mit seiner Prüfsumme darin;',
    'dass Sie mit Ihrem Passkey unterschrieben haben und der Anbieter den Eingang bestätigt hat.',
  ],
  provesHow:
    'Der Beleg enthält keine Falldaten. Er lässt sich Jahre später ohne dieses Portal prüfen; dazu gehören die Beleg-Datei und der öffentliche Schlüssel des Anbieters.',
  serverKey: 'Öffentlicher Schlüssel des Anbieters für Belege (Ed25519)',
  print: 'Drucken',
  download: 'Beleg als Datei speichern (JSON)',
  toRequest: 'Zum Ersuchen',
  continueTitle: 'Brauchen Sie weitere Daten zu diesem Vorgang?',
  continueText:
    'Beginnen Sie ein Ersuchen um eine andere Datenart. Aktenzeichen, Kennungen, Sachverhalt und Ansprechperson werden übernommen.',
  continueWith: (category: string) => `Weiter mit ${category}`,
};
