import type { DeadlineKind } from '#app/calendar/calendar-file.ts';
import type { MailKeyFault } from '#app/notifications/mail-key.ts';
import type { NotificationKind } from '#app/notifications/notification-kinds.ts';

const kinds: Record<NotificationKind, string> = {
  emergency_submitted: 'Eil-Ersuchen eingegangen',
  legal_request_submitted: 'Ersuchen eingegangen',
  legal_request_withdrawn: 'Ersuchen zurückgezogen',
  legal_request_handed_over: 'Zuständigkeit in Ihrer Dienststelle übergeben',
  legal_request_received: 'Eingang Ihres Ersuchens bestätigt',
  review_started: 'Prüfung Ihres Ersuchens begonnen',
  status_changed: 'Ihr Ersuchen hat einen neuen Stand',
  message_received: 'Neue Nachricht',
  correction_reminder: 'Korrekturfrist endet bald',
  answer_partial: 'Teilantwort liegt bereit',
  answer_expires: 'Antwort wird bald gelöscht',
  deadline_reminder: 'Frist endet bald',
  deadline_missed: 'Frist abgelaufen',
  answer_mail_failed: 'Antwort ging nicht hinaus',
  interception_ending: 'Überwachung endet bald',
  costs_claim_ending: 'Kosten müssen bald abgerechnet werden',
};
const deadlines: Record<DeadlineKind, string> = {
  first_look: 'Erste Prüfung fällig',
  answer_due: 'Antwort fällig',
  correction: 'Ende der Korrekturfrist',
  answer_expires: 'Antwort wird gelöscht',
  emergency_confirmation: 'Bestätigung der Eilanordnung fällig',
  interception_end: 'Ende der Überwachung',
  costs_claim: 'Kosten abrechnen',
};
const keyFaults: Record<MailKeyFault, string> = {
  key_empty: 'Fügen Sie Ihren öffentlichen Schlüssel ein.',
  key_not_readable:
    'Das ist kein lesbarer OpenPGP-Schlüssel. Fügen Sie den ganzen Block ein, von „BEGIN PGP PUBLIC KEY BLOCK“ bis „END PGP PUBLIC KEY BLOCK“.',
  key_private:
    'Das ist ein privater Schlüssel. Geben Sie ihn niemandem. Exportieren Sie den öffentlichen und fügen Sie diesen ein.',
  key_several: 'Das sind mehrere Schlüssel. Fügen Sie nur Ihren eigenen ein.',
  key_unusable:
    'Mit diesem Schlüssel kann man nicht verschlüsseln: Er ist abgelaufen, widerrufen, zu schwach oder nur zum Signieren da.',
};

export const de = {
  title: 'Benachrichtigungen',
  lead: 'Wir schreiben Ihnen, wenn sich etwas tut. In den Nachrichten stehen nur die Vorgangsnummer, die Art des Ereignisses und ein Link, nie etwas über den Fall.',
  link: 'Benachrichtigungen und Kalender einstellen',
  linkLead: 'Worüber wir Ihnen schreiben, ob verschlüsselt, und Ihre Fristen im Kalender.',
  saved: 'Gespeichert',
  choices: {
    title: 'Wann wir Ihnen schreiben',
    kinds,
    timings: { now: 'sofort', digest: 'in der Tagesübersicht', off: 'nicht' },
    fixed: 'immer sofort',
    digest: 'Die Tagesübersicht kommt an Arbeitstagen um 7 Uhr, wenn es etwas gibt.',
    security:
      'Nachrichten zur Sicherheit Ihres Kontos und der Schlüssel kommen immer sofort. Sie lassen sich nicht abschalten.',
    none: 'Für Ihre Rolle gibt es nur Nachrichten zur Sicherheit. Sie kommen immer sofort.',
    language: (name: string) => `Wir schreiben Ihnen auf ${name}.`,
    changeLanguage: 'Sprache ändern',
  },
  key: {
    title: 'Verschlüsselung mit Ihrem OpenPGP-Schlüssel',
    lead: 'Wenn Sie selbst OpenPGP benutzen, können wir Ihnen verschlüsselt schreiben. Dann verrät auch der Betreff nichts.',
    label: 'Ihr öffentlicher Schlüssel',
    hint: 'Der Block beginnt mit -----BEGIN PGP PUBLIC KEY BLOCK-----',
    save: 'Schlüssel hinterlegen',
    replace: 'Schlüssel ersetzen',
    remove: 'Nicht mehr verschlüsseln',
    current: 'Wir verschlüsseln mit diesem Schlüssel',
    compare: 'Vergleichen Sie den Fingerabdruck mit dem in Ihrem Mailprogramm.',
    expires: (date: string) => `Er gilt bis ${date}.`,
    expired: (date: string) =>
      `Er ist am ${date} abgelaufen. Bis Sie einen neuen hinterlegen, schreiben wir Ihnen nur, dass es etwas gibt.`,
    never: 'Er läuft nicht ab.',
    faults: keyFaults,
  },
  calendar: {
    title: 'Fristen im Kalender',
    lead: 'Mit einer geheimen Adresse zeigt Ihr Kalenderprogramm die Fristen an: Art der Frist und Vorgangsnummer, sonst nichts.',
    name: 'Amtsweg – Fristen',
    create: 'Adresse erzeugen',
    renew: 'Neue Adresse erzeugen',
    remove: 'Adresse ungültig machen',
    since: (date: string) => `Es gibt eine Adresse, erzeugt am ${date}.`,
    renewHint: 'Eine neue Adresse macht die alte ungültig.',
    createdTitle: 'Ihre Adresse – sie wird nur jetzt angezeigt',
    createdHint:
      'Kopieren Sie sie in Ihr Kalenderprogramm („Kalender abonnieren“). Wer sie kennt, sieht Ihre Fristen. Geben Sie sie nicht weiter.',
    label: 'Adresse des Kalenders',
    removed: 'Die Adresse gilt nicht mehr',
    deadlines,
  },
};
