/**
 * Mails to authorities that wrote by e-mail. Each goes out in all languages at once, because nobody knows the reader's.
 * Nothing in them comes from the mail that they answer.
 */
export type IntakeMailValues = {
  provider: string;
  /** Address of the portal. */
  portal: string;
  /** Where encrypted mails go to. */
  address: string;
  /** Of the intake key, in groups; '' while there is none. */
  fingerprint: string;
};

export const de = {
  plain_mail_refused: ({ provider, portal, address, fingerprint }: IntakeMailValues) => ({
    subject: 'Ihre unverschlüsselte E-Mail wurde nicht angenommen',
    text: [
      'Guten Tag,',
      `Ihre E-Mail an ${provider} war nicht verschlüsselt. Auskunftsersuchen und Anordnungen dürfen wir auf diesem Weg nicht entgegennehmen: Sie müssen nach dem Stand der Technik gesichert übermittelt werden (§ 31 TKÜV, § 174 Abs. 7 TKG). Wir haben den Inhalt weder gelesen noch gespeichert; gilt Ihr Anliegen noch, senden Sie es bitte noch einmal auf einem dieser Wege:`,
      `1. Im Portal, ohne zusätzliche Programme: ${portal}\nDie Registrierung dauert etwa fünf Minuten. Ihr Browser verschlüsselt alles, und Sie sehen jederzeit den Stand.`,
      `2. Mit OpenPGP verschlüsselt an ${address}. Unser Schlüssel hängt an. Vergleichen Sie bitte seinen Fingerabdruck:\n${fingerprint}\nHängen Sie Ihren eigenen öffentlichen Schlüssel an, damit wir Ihnen antworten können.`,
    ].join('\n\n'),
  }),
  mail_unreadable: ({ provider, portal, address, fingerprint }: IntakeMailValues) => ({
    subject: 'Ihre verschlüsselte E-Mail ließ sich nicht öffnen',
    text: [
      'Guten Tag,',
      `Ihre verschlüsselte E-Mail an ${provider} ließ sich nicht öffnen: Sie kam unvollständig an, war für einen anderen Schlüssel bestimmt oder in einem anderen Verfahren verschlüsselt. Wir bitten um Entschuldigung für die Mühe.`,
      `Bitte senden Sie sie noch einmal, mit OpenPGP verschlüsselt, an ${address}. Unser Schlüssel hängt an. Sein Fingerabdruck:\n${fingerprint}`,
      `Oder nutzen Sie das Portal; dort ist nichts einzurichten: ${portal}`,
    ].join('\n\n'),
  }),
  key_wanted: ({ provider, portal, address, fingerprint }: IntakeMailValues) => ({
    subject: 'Wir brauchen Ihren öffentlichen OpenPGP-Schlüssel',
    text: [
      'Guten Tag,',
      `${provider} hat Ihr Schreiben erhalten und möchte Ihnen verschlüsselt antworten. Dazu fehlt uns Ihr öffentlicher OpenPGP-Schlüssel.`,
      `Bitte senden Sie ihn an ${address}, möglichst in einer E-Mail, die Sie mit unserem Schlüssel verschlüsseln. Er hängt an. Sein Fingerabdruck:\n${fingerprint}\nSenden Sie uns nie Ihren privaten Schlüssel.`,
      `Wenn Sie keinen Schlüssel haben, nutzen Sie bitte das Portal: ${portal}`,
    ].join('\n\n'),
  }),
  portal_invitation: ({ provider, portal }: IntakeMailValues) => ({
    subject: 'Ihr Zugang zum Portal für Behörden',
    text: [
      'Guten Tag,',
      `${provider} nimmt Ersuchen von Behörden in einem Portal entgegen und stellt die Antworten dort bereit: ${portal}`,
      'Die Registrierung dauert etwa fünf Minuten. Sie brauchen Ihre dienstliche E-Mail-Adresse und einen Rechner, auf dem Sie einen Passkey einrichten dürfen. Wir prüfen Ihre Behörde und schalten Sie frei. Ihr Browser verschlüsselt alles; Programme müssen Sie nicht installieren.',
    ].join('\n\n'),
  }),
  answer_sent: ({ provider, portal }: IntakeMailValues) => ({
    subject: 'Die Antwort auf Ihr Ersuchen',
    text: [
      'Guten Tag,',
      `${provider} hat Ihr Ersuchen beantwortet. Die Antwort hängt an: jede Datei ist mit OpenPGP für Ihren Schlüssel verschlüsselt. Was die Dateien heißen, steht verschlüsselt in ihnen.`,
      `Öffnen Sie sie mit dem Programm, mit dem Sie Ihren Schlüssel verwenden, zum Beispiel: gpg --decrypt 02.pgp > antwort\nDie Datei 01.pgp ist die Echtheitsbescheinigung (PDF). manifest.pgp verzeichnet alle Dateien mit ihren Prüfsummen, unterschrieben mit unserem Schlüssel.`,
      `Bitte sichern Sie die Dateien bald; wir halten sie nur kurze Zeit vor. Größere Antworten stellen wir im Portal bereit: ${portal}`,
    ].join('\n\n'),
  }),
};
