/**
 * All mails. They carry no case data (promise 24): at most the request's reference, its status and an address of the
 * portal. No mail asks for anything secret.
 */
type Values = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, string>> = {
  submitted: 'eingegangen',
  in_review: 'in Prüfung',
  returned: 'zur Korrektur zurückgegeben',
  rejected: 'abgelehnt',
  accepted: 'angenommen',
  answered: 'beantwortet',
  closed: 'abgeschlossen',
  withdrawn: 'zurückgezogen',
};
const roles: Readonly<Record<string, string>> = {
  investigator: 'Ermittlerin oder Ermittler',
  lead: 'Leitung der Dienststelle',
  clerk: 'Sachbearbeitung',
  dpo: 'Datenschutzbeauftragte oder Datenschutzbeauftragter',
  counsel: 'Rechtsanwältin oder Rechtsanwalt',
  admin: 'Verwaltung des Portals',
  auditor: 'Revision',
};
const word = (words: Readonly<Record<string, string>>, value = '') => words[value] ?? value;

/** What stands in every mail: who writes, and that we never ask for secrets. */
const mail = (subject: string, ...paragraphs: string[]) => ({
  subject,
  text: [
    'Guten Tag,',
    ...paragraphs,
    'Diese Nachricht wurde automatisch verschickt; Antworten werden nicht gelesen. Wir fragen nie nach Codes, Passphrasen oder Schlüsseln.',
    'Amtsweg',
  ].join('\n\n'),
});

/** Where to look; without an address when the mail was queued without one. */
const inPortal = (url: string) =>
  url === ''
    ? 'Einzelheiten finden Sie nach der Anmeldung im Portal.'
    : `Einzelheiten finden Sie nach der Anmeldung:\n${url}`;

export const de = {
  confirmation_code: ({ code = '' }: Values) =>
    mail(
      `${code} ist Ihr Bestätigungscode`,
      `Ihr Code für die Registrierung bei Amtsweg lautet:\n\n    ${code}`,
      'Er gilt zehn Minuten. Geben Sie ihn niemandem weiter. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
    ),
  account_exists: ({ url = '' }: Values) =>
    mail(
      'Sie haben schon ein Konto',
      'Jemand hat versucht, mit Ihrer Adresse ein Konto bei Amtsweg anzulegen. Es gibt für sie schon eines, deshalb wurde keines angelegt.',
      `Wenn Sie das waren, melden Sie sich hier mit Ihrem Passkey an:\n${url}`,
      'Wenn nicht, müssen Sie nichts tun.',
    ),
  invitation: ({ url = '', team = '', role = '' }: Values) =>
    mail(
      'Ihre Einladung zu Amtsweg',
      `Sie sind eingeladen, ein Konto einzurichten (${team}, Rolle: ${word(roles, role)}). Der Link gilt sieben Tage und nur einmal:\n${url}`,
    ),
  registration_waiting: ({ team = '', url = '' }: Values) =>
    mail(
      'Jemand wartet auf Freigabe',
      `Für „${team}“ hat sich jemand registriert und wartet auf Freigabe oder Prüfung.`,
      `Zum Portal: ${url}`,
    ),
  person_admitted: ({ url = '', key = '' }: Values) =>
    mail(
      'Ihr Konto ist freigegeben',
      `Sie können Amtsweg jetzt benutzen:\n${url}`,
      ...(key === 'later'
        ? ['Verschlüsseltes können Sie lesen, sobald Ihnen jemand aus Ihrem Team den Schlüssel gegeben hat.']
        : []),
    ),
  person_declined: () =>
    mail(
      'Ihr Konto wurde nicht freigegeben',
      'Ihre Registrierung bei Amtsweg wurde abgelehnt. Wenn Sie das für einen Irrtum halten, wenden Sie sich an die Leitung Ihrer Dienststelle.',
    ),
  return_declined: ({ name = '' }: Values) =>
    mail(
      'Die Rückkehr in ein Konto wurde abgelehnt',
      `Das Konto von ${name} ist gesperrt. Jemand war mit dem Wiederherstellungscode oder dem Link für neuen Zugang hineingekommen und wurde abgelehnt; Passkey und Code gelten nicht mehr.`,
      `Wenn das doch ${name} war, kann die Leitung der Dienststelle oder die Verwaltung des Portals neuen Zugang vorschlagen.`,
    ),
  waiting_again: ({ access = '' }: Values) =>
    mail(
      'Ihr Konto wartet wieder auf Freigabe',
      'Ihr Konto bei Amtsweg wartet wieder auf Freigabe.',
      access === 'ended'
        ? 'Ihr Passkey und Ihr Wiederherstellungscode gelten nicht mehr. Die Leitung Ihrer Dienststelle oder die Verwaltung des Portals muss Ihnen zuerst neuen Zugang geben; den Link dafür bekommen Sie per E-Mail.'
        : 'Sie müssen nichts tun und bekommen eine E-Mail, sobald darüber entschieden ist.',
    ),
  person_withdrawn: () =>
    mail(
      'Ihr Zugang ist beendet',
      'Sie wurden bei Amtsweg aus Ihrer Dienststelle genommen und können sich nicht mehr anmelden. Wenn Sie das für einen Irrtum halten, wenden Sie sich an die Leitung Ihrer Dienststelle.',
    ),
  team_key_due: ({ url = '' }: Values) =>
    mail(
      'Ihre Dienststelle braucht einen neuen Schlüssel',
      `Jemand aus Ihrer Dienststelle ist ausgeschieden und kannte den Schlüssel. Erzeugen Sie bitte gleich einen neuen:\n${url}`,
    ),
  agency_key_rotated: ({ url = '' }: Values) =>
    mail(
      'Der neue Schlüssel einer Behörde wartet auf Bestätigung',
      `Eine Behörde hat ihren Schlüssel gewechselt. Bis er bestätigt ist, kann sie nichts senden. Rufen Sie an und vergleichen Sie den Fingerabdruck:\n${url}`,
    ),
  agency_verified: ({ url = '' }: Values) =>
    mail(
      'Ihre Behörde ist geprüft',
      `Die Prüfung Ihrer Behörde ist abgeschlossen. Sie können Amtsweg jetzt benutzen:\n${url}`,
    ),
  agency_declined: () =>
    mail(
      'Ihre Behörde wurde nicht zugelassen',
      'Wir konnten Ihre Behörde nicht bestätigen und haben die Registrierung abgelehnt. Wenn Sie das für einen Irrtum halten, rufen Sie uns unter der Nummer im Impressum des Portals an.',
    ),
  verification_proposed: ({ url = '' }: Values) =>
    mail(
      'Eine Behörde wartet auf die zweite Zustimmung',
      `Die Prüfung einer Behörde ist eingetragen. Eine zweite Person muss zustimmen:\n${url}`,
    ),
  verification_set_aside: ({ url = '' }: Values) =>
    mail(
      'Eine Prüfung wurde nicht bestätigt',
      `Der Prüfung einer Behörde wurde nicht zugestimmt, oder sie wurde zurückgenommen:\n${url}`,
    ),
  verification_due: ({ team = '', url = '' }: Values) =>
    mail(
      'Eine Behörde ist bald erneut zu prüfen',
      `Die Prüfung von „${team}“ gilt höchstens noch 30 Tage. Rufen Sie die Behörde rechtzeitig an; auch diesmal müssen zwei Personen zustimmen:\n${url}`,
    ),
  verification_overdue: ({ team = '', url = '' }: Values) =>
    mail(
      'Die Prüfung einer Behörde ist abgelaufen',
      `Die zwölf Monate seit der letzten Prüfung von „${team}“ sind vorbei. Die Behörde kann weiterarbeiten. Prüfen Sie sie jetzt erneut oder sperren Sie sie:\n${url}`,
    ),
  report_proposed: ({ url = '', year = '' }: Values) =>
    mail(
      'Transparenzbericht: zweite Zustimmung nötig',
      `Der Transparenzbericht für ${year} soll veröffentlicht werden und wartet auf Ihre Zustimmung. Prüfen Sie Zahlen und Text, bevor Sie zustimmen.`,
      inPortal(url),
    ),
  role_change_proposed: ({ url = '' }: Values) =>
    mail(
      'Ein Rollenwechsel wartet auf die zweite Zustimmung',
      `Eine Änderung einer Rolle ist vorgeschlagen. Eine zweite Person muss zustimmen:\n${url}`,
    ),
  confirmer_admitted: ({ name = '', role = '', by = '', url = '' }: Values) =>
    mail(
      'Jemand im Team kann jetzt zweite Zustimmungen geben',
      `${by} hat ${name} freigegeben (${word(roles, role)}). Die Person kann Prüfungen, Rollen, neuem Zugang und Schlüsseln als zweite zustimmen.`,
      `Kennen Sie die Person nicht oder erwarten Sie sie nicht, fragen Sie gleich nach:\n${url}`,
    ),
  account_recovered: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Ein Konto wurde wiederhergestellt',
      `Das Konto von ${name} (${team}) wurde mit dem Wiederherstellungscode geöffnet. Alle bisherigen Passkeys und Sitzungen sind beendet. Bis eine zweite Person bestätigt, bleibt der Zugang zu allen Daten gesperrt.`,
      `Wenn das nicht ${name} war, lehnen Sie im Portal ab:\n${url}`,
    ),
  access_proposed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Neuer Zugang: zweite Zustimmung nötig',
      `${name} (${team}) soll neuen Zugang zu Amtsweg bekommen, weil alle Passkeys und der Wiederherstellungscode verloren sind. Eine zweite Person muss innerhalb von sieben Tagen zustimmen. Sprechen Sie vorher selbst mit der Person.`,
      `Zum Portal: ${url}`,
    ),
  own_access_proposed: () =>
    mail(
      'Für Sie wurde neuer Zugang vorgeschlagen',
      'Jemand hat vorgeschlagen, Ihnen neuen Zugang zu Amtsweg zu geben, weil Sie alle Passkeys und den Wiederherstellungscode verloren haben. Noch hat sich nichts geändert; eine zweite Person muss zustimmen.',
      'Wenn Sie Ihre Passkeys noch haben, stimmt etwas nicht: Rufen Sie sofort die Leitung Ihrer Dienststelle oder die Verwaltung des Portals an.',
    ),
  access_set_aside: ({ name = '' }: Values) =>
    mail(
      'Neuer Zugang: nicht zugestimmt',
      `Dem neuen Zugang für ${name} wurde nicht zugestimmt, oder der Vorschlag wurde zurückgenommen. Es hat sich nichts geändert.`,
    ),
  access_link: ({ url = '' }: Values) =>
    mail(
      'Ihr neuer Zugang zu Amtsweg',
      `Zwei Personen haben zugestimmt, dass Sie neuen Zugang bekommen. Alle bisherigen Passkeys und Sitzungen sind beendet. Richten Sie hier einen neuen Passkey ein; der Link gilt 24 Stunden und nur einmal:\n${url}`,
      'Danach ruft man Sie an und gibt Sie wieder frei. Wenn Sie keinen neuen Zugang brauchen, benutzen Sie den Link nicht und sagen Sie sofort der Leitung Ihrer Dienststelle oder der Verwaltung des Portals Bescheid.',
    ),
  access_renewed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Neuer Zugang: zwei Personen haben zugestimmt',
      `${name} (${team}) bekommt neuen Zugang. Alle bisherigen Passkeys und Sitzungen sind beendet, und ein Link ging an die dienstliche Adresse. Bis zur Freigabe bleibt der Zugang zu allen Daten gesperrt.`,
      `Wenn das nicht stimmt, sperren Sie das Konto im Portal:\n${url}`,
    ),
  access_used: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Jemand wartet nach neuem Zugang auf Freigabe',
      `${name} (${team}) hat einen neuen Passkey eingerichtet. Rufen Sie die Person an und vergleichen Sie den Fingerabdruck ihres Schlüssels, bevor Sie sie freigeben:\n${url}`,
    ),
  staff_withdrawal_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'Ausscheiden aus dem Team: zweite Zustimmung nötig',
      `${name} soll aus dem Team des Portals genommen werden. Eine zweite Person muss zustimmen:\n${url}`,
    ),
  staff_withdrawn: () =>
    mail(
      'Ihr Zugang ist beendet',
      'Sie wurden bei Amtsweg aus dem Team genommen und können sich nicht mehr anmelden. Wenn Sie das für einen Irrtum halten, wenden Sie sich an die Verwaltung des Portals.',
    ),
  intake_key_known_outside: ({ name = '', url = '' }: Values) =>
    mail(
      'Jemand mit dem Schlüssel des Portals ist ausgeschieden',
      `${name} ist aus dem Team ausgeschieden und kannte den Schlüssel des Portals. Was jetzt zu tun ist, steht hier:\n${url}`,
    ),
  intake_key_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'Ein neuer Schlüssel für das Portal wartet auf Bestätigung',
      `${name} hat einen neuen Schlüssel für das Portal erzeugt. Noch ändert sich nichts: Eine zweite Person muss innerhalb von sieben Tagen anrufen, die Fingerabdrücke vergleichen und bestätigen:\n${url}`,
      'Wenn Sie davon nichts wissen, fragen Sie nach – unter einer Nummer, die Sie kennen.',
    ),
  intake_key_changed: ({ url = '' }: Values) =>
    mail(
      'Das Portal hat einen neuen Schlüssel',
      `Zwei Personen haben den Schlüssel des Portals gewechselt. Ihr Browser übernimmt den neuen von selbst; was mit dem alten verschlüsselt wurde, bleibt lesbar. Der Betreiber sollte den neuen Fingerabdruck in die Einstellungen schreiben:\n${url}`,
    ),
  key_alarm: ({ url = '' }: Values) =>
    mail(
      'ALARM: Ein Browser sieht einen anderen Schlüssel',
      'Der Browser einer angemeldeten Person hat einen anderen Schlüssel des Portals bekommen als beim letzten Mal. Er hat das Verschlüsseln angehalten. Prüfen Sie sofort Server und Datenbank, und vergleichen Sie den Fingerabdruck.',
      `Einzelheiten stehen im Protokoll:\n${url}`,
    ),
  message_received: ({ reference = '', intent = '', url = '' }: Values) =>
    mail(
      intent === 'asks' ? `${reference}: Nachricht, bitte antworten` : `${reference}: neue Nachricht`,
      intent === 'asks'
        ? `Zum Ersuchen ${reference} hat die andere Seite eine Frage geschrieben. Sie sind am Zug.`
        : `Zum Ersuchen ${reference} gibt es eine neue Nachricht.`,
      inPortal(url),
    ),
  deadline_reminder: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: Frist endet bald`,
      `Die Frist für das Ersuchen ${reference} endet in weniger als einem Tag. Bitte kümmern Sie sich darum.`,
      inPortal(url),
    ),
  deadline_missed: ({ reference = '', url = '' }: Values) =>
    mail(
      `ÜBERFÄLLIG: ${reference}`,
      `Die Frist für das Ersuchen ${reference} ist abgelaufen. Diese Nachricht geht an alle, die prüfen.`,
      inPortal(url),
    ),
  answer_mail_failed: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: Antwort nicht gesendet`,
      `Die Antwort auf das Ersuchen ${reference} konnte nicht per E-Mail gesendet werden. Es wird nicht weiter versucht. Was jetzt zu tun ist, steht auf der Seite der Antwort.`,
      inPortal(url),
    ),
  interception_ending: ({ reference = '', days = '', url = '' }: Values) =>
    mail(
      `${reference}: Überwachung endet in ${days} Tagen`,
      `Die Überwachung zum Ersuchen ${reference} endet in ${days} Tagen. Für eine Verlängerung ist ein neues Ersuchen mit Anordnung nötig.`,
      inPortal(url),
    ),
  daily_digest: ({ count = '', lines = '', url = '' }: Values) =>
    mail(
      count === '1' ? 'Tagesübersicht: 1 Ereignis' : `Tagesübersicht: ${count} Ereignisse`,
      'Seit der letzten Übersicht ist dies geschehen:',
      lines,
      `Was Sie sofort, gesammelt oder gar nicht bekommen, stellen Sie hier ein:\n${url}`,
    ),
  costs_claim_ending: ({ reference = '', days = '', url = '' }: Values) =>
    mail(
      `${reference}: Kosten noch ${days} Tage abrechenbar`,
      `Der Anspruch auf Entschädigung für das Ersuchen ${reference} erlischt in ${days} Tagen. Bitte rechnen Sie ihn vorher ab.`,
      inPortal(url),
    ),
  mail_key_unusable: ({ url = '' }: Values) =>
    mail(
      'Ihr OpenPGP-Schlüssel ist nicht mehr brauchbar',
      'Es gibt eine Benachrichtigung für Sie. Sie konnte nicht mit Ihrem OpenPGP-Schlüssel verschlüsselt werden, zum Beispiel, weil er abgelaufen ist. Deshalb steht ihr Inhalt nicht in dieser Nachricht.',
      `Hinterlegen Sie einen gültigen Schlüssel oder schalten Sie die Verschlüsselung aus:\n${url}`,
    ),
  mail_key_changed: ({ url = '' }: Values) =>
    mail(
      'Verschlüsselung Ihrer Benachrichtigungen geändert',
      'Der OpenPGP-Schlüssel für Ihre Benachrichtigungen wurde hinterlegt, ersetzt oder entfernt.',
      `Wenn Sie das nicht waren, sehen Sie sofort nach, und sagen Sie der Verwaltung des Portals Bescheid:\n${url}`,
    ),
  status_changed: ({ reference = '', status = '', url = '' }: Values) =>
    mail(
      `${reference}: ${word(statuses, status)}`,
      `Ihr Ersuchen ${reference} hat einen neuen Stand: ${word(statuses, status)}.`,
      inPortal(url),
    ),
  answer_partial: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: eine Teilantwort liegt bereit`,
      `Zum Ersuchen ${reference} liegt eine Teilantwort bereit. Weitere folgen.`,
      inPortal(url),
    ),
  answer_expires: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: Dateien der Antwort werden bald gelöscht`,
      `Die Dateien der Antwort auf das Ersuchen ${reference} werden in weniger als sieben Tagen gelöscht. Laden Sie sie vorher herunter.`,
      inPortal(url),
    ),
  correction_reminder: ({ reference = '', days = '', url = '' }: Values) =>
    mail(
      `${reference}: noch ${days} Tage für die Korrektur`,
      `Die Frist, das Ersuchen ${reference} zu korrigieren, endet in ${days} Tagen.`,
      inPortal(url),
    ),
  legal_request_received: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: eingegangen`,
      `Ihr Ersuchen ${reference} ist eingegangen. Die Empfangsbestätigung liegt im Portal.`,
      inPortal(url),
    ),
  legal_request_submitted: ({ reference = '', priority = '', url = '' }: Values) =>
    mail(
      priority === 'emergency' ? `EILT – neu im Eingang: ${reference}` : `Neu im Eingang: ${reference}`,
      priority === 'emergency'
        ? `Das Eil-Ersuchen ${reference} ist eingegangen. Bitte sehen Sie es sofort an.`
        : `Das Ersuchen ${reference} ist eingegangen.`,
      inPortal(url),
    ),
  legal_request_handed_over: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: zuständig ist jetzt jemand anderes`,
      `In Ihrer Dienststelle wurde das Ersuchen ${reference} übergeben. Wer jetzt zuständig ist, sehen Sie im Portal.`,
      inPortal(url),
    ),
  legal_request_withdrawn: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: zurückgezogen`,
      `Die Behörde hat das Ersuchen ${reference} zurückgezogen.`,
      inPortal(url),
    ),
};
