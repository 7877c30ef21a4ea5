import type { DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import type { SectionState } from '#app/legal-requests/form-schema.ts';

export const draft = {
  opening: 'Der Entwurf wird entschlüsselt …',
  openFailedTitle: 'Der Entwurf lässt sich nicht öffnen',
  openFailed:
    'Er ist gespeichert, konnte hier aber nicht entschlüsselt werden. Laden Sie die Seite neu und entsperren Sie Ihre Schlüssel.',
  again: 'Noch einmal versuchen',
  status: {
    unchanged: 'Wird beim Schreiben gespeichert',
    saved: (time: string) => `Gespeichert um ${time} Uhr`,
    saving: 'Wird gespeichert …',
    retrying: 'Nicht gespeichert – wird wieder versucht',
    stopped: 'Nicht gespeichert – bitte bestätigen Sie, dass Sie es sind',
    conflict: 'Nicht gespeichert – es gibt eine neuere Fassung',
    refused: 'Nicht gespeichert',
  } satisfies Record<DraftStatus['phase'], unknown>,
  explanation:
    'Gespeichert wird verschlüsselt, nur für Ihre Behörde. Kolleginnen und Kollegen können den Entwurf fortsetzen.',
  conflict: {
    title: 'Es gibt eine neuere Fassung',
    text: (name: string, time: string) =>
      `${name} hat diesen Entwurf um ${time} Uhr in einem anderen Fenster gespeichert. Damit nichts verloren geht, wird hier nichts mehr gespeichert, bis Sie gewählt haben.`,
    takeNewer: 'Neuere Fassung übernehmen',
    takeNewerHint: 'Was Sie seitdem in diesem Fenster geschrieben haben, geht verloren.',
    keepMine: 'Meine Fassung behalten',
    keepMineHint: 'Sie ersetzt die neuere Fassung.',
  },
  discarded: {
    title: 'Dieser Entwurf wurde gelöscht',
    text: 'Jemand anderes hat ihn inzwischen gelöscht. Was Sie geschrieben haben, steht noch in diesem Fenster.',
    keepMine: 'Meine Fassung speichern',
    giveUp: 'Nicht speichern',
  },
};

export const taskList = {
  title: (category: string) => `Ersuchen um ${category}`,
  correctionTitle: (reference: string) => `${reference} korrigieren`,
  lead: 'Füllen Sie die Abschnitte in beliebiger Reihenfolge aus. Sie können jederzeit unterbrechen.',
  sections: 'Abschnitte',
  progress: (done: number, total: number) => `${done} von ${total} Abschnitten sind fertig`,
  states: {
    not_started: 'Noch nicht begonnen',
    incomplete: 'Unvollständig',
    complete: 'Fertig',
    optional: 'Freiwillig',
    faulty: 'Bitte prüfen',
    finding: 'Beanstandet',
    uploading: 'Wird übertragen',
  } satisfies Record<SectionState | 'optional' | 'faulty' | 'finding' | 'uploading', string>,
  checkTitle: 'Prüfen und einreichen',
  check: 'Angaben prüfen',
  discard: 'Entwurf löschen',
  discardCorrection: 'Korrektur verwerfen',
  discardTitle: 'Entwurf löschen?',
  discardText: 'Alle Angaben und Dateien dieses Entwurfs werden gelöscht. Das lässt sich nicht zurücknehmen.',
  discardCorrectionText:
    'Ihre Änderungen werden gelöscht. Das eingereichte Ersuchen bleibt, wie es ist; bis zum Ende der Frist können Sie neu mit der Korrektur beginnen.',
  discardYes: 'Ja, löschen',
};

export const section = {
  back: 'Zur Übersicht',
  next: 'Weiter',
  later: 'Später ergänzen',
  example: (example: string) => `Beispiel: ${example}`,
  allSealed:
    'Alle Angaben auf dieser Seite werden auf Ihrem Gerät verschlüsselt. Nur Ihre Behörde und die Prüfenden können sie lesen.',
  partlySealed: (labels: string) =>
    `Der Server kann lesen: ${labels}. Er braucht das, um das Ersuchen zuzuordnen und an Fristen zu erinnern. Alles andere wird auf Ihrem Gerät verschlüsselt; nur Ihre Behörde und die Prüfenden können es lesen.`,
  readOfTargets: 'Anzahl der Kennungen',
  readOfFiles: 'Anzahl, Art und Größe der Dateien',
  quoted: (label: string) => `„${label}“`,
  charactersLeft: (count: number) => `Noch ${count} Zeichen`,
  charactersOver: (count: number) => `${count} Zeichen zu viel`,
  notAsked: 'Dieser Abschnitt gehört nicht zu Ihrem Ersuchen',
  notAskedText:
    'Nach Ihren bisherigen Angaben wird er nicht gebraucht. Gehen Sie zur Übersicht, um weiterzumachen.',
  choose: 'Bitte wählen',
  otherTimeZones: 'Alle Zeitzonen',
  usualTimeZones: 'Häufige Zeitzonen',
  findingOverall: 'Anmerkung zum ganzen Ersuchen',
  changed: 'von Ihnen geändert',
  whatToDo: 'Was Sie tun können',
};

export const legalBasis = {
  filter: 'Liste eingrenzen',
  filterHint: 'Paragraf, Gesetz oder Stichwort, zum Beispiel „100j“',
  found: (count: number) => (count === 1 ? '1 Vorschrift' : `${count} Vorschriften`),
  none: 'Keine Vorschrift passt zu diesem Wort. Löschen Sie es, um alle zu sehen.',
  foreignHint:
    'Sie sehen die Vorschriften, die zu Ihrem Weg des Ersuchens passen. Passt keine, prüfen Sie den Weg.',
  noneAtAllTitle: 'Für Ihre Behörde gibt es hier keine Vorschrift',
  noneAtAll:
    'Behörden außerhalb Deutschlands können diese Daten nur erhalten, wenn sie Straftaten verfolgen. Sonst bitten Sie die deutsche Behörde um Amts- oder Rechtshilfe, die für Ihre Aufgabe zuständig ist: Sie stellt das Ersuchen dann selbst. Ist Ihre Behörde bei uns falsch eingeordnet, schreiben Sie der Stelle, die Sie bestätigt hat.',
};

export const targets = {
  one: (number: number) => `Kennung ${number}`,
  remove: (number: number) => `Kennung ${number} entfernen`,
  removeShort: 'Entfernen',
  add: 'Weitere Kennung hinzufügen',
  count: (count: number) => (count === 1 ? '1 Kennung' : `${count} Kennungen`),
  import: 'Viele Kennungen auf einmal',
  paste: 'Zeilen aus einer Tabelle',
  file: 'CSV-Datei',
  take: 'Zeilen übernehmen',
  fileUnreadable: 'Diese Datei lässt sich nicht als Text lesen. Speichern Sie die Tabelle als CSV (UTF-8).',
  fieldNotEmpty:
    'Im Feld stehen noch Zeilen. Übernehmen oder löschen Sie diese zuerst, dann laden Sie die Datei.',
  fileTooLarge: 'Diese Datei ist größer als 1 MB. Wählen Sie nur die nötigen Zeilen aus.',
  stillThere: 'Die Zeilen mit Fehlern stehen noch im Feld. Verbessern Sie sie und übernehmen Sie sie erneut.',
  leaving: {
    title: 'Diese Zeilen sind noch nicht übernommen',
    text: 'Im Feld „Zeilen aus einer Tabelle“ stehen noch Zeilen. Wenn Sie die Seite verlassen, gehen sie verloren.',
    stay: 'Hierbleiben',
    leave: 'Ohne diese Zeilen weiter',
  },
};
