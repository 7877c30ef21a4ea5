import type { Intent, Side } from '#app/legal-requests/clock.ts';

/** Messages, call-back checklist, confirmation of an emergency, canned texts. */
export const de = {
  title: 'Nachrichten',
  open: 'Nachrichten lesen und schreiben',
  unread: (count: number) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  unreadMark: 'neu',
  none: 'Zu diesem Ersuchen wurde noch nichts geschrieben.',
  sealedHint: 'Nur Ihr Team und die andere Seite können lesen, was hier steht. Der Server kann es nicht.',
  opening: 'Die Nachrichten werden auf Ihrem Gerät entschlüsselt …',
  unreadable: 'Diese Nachricht lässt sich nicht entschlüsseln.',
  by: { agency: 'Behörde', provider: 'Anbieter' } satisfies Record<Side, string>,
  intents: {
    asks: 'Bittet um Antwort',
    informs: 'Zur Kenntnis',
  } satisfies Record<Intent, string>,
  files: 'Dateien',
  openFile: (name: string) => `${name} öffnen`,
  openFileShort: 'Öffnen',
  closed: 'Das Ersuchen ist abgeschlossen. Nachrichten sind nicht mehr möglich.',
  turn: {
    yours: 'Sie sind am Zug: Die andere Seite hat Sie etwas gefragt und wartet auf Ihre Antwort.',
    theirs: 'Die andere Seite ist am Zug: Sie haben gefragt und warten auf die Antwort.',
    paused: (date: string) => `Die Frist des Anbieters ruht seit ${date}.`,
    done: 'Frage ist erledigt',
    doneHint:
      'Mit „Frage ist erledigt“ gilt sie auch ohne Nachricht als beantwortet. Eine ruhende Frist läuft dann weiter.',
  },
  write: {
    title: 'Neue Nachricht',
    text: 'Ihre Nachricht',
    intent: 'Was soll die andere Seite tun?',
    choices: {
      informs: { label: 'Nichts – nur zur Kenntnis nehmen', hint: 'Wer am Zug ist, ändert sich nicht.' },
      asks: { label: 'Antworten', hint: 'Die andere Seite ist dann am Zug.' },
    } satisfies Record<Intent, { label: string; hint: string }>,
    asksPauses: 'Die Behörde ist dann am Zug. Ihre Frist ruht, bis sie antwortet.',
    attachments: 'Dateien',
    canned: 'Textbaustein',
    chooseCanned: 'Textbaustein wählen',
    insert: 'Einfügen',
    cannedHint: (language: string) => `In der Sprache der Behörde (${language}).`,
    send: 'Verschlüsseln und senden',
    sent: 'Ihre Nachricht ist gesendet. Die andere Seite bekommt eine E-Mail ohne Inhalt.',
    kept: 'Was Sie schreiben, wird verschlüsselt aufgehoben, auch wenn Sie die Seite schließen.',
    saved: (time: string) => `Verschlüsselt gespeichert um ${time}`,
    notSaved: 'Noch nicht gespeichert. Es wird weiter versucht.',
    errors: {
      text_missing: 'Schreiben Sie eine Nachricht.',
      intent_missing: 'Wählen Sie, ob die andere Seite antworten soll.',
      files_unfinished: 'Warten Sie, bis alle Dateien übertragen sind, oder entfernen Sie sie.',
    },
    agencyKeyMissing:
      'Die Behörde hat keinen bestätigten Schlüssel. Solange das so ist, kann ihr nichts Verschlüsseltes geschrieben werden.',
  },
  languages: { de: 'Deutsch', en: 'Englisch', fr: 'Französisch' },

  emergency: {
    callBackTitle: 'Rückruf bei der Behörde',
    callBackHint:
      'Ein Eilfall darf erst angenommen werden, wenn Sie die Behörde unter einer Nummer zurückgerufen haben, die nicht aus dem Ersuchen stammt.',
    missing: 'Noch kein Rückruf festgehalten: Annehmen ist nicht möglich.',
    complete: (name: string, date: string) => `Vollständig, festgehalten von ${name} am ${date}.`,
    again: 'Weiteren Rückruf festhalten',
    number: 'Angerufene Nummer',
    numberSource: 'Woher stammt die Nummer?',
    numberSourceHint: 'Zum Beispiel: amtliches Behördenverzeichnis, Website der Polizei des Landes.',
    isIndependent: 'Die Nummer stammt aus einer unabhängigen Quelle, nicht aus dem Ersuchen.',
    calledBy: 'Wer hat angerufen?',
    reached: 'Wer wurde erreicht?',
    reachedHint: 'Name und Dienststelle.',
    calledAt: 'Wann?',
    isConfirmed: 'Die erreichte Person hat bestätigt, dass dieses Ersuchen von ihrer Behörde stammt.',
    save: 'Rückruf verschlüsselt festhalten',
    confirmationTitle: 'Bestätigung der Eilanordnung',
    confirmation: {
      due: (date: string) => `Die Bestätigung muss bis ${date} vorliegen.`,
      overdue: (date: string) =>
        `Bis ${date} wurde keine Bestätigung eingetragen. Die Anordnung kann außer Kraft getreten sein.`,
    },
    /** Where the law only says by when the confirmation is to be applied for. */
    application: {
      due: (date: string) => `Die gerichtliche Bestätigung ist bis ${date} zu beantragen.`,
      overdue: (date: string) =>
        `Bis ${date} war die gerichtliche Bestätigung zu beantragen; eingetragen ist keine. Die Anordnung gilt weiter, bis das Gericht entscheidet.`,
    },
    noDue: 'Für die Bestätigung ist keine Frist angegeben.',
    confirmed: (date: string) => `Bestätigt am ${date}`,
    recordedBy: (side: string) => `eingetragen von: ${side}`,
    record: 'Bestätigung eintragen',
    recordHint: 'Den Beschluss selbst fügen Sie bitte einer Nachricht als Datei bei.',
    confirmedOn: 'Tag der Entscheidung',
    court: 'Gericht',
    courtFileNumber: 'Aktenzeichen des Gerichts',
    statement: 'Was wurde entschieden?',
    saveConfirmation: 'Verschlüsselt eintragen',
    required: 'Füllen Sie dieses Feld aus.',
    dateInvalid: 'Geben Sie einen Tag an, der nicht in der Zukunft liegt.',
    timeInvalid: 'Geben Sie Tag und Uhrzeit an.',
    tick: 'Das muss bestätigt sein.',
    locked: 'Schließen Sie auf, um die Angaben zu lesen.',
  },

  canned: {
    title: 'Textbausteine',
    intro:
      'Diese Texte schlägt das Portal für Mängel und Nachrichten vor, in der Sprache der Behörde. Sie sind für alle Teams gleich und enthalten keine Angaben aus Ersuchen.',
    text: 'Text',
    save: 'Speichern',
    reset: 'Vorgabe wiederherstellen',
    isDefault: 'Vorgabe des Portals',
    changed: (name: string, date: string) => `Geändert von ${name} am ${date}`,
    saved: 'Der Textbaustein ist gespeichert.',
    language: 'Sprache',
  },
};
