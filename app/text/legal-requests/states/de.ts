import type { Decision, Status } from '#app/legal-requests/legal-request-values.ts';
import type { AnswerOutcome } from '#app/legal-requests/reasons.ts';
import type { Action, Turn } from '#app/legal-requests/statuses.ts';

type StatusText = {
  name: string;
  /** What it means, for both sides. */
  meaning: string;
  /** What happens next, said to the authority and to the provider. */
  agencyNext: string;
  providerNext: string;
};

export const statuses = {
  draft: {
    name: 'Entwurf',
    meaning: 'Das Ersuchen ist noch nicht eingereicht. Nur Ihre Behörde kann es sehen.',
    agencyNext:
      'Füllen Sie die Abschnitte aus und reichen Sie das Ersuchen ein. Es wird laufend gespeichert.',
    providerNext: 'Nichts zu tun.',
  },
  submitted: {
    name: 'Eingereicht',
    meaning: 'Das Ersuchen ist eingegangen. Es wartet darauf, dass jemand es ansieht.',
    agencyNext:
      'Sie müssen nichts tun. Wir sehen es innerhalb eines Arbeitstages an, in Eilfällen innerhalb von 6 Stunden. Sie erhalten eine E-Mail, wenn sich etwas ändert.',
    providerNext: 'Übernehmen Sie das Ersuchen und sehen Sie es an.',
  },
  in_review: {
    name: 'In Prüfung',
    meaning: 'Das Ersuchen wird auf Datenschutz und Rechtmäßigkeit geprüft.',
    agencyNext: 'Sie müssen nichts tun. Für eine Annahme oder Ablehnung entscheiden zwei Personen gemeinsam.',
    providerNext:
      'Prüfen Sie das Ersuchen. Annahme und Ablehnung brauchen zwei Unterschriften: Datenschutz und Recht. Zurückgeben kann eine Person allein.',
  },
  returned: {
    name: 'Zur Korrektur zurückgegeben',
    meaning: 'Etwas fehlt oder stimmt nicht. Das Ersuchen ist nicht abgelehnt.',
    agencyNext:
      'Korrigieren Sie die genannten Stellen und reichen Sie das Ersuchen erneut ein. Ihre Angaben und Dateien sind noch da. Sie haben dafür 14 Tage.',
    providerNext: 'Die Behörde ist am Zug. Nach 14 Tagen ohne Korrektur wird das Ersuchen geschlossen.',
  },
  rejected: {
    name: 'Abgelehnt',
    meaning: 'Das Ersuchen ist so nicht zulässig. Die Gründe stehen dabei.',
    agencyNext:
      'Wenn Sie den Mangel beheben können, reichen Sie das Ersuchen innerhalb von 14 Tagen korrigiert erneut ein. Sonst ist nichts zu tun.',
    providerNext:
      'Die Behörde kann innerhalb von 14 Tagen korrigieren. Danach wird das Ersuchen geschlossen.',
  },
  accepted: {
    name: 'Angenommen',
    meaning: 'Das Ersuchen ist rechtmäßig. Die Auskunft wird vorbereitet.',
    agencyNext: 'Sie müssen nichts tun. Sie erhalten eine E-Mail, sobald die Antwort bereitliegt.',
    providerNext: 'Stellen Sie die Daten zusammen und antworten Sie, auch wenn keine Daten vorhanden sind.',
  },
  answered: {
    name: 'Beantwortet',
    meaning: 'Die Antwort liegt verschlüsselt bereit.',
    agencyNext: 'Rufen Sie die Antwort ab und speichern Sie sie in Ihrer Akte.',
    providerNext: 'Nichts zu tun.',
  },
  closed: {
    name: 'Geschlossen',
    meaning: 'Der Vorgang ist beendet.',
    agencyNext: 'Nichts zu tun. Brauchen Sie weitere Daten, stellen Sie ein neues Ersuchen.',
    providerNext: 'Nichts zu tun.',
  },
  withdrawn: {
    name: 'Zurückgezogen',
    meaning: 'Die Behörde hat das Ersuchen zurückgezogen, bevor entschieden war.',
    agencyNext: 'Nichts zu tun. Sie können jederzeit ein neues Ersuchen stellen.',
    providerNext: 'Nichts zu tun. Das Ersuchen wird nicht weiter geprüft.',
  },
} satisfies Record<Status, StatusText>;

export const turns = {
  agency: 'Die Behörde ist am Zug',
  provider: 'Der Anbieter ist am Zug',
  nobody: 'Niemand muss etwas tun',
} satisfies Record<Turn, string>;

export const actions = {
  create: 'Ersuchen beginnen',
  read: 'Ansehen',
  save_draft: 'Entwurf speichern',
  discard_draft: 'Entwurf löschen',
  submit: 'Einreichen',
  withdraw: 'Zurückziehen',
  claim: 'Übernehmen',
  add_note: 'Notiz hinzufügen',
  add_finding: 'Mangel festhalten',
  return: 'Zur Korrektur zurückgeben',
  accept: 'Annehmen',
  reject: 'Ablehnen',
  answer: 'Beantworten',
  close: 'Schließen',
} satisfies Record<Action, string>;

export const decisions = {
  accept: {
    name: 'Annahme',
    meaning: 'Das Ersuchen ist rechtmäßig und fehlerfrei. Die Daten dürfen herausgegeben werden.',
  },
  return: {
    name: 'Rückgabe zur Korrektur',
    meaning: 'Die Behörde kann den Mangel beheben und das Ersuchen erneut einreichen.',
  },
  reject: {
    name: 'Ablehnung',
    meaning:
      'Das Ersuchen ist unzulässig. Die Behörde kann es innerhalb von 14 Tagen korrigiert erneut einreichen.',
  },
} satisfies Record<Decision, { name: string; meaning: string }>;

export const answerOutcomes = {
  answered: 'Vollständig beantwortet',
  answered_in_part: 'Teilweise beantwortet',
  nothing_held: 'Keine Daten vorhanden',
  already_deleted: 'Daten bereits gelöscht',
} satisfies Record<AnswerOutcome, string>;
