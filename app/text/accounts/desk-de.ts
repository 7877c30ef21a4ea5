export const desk = {
  people: {
    name: 'Person',
    role: 'Rolle',
    status: 'Stand',
    actions: 'Was Sie tun können',
    roleProposed: (role: string) => `Vorgeschlagen: ${role}`,
    recovered: 'Konto mit Wiederherstellungscode geöffnet',
    withoutKey: 'hat den Team-Schlüssel noch nicht',
    withoutOlderKey: 'hat einen früheren Team-Schlüssel noch nicht',
    fingerprint: 'Fingerabdruck des Schlüssels',
    admit: 'Freigeben',
    confirmRecovery: 'Wiederherstellung bestätigen',
    decline: 'Ablehnen',
    declineTitle: (name: string) => `${name} ablehnen?`,
    declineText: 'Die Person bekommt eine E-Mail und kann das Portal nicht benutzen.',
    declineRecoveryText:
      'Das Konto wird gesperrt, alle Sitzungen enden, und der neue Passkey und der neue Code gelten nicht mehr: Danach hilft nur neuer Zugang. Wählen Sie das, wenn jemand anderes den Wiederherstellungscode benutzt haben könnte.',
    suspend: 'Sperren',
    suspendTitle: (name: string) => `${name} sperren?`,
    suspendText: 'Alle Sitzungen der Person enden sofort, und sie kann sich nicht mehr anmelden.',
    withdraw: 'Aus der Dienststelle nehmen',
    withdrawTitle: (name: string) => `${name} aus der Dienststelle nehmen?`,
    withdrawText:
      'Alle Sitzungen der Person enden sofort, sie kann sich nicht mehr anmelden, und ihr Zugang zum Schlüssel wird gelöscht. Das lässt sich nicht rückgängig machen.',
    withdrawKeyText:
      'In Ihrem Browser entsteht zugleich ein neuer Schlüssel der Dienststelle. Bis die Verwaltung des Portals ihn bestätigt hat, kann niemand aus Ihrer Dienststelle Entwürfe sichern oder Ersuchen senden. Alles Bisherige bleibt lesbar.',
    withdrawDeskText:
      'Die Leitung der Behörde wird gebeten, einen neuen Schlüssel zu erzeugen, denn die Person könnte den bisherigen behalten haben.',
    access: 'Neuer Zugang',
    accessTitle: (name: string) => `Neuen Zugang für ${name} vorschlagen?`,
    accessText:
      'Für jemanden, der alle Passkeys und den Wiederherstellungscode verloren hat. Sprechen Sie vorher mit der Person: persönlich oder unter einer Nummer, die Sie kennen. Noch ändert sich nichts; eine zweite Person muss zustimmen.',
    accessThen:
      'Danach enden alle bisherigen Passkeys und Sitzungen, und an die dienstliche E-Mail-Adresse geht ein Link, der 24 Stunden gilt. Damit richtet die Person einen neuen Passkey ein und wartet, bis sie wieder freigegeben wird.',
    accessProposed: 'Neuer Zugang vorgeschlagen',
    confirmAccess: 'Neuem Zugang zustimmen',
    confirmAccessTitle: (name: string) => `Neuem Zugang für ${name} zustimmen?`,
    confirmAccessText:
      'Stimmen Sie nur zu, wenn Sie selbst mit der Person gesprochen haben: persönlich oder unter einer Nummer, die Sie kennen – nie unter einer aus einer E-Mail.',
    linkSent: 'Link für neuen Zugang verschickt, noch nicht benutzt',
    linkUsed:
      'Neuer Zugang eingerichtet. Rufen Sie die Person an und vergleichen Sie den Fingerabdruck ihres Schlüssels, bevor Sie sie freigeben.',
    accessEnded:
      'Die Rückkehr wurde abgelehnt. Passkeys und Wiederherstellungscode gelten nicht mehr; nach dem Ende der Sperre hilft nur neuer Zugang.',
    declineReturnText:
      'Das Konto wird gesperrt, alle Sitzungen enden, und der neue Passkey und der neue Code gelten nicht mehr: Danach hilft nur noch einmal neuer Zugang. Wählen Sie das, wenn jemand anderes den Link benutzt haben könnte.',
    withdrawStaff: 'Aus dem Team nehmen',
    withdrawStaffTitle: (name: string) => `${name} aus dem Team nehmen?`,
    withdrawStaffText:
      'Noch ändert sich nichts; eine zweite Person muss zustimmen. Danach enden alle Sitzungen der Person, sie kann sich nicht mehr anmelden, und ihr Zugang zum Schlüssel des Portals wird gelöscht. Das lässt sich nicht rückgängig machen.',
    withdrawalProposed: 'Ausscheiden vorgeschlagen',
    confirmWithdrawal: 'Ausscheiden zustimmen',
    confirmWithdrawalTitle: (name: string) => `${name} endgültig aus dem Team nehmen?`,
    confirmWithdrawalText:
      'Alle Sitzungen der Person enden sofort, sie kann sich nicht mehr anmelden, und ihr Zugang zum Schlüssel des Portals wird gelöscht. Das lässt sich nicht rückgängig machen.',
    reinstate: 'Sperre aufheben',
    takeRefusalBack: 'Ablehnung zurücknehmen',
    changeRole: 'Rolle ändern',
    changeRoleTitle: (name: string) => `Rolle von ${name} ändern`,
    changeRoleText: 'Eine zweite Person muss zustimmen, bevor die neue Rolle gilt.',
    newRole: 'Neue Rolle',
    choose: 'Bitte auswählen',
    propose: 'Vorschlagen',
    confirmRole: 'Rollenwechsel zustimmen',
    takeBack: 'Zurücknehmen',
    refuse: 'Nicht zustimmen',
  },
  invite: {
    title: 'Person einladen',
    email: 'E-Mail-Adresse',
    role: 'Rolle',
    submit: 'Einladung verschicken',
    sent: 'Die Einladung ist unterwegs',
    linkHint:
      'Sie können den Link auch selbst übergeben. Er gilt sieben Tage und nur einmal, und er wird nur jetzt gezeigt:',
  },
  colleagues: {
    title: 'Kolleginnen und Kollegen',
    rotationDue: 'Ihre Dienststelle braucht einen neuen Schlüssel',
    rotationDueText:
      'Jemand, der den jetzigen Schlüssel hatte, ist ausgeschieden. Der neue entsteht in Ihrem Browser und wird für alle verschlossen, die bleiben. Danach muss ihn die Verwaltung des Portals bestätigen; bis dahin kann niemand Entwürfe sichern oder Ersuchen senden. Alles Bisherige bleibt lesbar.',
    rotate: 'Neuen Schlüssel erzeugen',
    uncertified: 'Der Schlüssel Ihrer Dienststelle wartet auf Bestätigung',
    uncertifiedText:
      'Die Verwaltung des Portals ist benachrichtigt und ruft Sie an, um diesen Fingerabdruck zu vergleichen. Bis dahin kann niemand aus Ihrer Dienststelle Entwürfe sichern oder Ersuchen senden; lesen können Sie alles.',
    waiting: 'Warten auf Freigabe',
    waitingLead:
      'Geben Sie nur Personen frei, die Sie kennen und die zu Ihrer Dienststelle gehören. Mit der Freigabe bekommen sie den Schlüssel Ihrer Dienststelle und können alle ihre Ersuchen lesen, auch die bisherigen. Vergleichen Sie vorher am Telefon den Fingerabdruck: Die Person sieht ihren auf ihrer Warteseite.',
    waitingInfo: 'Die Leitung Ihrer Dienststelle gibt sie frei.',
    admitted: 'Freigegeben',
    alone: 'Sie sind hier noch allein',
    aloneText:
      'Kolleginnen und Kollegen registrieren sich mit ihrer dienstlichen E-Mail-Adresse und wählen Ihre Behörde aus. Danach erscheinen sie hier.',
  },
  staff: {
    title: 'Team',
    lead: 'Die Personen des Anbieters. Wer Ersuchen lesen darf, bekommt bei der Freigabe den Schlüssel des Portals, verschlossen für sie allein.',
    compare:
      'Vergleichen Sie vor der Freigabe am Telefon den Fingerabdruck: Die Person sieht ihren auf ihrer Warteseite.',
  },
  keyGiving: {
    title: 'Warten auf den Schlüssel',
    lead: {
      agency:
        'Diese Personen sind freigegeben, haben aber den Schlüssel Ihrer Dienststelle noch nicht oder nicht alle früheren. Ohne ihn können sie nichts Verschlüsseltes lesen. Geben kann ihn, wer ihn selbst hat.',
      provider:
        'Diese Personen sind freigegeben, haben aber den Schlüssel des Portals noch nicht oder nicht alle früheren. Ohne ihn können sie nichts Verschlüsseltes lesen. Geben kann ihn, wer ihn selbst hat.',
    },
    admittedBy: (name: string, at: string) => `Freigegeben von ${name}, ${at}`,
    admittedByPortal: (name: string, at: string) => `Freigegeben durch das Portal (${name}), ${at}`,
    give: 'Schlüssel geben',
    giveTitle: (name: string) => `${name} den Schlüssel geben?`,
    compare:
      'Rufen Sie die Person unter einer Nummer an, die Sie kennen. Sie liest Ihnen den Fingerabdruck vor, den sie unter „Mein Konto“ als ihren eigenen sieht. Geben Sie den Schlüssel nur, wenn es dieser ist:',
    means: {
      agency:
        'Die Person kann danach alles lesen, was Ihre Dienststelle sendet und bekommt, auch das Bisherige. Das lässt sich nicht zurücknehmen.',
      provider:
        'Die Person kann danach alles lesen, was an das Portal gesendet wird, auch das Bisherige. Das lässt sich nicht zurücknehmen.',
    },
    receivers: 'Den neuen Schlüssel bekommen außer Ihnen:',
    noReceivers: 'Den neuen Schlüssel bekommen nur Sie.',
    receiversHint:
      'Sehen Sie die Liste durch. Steht jemand dabei, den Sie nicht kennen, oder ein anderer Fingerabdruck, als die Person unter „Mein Konto“ sieht, dann brechen Sie ab und sagen Sie dem Betreiber Bescheid.',
  },
  agencyStatuses: {
    pending: 'nicht geprüft',
    verified: 'geprüft',
    declined: 'abgelehnt',
    suspended: 'gesperrt',
    outside: 'nutzt das Portal nicht',
  },
  agencies: {
    title: 'Behörden',
    lead: 'Was etwas braucht, steht oben.',
    none: 'Noch keine Behörden',
    noneText: 'Behörden erscheinen hier, sobald sich jemand für sie registriert.',
    name: 'Behörde',
    status: 'Stand',
    todo: 'Zu tun',
    people: 'Personen',
    peopleCount: (active: number, waiting: number) =>
      waiting === 0 ? `${active} freigegeben` : `${active} freigegeben, ${waiting} wartend`,
    nextVerification: 'Nächste Prüfung',
    nothingTodo: '–',
    todos: {
      confirm: 'zweite Zustimmung',
      certify: 'Schlüssel bestätigen',
      verify: 'prüfen',
      due: 'erneut prüfen',
    },
  },
  agency: {
    back: 'Alle Behörden',
    people: 'Personen',
    nobody: 'Noch niemand registriert',
    nobodyText:
      'Sie können die erste Person unten einladen. In ihrem Browser entsteht der Schlüssel der Behörde.',
    key: 'Schlüssel der Behörde',
    noKey: 'Die Behörde hat noch keinen Schlüssel. Er entsteht im Browser der ersten Person.',
    certified: 'Vom Schlüssel des Portals bestätigt.',
    notCertified: 'Noch nicht bestätigt: Die Behörde kann nichts verschlüsseln und senden.',
    replaces: 'Er ersetzt diesen früheren Schlüssel:',
    toReplace:
      'Ein neuer Schlüssel: Jemand ist aus der Behörde ausgeschieden. Der frühere Schlüssel hat ihn unterschrieben; wer ausgeschieden ist, kannte diesen aber auch. Vergleichen Sie deshalb den neuen Fingerabdruck am Telefon. Der frühere:',
    certifyText:
      'Vergleichen Sie den Fingerabdruck am Telefon mit dem, den die Behörde unter „Mein Konto“ sieht. Die Bestätigung geschieht in Ihrem Browser.',
    certify: 'Schlüssel bestätigen',
    domains: 'E-Mail-Domains',
    domainsLabel: 'Domains der Behörde',
    domainsHint:
      'Eine je Zeile. Wer eine Adresse darunter hat, kann diese Behörde bei der Registrierung wählen. Unterdomains gehören dazu.',
    endTitle: 'Ablehnen oder sperren',
    declineLead: 'Wenn sich die Behörde nicht bestätigen lässt.',
    decline: 'Behörde ablehnen',
    declineTitle: (name: string) => `${name} ablehnen?`,
    declineText: 'Alle, die sich für diese Behörde registriert haben, werden abgelehnt und benachrichtigt.',
    suspendLead: 'Alle Sitzungen der Behörde enden sofort. Ihre Ersuchen bleiben erhalten.',
    suspend: 'Behörde sperren',
    suspendTitle: (name: string) => `${name} sperren?`,
    suspendText: 'Alle Sitzungen der Behörde enden sofort, und niemand von ihr kann sich anmelden.',
    reinstate: 'Sperre aufheben',
    takeRefusalBackLead:
      'Die Behörde kann danach wieder geprüft werden, und wer mit ihr abgelehnt wurde, wartet wieder auf Freigabe.',
    takeRefusalBack: 'Ablehnung zurücknehmen',
  },
  verification: {
    proposeTitle: 'Prüfung eintragen',
    proposeLead:
      'Rufen Sie die Behörde unter einer Nummer an, die Sie in einem unabhängigen Verzeichnis gefunden haben – nie unter der Nummer aus der Registrierung. Fragen Sie nach der Person und lassen Sie sich den Fingerabdruck vorlesen.',
    method: 'Wie wurde geprüft?',
    methods: {
      call_back: 'Rückruf bei der Behörde',
      visit: 'Besuch oder persönliches Erscheinen',
      official_letter: 'Amtliches Schreiben',
      known_contact: 'Schon bekannte Kontaktperson',
    },
    number: 'Angerufene Telefonnummer',
    numberHint: 'Die Nummer aus dem Verzeichnis',
    source: 'Woher stammt die Nummer?',
    sourceHint: 'Zum Beispiel „Behördenverzeichnis des Landes Berlin, Abruf heute“',
    note: 'Notiz',
    propose: 'Zur zweiten Zustimmung geben',
    confirmTitle: 'Zweite Zustimmung',
    proposedBy: (name: string, at: string) => `Eingetragen von ${name} am ${at}:`,
    keyToCertify: 'Mit der Zustimmung wird dieser Schlüssel der Behörde bestätigt:',
    needsSecond: 'Eine zweite Person muss zustimmen',
    needsSecondText:
      'Wer die Prüfung eingetragen hat, kann ihr nicht selbst zustimmen. Datenschutz, Recht und Verwaltung sind benachrichtigt.',
    confirmText:
      'Prüfen Sie die Angaben selbst nach. Mit Ihrer Zustimmung gilt die Behörde zwölf Monate als geprüft, und die Personen mit dem Schlüssel der Behörde sind freigegeben.',
    confirm: 'Zustimmen und Schlüssel bestätigen',
    refuse: 'Nicht zustimmen',
    takeBack: 'Eintrag zurücknehmen',
    history: 'Prüfungen',
    noHistory: 'Noch keine abgeschlossene Prüfung.',
    dueAt: (at: string) => `Nächste Prüfung bis ${at}`,
    confirmedBy: (proposer: string, confirmer: string, at: string) =>
      `Geprüft von ${proposer} und ${confirmer}, ${at}`,
    declinedBy: (proposer: string, decliner: string, at: string) =>
      `Eingetragen von ${proposer}, nicht bestätigt durch ${decliner}, ${at}`,
  },
  keys: {
    title: 'Schlüssel',
    intake: 'Schlüssel des Portals',
    noIntake: 'Der Schlüssel entsteht, wenn sich die erste Verwaltungsperson registriert.',
    pinned: 'Stimmt mit dem Fingerabdruck in den Einstellungen überein.',
    pinnedBySetup:
      'Im Portal festgehalten. Der Betreiber sollte diesen Fingerabdruck als INTAKE_FINGERPRINT in die Einstellungen schreiben.',
    pinnedByFormer: 'In den Einstellungen steht noch ein früherer Fingerabdruck',
    pinnedByFormerText:
      'Er gilt weiter, weil jener Schlüssel an diesen übergeben hat. Der Betreiber sollte INTAKE_FINGERPRINT auf den Fingerabdruck oben ändern.',
    notPinned: 'Der Schlüssel passt nicht zum festgehaltenen Fingerabdruck',
    notPinnedText:
      'Niemand kann etwas an das Portal senden. Prüfen Sie die Datenbank und die Einstellungen, bevor Sie weiterarbeiten.',
    knownOutside: 'Jemand, der ausgeschieden ist, kannte diesen Schlüssel',
    knownOutsideText:
      'Der Zugang der Person ist gelöscht. Hat sie eine Kopie des Schlüssels behalten, könnte sie aber lesen, was an das Portal gesendet wird – sofern sie auch an die Datenbank oder an eine Sicherung kommt. Wechseln Sie deshalb den Schlüssel. Was vor dem Wechsel kam, schützt das nicht: Prüfen Sie auch, wer an Datenbank und Sicherungen kommt.',
    publicPage: 'Öffentliche Seite mit dem Schlüssel',
    holders: 'Wer ihn hat',
    holdersLead: 'Diese Personen können lesen, was an das Portal gesendet wird:',
    agencies: 'Schlüssel der Behörden',
    noAgencies: 'Noch keine Schlüssel von Behörden',
    noAgenciesText: 'Sie entstehen im Browser der ersten Person einer Behörde.',
    agency: 'Behörde',
    fingerprint: 'Fingerabdruck',
    state: 'Stand',
    certifiedAt: (at: string) => `bestätigt am ${at}`,
    notCertified: 'nicht bestätigt',
  },
  keyChange: {
    title: 'Schlüssel wechseln',
    lead: 'Nötig ist das, wenn jemand ausgeschieden ist, der den Schlüssel kannte, oder wenn er in fremde Hände geraten sein könnte. Es gehören zwei Personen dazu. Was schon da ist, bleibt lesbar.',
    make: 'Neuen Schlüssel erzeugen',
    makeTitle: 'Neuen Schlüssel für das Portal erzeugen?',
    makeText:
      'Noch ändert sich nichts. Eine zweite Person aus Verwaltung, Datenschutz oder Recht muss innerhalb von sieben Tagen die Fingerabdrücke mit Ihnen vergleichen und zustimmen.',
    mayNot: 'Einen neuen Schlüssel erzeugt jemand aus Verwaltung oder Datenschutz.',
    proposed: 'Ein neuer Schlüssel wartet auf Zustimmung',
    proposedBy: (name: string, at: string, until: string) =>
      `Vorgeschlagen von ${name}, ${at}. Der Vorschlag gilt bis ${until}.`,
    present: 'Jetziger Schlüssel',
    next: 'Neuer Schlüssel',
    ownText:
      'Eine andere Person aus Verwaltung, Datenschutz oder Recht muss zustimmen. Sprechen Sie mit ihr am Telefon, und lesen Sie ihr beide Fingerabdrücke ganz vor.',
    notOwn: 'Das ist nicht der Schlüssel, den Ihr Browser erzeugt hat',
    notOwnText: 'Nehmen Sie den Vorschlag zurück und sagen Sie dem Betreiber Bescheid.',
    compare: (name: string) =>
      `Rufen Sie ${name} unter einer Nummer an, die Sie kennen, und lassen Sie sich beide Fingerabdrücke vorlesen. Was hier steht, muss übereinstimmen; das Ende des neuen tippen Sie nach Gehör ein.`,
    hidden: 'die letzten vier Gruppen sind verdeckt',
    lastGroups: 'Letzte vier Gruppen des neuen Schlüssels',
    lastGroupsHint: '16 Zeichen, mit oder ohne Leerzeichen',
    lastGroupsWrong:
      'Das passt nicht zum neuen Schlüssel. Lassen Sie sich die Gruppen noch einmal vorlesen. Passt es wieder nicht, stimmen Sie nicht zu und sagen Sie dem Betreiber Bescheid.',
    confirmText: (agencies: number) =>
      `Ihr Browser prüft, dass der jetzige Schlüssel den neuen bestätigt hat${agencies === 0 ? '' : agencies === 1 ? ', bestätigt den Schlüssel der einen geprüften Behörde neu' : `, bestätigt die Schlüssel der ${agencies} geprüften Behörden neu`} und fragt nach Ihrem Passkey. Der neue Schlüssel gilt sofort.`,
    confirm: 'Zustimmen und wechseln',
    noGrant:
      'Sie sind erst nach dem Vorschlag dazugekommen und haben den neuen Schlüssel noch nicht. Eine andere Person muss zustimmen; danach kann Ihnen jemand, der ihn hat, den Schlüssel unter „Team“ geben.',
    over: 'Dieser Vorschlag gilt nicht mehr',
    expired: 'Er ist älter als sieben Tage. Bei Bedarf erzeugen Sie einen neuen Schlüssel.',
    outdated:
      'Jemand, der den neuen Schlüssel bekommen sollte, ist inzwischen ausgeschieden, oder wer ihn vorgeschlagen hat, darf das nicht mehr. Nehmen Sie den Vorschlag zurück und erzeugen Sie einen neuen Schlüssel.',
    toChange: 'Zum Wechsel des Schlüssels',
    former: 'Frühere Schlüssel',
    formerText: 'Was mit ihnen verschlüsselt wurde, können alle weiterhin lesen, die sie haben.',
  },
};
