import { account } from './account-de.ts';
import { desk } from './desk-de.ts';

export const de = {
  account,
  desk,
  roles: {
    investigator: 'Ermittlerin oder Ermittler',
    lead: 'Leitung der Dienststelle',
    clerk: 'Sachbearbeitung',
    dpo: 'Datenschutzbeauftragte oder Datenschutzbeauftragter',
    counsel: 'Rechtsanwältin oder Rechtsanwalt',
    admin: 'Verwaltung des Portals',
    auditor: 'Revision',
  },
  personStatuses: {
    waiting: 'wartet auf Freigabe',
    active: 'freigegeben',
    declined: 'abgelehnt',
    suspended: 'gesperrt',
    withdrawn: 'ausgeschieden',
  },
  agencyKinds: {
    police: 'Polizei',
    prosecution: 'Staatsanwaltschaft',
    customs: 'Zoll',
    constitution_protection: 'Verfassungsschutz',
    intelligence: 'Nachrichtendienst',
    regulatory: 'Bußgeldbehörde',
    other: 'andere Behörde',
  },
  fieldErrors: {
    too_long: 'Das ist zu lang. Kürzen Sie die Angabe.',
    email_invalid: 'Geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel vorname.name@behoerde.de.',
    email_free_mail:
      'Das ist eine Adresse, die jede und jeder bekommen kann. Nehmen Sie Ihre dienstliche Adresse: Nur sie zeigt, dass Sie für eine Behörde handeln.',
    code_invalid: 'Der Code hat sechs Ziffern.',
    code_wrong: 'Dieser Code stimmt nicht. Prüfen Sie die Ziffern in der neuesten E-Mail.',
    code_expired: 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    name_missing: 'Geben Sie Ihren Vor- und Nachnamen ein.',
    rank_missing: 'Geben Sie Ihre Amts- oder Dienstbezeichnung ein.',
    unit_missing: 'Geben Sie Ihre Dienststelle oder Ihr Referat ein.',
    telephone_invalid: 'Geben Sie eine Telefonnummer mit Vorwahl ein, zum Beispiel 030 123456-78.',
    agency_missing: 'Wählen Sie eine Behörde aus.',
    agency_name_missing: 'Geben Sie den vollständigen Namen der Behörde ein.',
    agency_kind_missing: 'Wählen Sie die Art der Behörde aus.',
    country_missing: 'Wählen Sie ein Land aus.',
    domain_invalid: 'Eine der Angaben ist keine Domain. Schreiben Sie zum Beispiel polizei.berlin.de.',
    domain_missing: 'Geben Sie mindestens eine Domain ein.',
    method_missing: 'Wählen Sie aus, wie geprüft wurde.',
    number_missing: 'Geben Sie die angerufene Telefonnummer ein.',
    source_missing: 'Geben Sie an, woher die Nummer stammt.',
    passkey_name_missing: 'Geben Sie dem Passkey einen Namen.',
    role_missing: 'Wählen Sie eine Rolle aus.',
  },
  register: {
    title: 'Registrieren',
    step: (step: number, of: number) => `Registrieren – Schritt ${step} von ${of}`,
    email: {
      title: 'Ihre dienstliche E-Mail-Adresse',
      lead: 'Die Registrierung dauert etwa fünf Minuten und ist nur einmal nötig. Wir schicken Ihnen zuerst einen Code, um Ihre Adresse zu bestätigen.',
      label: 'Dienstliche E-Mail-Adresse',
      hint: 'Keine private Adresse. Zum Beispiel vorname.name@behoerde.de',
      submit: 'Code anfordern',
      haveAccount: 'Sie sind schon registriert?',
    },
    code: {
      title: 'Code eingeben',
      lead: (email: string) =>
        `Wir haben eine E-Mail an ${email} geschickt. Der Code darin gilt zehn Minuten, und Sie haben fünf Versuche.`,
      label: 'Code aus der E-Mail',
      hint: 'Sechs Ziffern',
      sentAgain: 'Wir haben eine neue E-Mail geschickt. Ältere Codes gelten nicht mehr.',
      notArrived: 'Nichts angekommen? Sehen Sie auch im Spam-Ordner nach.',
      sendAgain: 'Neuen Code anfordern',
      otherAddress: 'Andere Adresse nehmen',
      demoTitle: 'Vorführung: Es werden keine E-Mails verschickt',
      demoText: 'Den Code finden Sie hier:',
    },
    person: {
      title: 'Ihre Angaben',
      lead: (email: string) => `Ihre Adresse ${email} ist bestätigt. Wer sind Sie?`,
      name: 'Vor- und Nachname',
      rank: 'Amts- oder Dienstbezeichnung',
      rankHint: 'Zum Beispiel Kriminalhauptkommissarin',
      unit: 'Dienststelle oder Referat',
      unitHint: 'Zum Beispiel LKA 542, Cybercrime',
      telephone: 'Telefon (Durchwahl)',
      telephoneHint: 'Mit Vorwahl. Unter dieser Nummer erreichen wir Sie bei Rückfragen.',
    },
    agency: {
      title: 'Ihre Behörde',
      noneKnown:
        'Zu Ihrer E-Mail-Adresse kennen wir noch keine Behörde. Beschreiben Sie sie bitte; wir prüfen sie mit einem Anruf.',
      choose: 'Für welche Behörde handeln Sie?',
      chooseHint: 'Diese Behörden passen zu Ihrer E-Mail-Adresse.',
      other: 'Eine andere Behörde',
      name: 'Name der Behörde',
      nameHint: 'Vollständig, zum Beispiel Landeskriminalamt Berlin',
      country: 'Land',
      kind: 'Art der Behörde',
      kindEmpty: 'Bitte auswählen',
      domain: (domain: string) => `E-Mail-Domain der Behörde: ${domain} (aus Ihrer Adresse)`,
    },
    passkey: {
      title: 'Passkey einrichten',
      lead: 'Mit einem Passkey melden Sie sich ohne Passwort an, und nur er schließt Ihre Schlüssel auf. Er kann nicht erraten, abgefangen oder von einer falschen Seite abgefragt werden. Sie brauchen eines davon:',
      whatPlatform:
        'diesen Rechner mit Fingerabdruck, Gesichtserkennung oder Geräte-PIN (zum Beispiel Windows Hello)',
      whatKey: 'einen Sicherheitsschlüssel (FIDO2, mit PIN)',
      whatPhone: 'ein Smartphone mit Bildschirmsperre',
      keys: 'Zugleich werden in diesem Browser Ihre Schlüssel erzeugt. Sie verlassen ihn nur verschlossen: Wir können sie nicht öffnen.',
      create: 'Passkey einrichten',
      working: 'Bitte bestätigen Sie am Gerät …',
      failed: 'Der Passkey wurde nicht eingerichtet',
    },
    second: {
      title: 'Einen zweiten Passkey einrichten?',
      lead: 'Wenn Ihr Gerät verloren geht oder ersetzt wird, kommen Sie mit einem zweiten Passkey weiter an Ihre Vorgänge – zum Beispiel auf einem Sicherheitsschlüssel in der Schublade. Sie können das auch später unter „Mein Konto“ tun.',
      thenConfirm:
        'Nach dem Einrichten fragt der Browser noch nach einem Passkey, den Sie schon haben. So kann niemand an Ihrem offenen Bildschirm einen hinzufügen.',
      add: 'Weiteren Passkey einrichten',
      later: 'Später',
    },
  },
  passphrase: {
    title: 'Passphrase festlegen',
    whyTitle: 'Dieser Passkey kann Sie anmelden, aber Ihre Schlüssel nicht aufschließen',
    why: 'Deshalb brauchen Ihre Schlüssel zusätzlich eine Passphrase. Sie geben sie nach jeder Anmeldung ein. Wer sie errät und unsere Datenbank stiehlt, könnte Ihre Vorgänge lesen: Nehmen Sie mehrere zufällige Wörter und verwenden Sie sie nirgends sonst. Wir kennen die Passphrase nicht und können sie nicht zurücksetzen. Einfacher und sicherer ist ein Gerät, das beides kann, zum Beispiel ein neuerer Sicherheitsschlüssel.',
    label: 'Passphrase',
    hint: (length: number) => `Mindestens ${length} Zeichen, am besten fünf oder mehr zufällige Wörter`,
    repeat: 'Passphrase wiederholen',
    tooShort: (length: number) => `Die Passphrase braucht mindestens ${length} Zeichen.`,
    different: 'Die beiden Eingaben sind verschieden.',
  },
  recoveryCode: {
    title: 'Ihr Wiederherstellungscode',
    lead: 'Wenn Sie alle Passkeys verlieren, kommen Sie nur mit diesem Code wieder an Ihre Vorgänge. Er wird nur jetzt gezeigt.',
    print: 'Seite drucken',
    copy: 'Code kopieren',
    warningTitle: 'Bewahren Sie den Code getrennt von Ihren Geräten auf',
    warning:
      'Zum Beispiel ausgedruckt im Tresor der Dienststelle. Geben Sie ihn niemandem, auch uns nicht: Wir fragen nie danach.',
    confirmLabel: 'Geben Sie zur Bestätigung die letzte Vierergruppe ein',
    confirmHint: 'Die letzten vier Zeichen des Codes. Groß- oder Kleinschreibung ist gleich.',
    confirmWrong: 'Das ist nicht die letzte Vierergruppe des Codes. Sehen Sie oben nach.',
    confirm: 'Ich habe den Code notiert',
  },
  invitation: {
    title: 'Sie sind eingeladen',
    lead: 'Mit diesem Link richten Sie Ihr Konto ein. Er gilt nur einmal und nur für Sie.',
    team: 'Behörde oder Unternehmen',
    role: 'Rolle',
    email: 'E-Mail-Adresse',
    start: 'Konto einrichten',
    newAccess: {
      title: 'Ihr neuer Zugang',
      lead: 'Zwei Personen haben zugestimmt, dass Sie wieder Zugang bekommen. Sie richten jetzt einen neuen Passkey ein; Name, Rolle und Vorgänge bleiben. Danach warten Sie, bis Sie nach einem Anruf wieder freigegeben werden. Der Link gilt nur einmal und nur für Sie.',
      start: 'Neuen Zugang einrichten',
    },
    voidTitle: 'Dieser Link gilt nicht mehr',
    voidText:
      'Einladungen gelten sieben Tage, Links für neuen Zugang 24 Stunden, beide nur einmal. Bitten Sie die Person, von der Sie den Link haben, um einen neuen. Wenn Sie Ihr Konto schon eingerichtet haben, melden Sie sich an.',
  },
  signIn: {
    title: 'Anmelden',
    lead: 'Melden Sie sich mit Ihrem Passkey an: Fingerabdruck, Gesicht, Geräte-PIN oder Sicherheitsschlüssel. Ein Passwort gibt es nicht.',
    button: 'Mit Passkey anmelden',
    working: 'Bitte bestätigen Sie am Gerät …',
    autofillLabel: 'Oder einen Passkey aus der Liste wählen',
    autofillHint:
      'Klicken Sie in das Feld: Ihr Browser schlägt die Passkeys dieses Geräts vor. Es muss nichts eingegeben werden.',
    failed: 'Die Anmeldung hat nicht geklappt',
    noAccount: 'Noch kein Konto?',
    register: 'Registrieren',
    lost: 'Alle Passkeys verloren?',
    recover: 'Mit dem Wiederherstellungscode fortfahren',
  },
  waiting: {
    title: 'Wir prüfen Ihre Angaben',
    reasons: {
      agency: {
        title: 'Ihre Behörde wird geprüft',
        text: 'Wir rufen Ihre Behörde unter einer Nummer an, die wir in einem unabhängigen Verzeichnis gefunden haben. Zwei Personen bei uns müssen zustimmen. Das dauert meist einen Werktag.',
      },
      colleague: {
        title: 'Ihre Freigabe fehlt noch',
        text: 'Die Leitung Ihrer Dienststelle oder unsere Verwaltung muss Sie noch freigeben. Wir haben sie benachrichtigt; am schnellsten geht es, wenn Sie sie selbst ansprechen.',
      },
      staff: {
        title: 'Ihre Freigabe fehlt noch',
        text: 'Die Verwaltung des Portals muss Sie noch freigeben. Wir haben sie benachrichtigt.',
      },
      return: {
        title: 'Ihr neuer Zugang ist eingerichtet',
        text: 'Damit niemand anderes Ihren Link benutzen kann, ruft die Leitung Ihrer Dienststelle oder unsere Verwaltung Sie noch an, bevor sie Sie freigibt. Wir haben sie benachrichtigt.',
      },
      recovery: {
        title: 'Eine zweite Person muss Ihre Wiederherstellung bestätigen',
        text: 'Ihr neuer Passkey ist eingerichtet. Damit ein gestohlener Code niemandem nützt, muss die Leitung Ihrer Dienststelle oder unsere Verwaltung bestätigen, dass Sie es sind. Wir haben sie benachrichtigt.',
      },
    },
    mail: 'Sie bekommen eine E-Mail, sobald es weitergeht. Diese Seite aktualisiert sich von selbst; Sie können sie schließen.',
    fingerprint: {
      title: 'Ihr Fingerabdruck für den Anruf',
      team: 'Wenn wir Ihre Behörde anrufen, bitten wir Sie, diese Zeichen vorzulesen. Ihr Browser hat sie aus dem Schlüssel Ihrer Behörde errechnet: Sehen wir dieselben, hat ihn unterwegs niemand ausgetauscht.',
      person:
        'Wer Sie freigibt, kann diese Zeichen am Telefon mit Ihnen vergleichen. Ihr Browser hat sie aus Ihrem Schlüssel errechnet: Sind es dieselben, hat ihn unterwegs niemand ausgetauscht.',
    },
  },
  ownFingerprints: {
    teamUnknown:
      'Den Schlüssel Ihres Teams kennt dieser Browser noch nicht. Vorlesen kann den Fingerabdruck die Person, die sich als erste registriert hat.',
  },
  unlock: {
    first: 'Dafür müssen zuerst Ihre Schlüssel aufgeschlossen sein.',
    title: 'Schlüssel aufschließen',
    lead: 'Ihre Schlüssel sind verschlossen, weil die Seite neu geladen wurde oder Sie eine Weile weg waren. Eine Berührung genügt; was Sie eingegeben haben, ist noch da.',
    button: 'Mit Passkey aufschließen',
    working: 'Bitte bestätigen Sie am Gerät …',
    failed: 'Die Schlüssel sind noch verschlossen',
    passphraseHint: 'Die Passphrase, die Sie beim Einrichten des Passkeys festgelegt haben',
    buttonPassphrase: 'Aufschließen',
  },
  teamKeyNotice: {
    waits: {
      agency: (names: readonly string[]) =>
        names.length === 1
          ? `${names[0]} wartet auf den Schlüssel Ihrer Dienststelle`
          : `${names.length} Personen warten auf den Schlüssel Ihrer Dienststelle`,
      provider: (names: readonly string[]) =>
        names.length === 1
          ? `${names[0]} wartet auf den Schlüssel des Portals`
          : `${names.length} Personen warten auf den Schlüssel des Portals`,
    },
    waitsText: 'Sie haben ihn und können ihn nach einem Anruf geben.',
    toPeople: 'Ansehen',
    lacks: {
      agency: {
        title: 'Ihnen fehlt noch der Schlüssel Ihrer Dienststelle',
        text: 'Bis Sie ihn haben, können Sie nichts Verschlüsseltes lesen und nichts schreiben. Bitten Sie die Leitung Ihrer Dienststelle oder jemanden, der schon länger dabei ist, ihn Ihnen unter „Kolleginnen und Kollegen“ zu geben. Am Telefon lesen Sie dafür den Fingerabdruck Ihres eigenen Schlüssels vor.',
      },
      provider: {
        title: 'Ihnen fehlt noch der Schlüssel des Portals',
        text: 'Bis Sie ihn haben, können Sie nichts Verschlüsseltes lesen und nichts schreiben. Bitten Sie die Verwaltung oder jemanden, der ihn hat, ihn Ihnen unter „Team“ zu geben. Am Telefon lesen Sie dafür den Fingerabdruck Ihres eigenen Schlüssels vor.',
      },
    },
    toFingerprint: 'Zu Ihrem Fingerabdruck',
  },
  intakeKeyFollowed: {
    title: 'Das Portal hat einen neuen Schlüssel',
    text: 'Ihr Browser hat geprüft, dass der bisherige Schlüssel den neuen bestätigt hat. Sie müssen nichts tun.',
  },
  sealingBlocked: {
    intake_key_missing: {
      title: 'Das Portal ist noch nicht eingerichtet',
      text: 'Die Verwaltung des Portals hat den Schlüssel für den Eingang noch nicht erzeugt. Bis dahin kann nichts verschlüsselt und gesendet werden.',
    },
    intake_key_not_pinned: {
      title: 'Der Schlüssel des Portals passt nicht zum hinterlegten Fingerabdruck',
      text: 'Es wird nichts verschlüsselt und nichts gesendet. Sagen Sie dem Betreiber Bescheid.',
    },
    intake_key_changed: {
      title: 'Der Schlüssel des Portals hat sich geändert',
      text: 'Ihr Browser kennt einen anderen Schlüssel. Vielleicht versucht jemand mitzulesen. Es wird nichts verschlüsselt und nichts gesendet; die Verwaltung ist benachrichtigt. Rufen Sie sie unter einer Ihnen bekannten Nummer an.',
    },
    agency_key_missing: {
      title: 'Ihre Behörde hat noch keinen Schlüssel',
      text: 'Den Schlüssel erzeugt die erste Person Ihrer Behörde, die sich registriert. Bis dahin kann nichts verschlüsselt werden.',
    },
    agency_key_not_certified: {
      title: 'Der Schlüssel Ihrer Behörde ist noch nicht bestätigt',
      text: 'Die Verwaltung des Portals bestätigt ihn zusammen mit Ihrer Behörde, nach einem Schlüsselwechsel den neuen nach einem Anruf bei Ihnen. Bis dahin kann nichts verschlüsselt und gesendet werden.',
    },
    team_key_refused: {
      title: 'Der Schlüssel Ihres Teams lässt sich nicht öffnen',
      text: 'Was auf dem Server dafür liegt, passt nicht zu dem, was zu erwarten ist. Sagen Sie der Verwaltung des Portals Bescheid und arbeiten Sie vorerst nicht weiter.',
    },
    team_key_missing: {
      title: 'Ihnen fehlt noch der Schlüssel Ihres Teams',
      text: 'Jemand aus Ihrem Team, der ihn hat, muss ihn Ihnen geben. Bitten Sie darum; am Telefon lesen Sie dafür den Fingerabdruck Ihres eigenen Schlüssels vor, der unter „Mein Konto“ steht.',
    },
  },
};
