const again = 'Entfernen Sie die Datei und fügen Sie sie neu hinzu.';

/** Where an upload or an opening needs other words than `errors` has. */
const failures = {
  damaged: `Auf dem Server kam etwas anderes an, als abgeschickt wurde. ${again}`,
  draft_not_saved:
    'Der Entwurf ließ sich nicht speichern, deshalb wurde angehalten. Versuchen Sie es erneut.',
  open_elsewhere:
    'Diese Datei wird gerade in einem anderen Fenster übertragen. Machen Sie dort weiter; oder schließen Sie jenes Fenster und laden Sie diese Seite neu.',
  signed_out:
    'Ihre Sitzung ist abgelaufen. Melden Sie sich in einem zweiten Fenster an und versuchen Sie es dann hier erneut. Nichts geht verloren.',
  unreachable: 'Der Server ist nicht erreichbar. Es wird von selbst weiter versucht.',

  cancelled: 'Der Vorgang wurde abgebrochen.',
  compressed_too_far: 'Die Datei ist ungewöhnlich stark komprimiert und wird zu Ihrem Schutz nicht geöffnet.',
  download_failed:
    'Die Datei ließ sich nicht herunterladen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  file_changed:
    'Das ist nicht dieselbe Datei wie zuvor, oder sie wurde inzwischen geändert. Wählen Sie die unveränderte Datei, oder entfernen Sie diesen Eintrag und fügen Sie die neue Fassung hinzu.',
  file_needed: 'Bitte wählen Sie dieselbe Datei noch einmal aus.',
  file_unreadable:
    'Die Datei lässt sich nicht lesen. Prüfen Sie, ob sie noch an ihrem Ort liegt und kein anderes Programm sie sperrt.',
  hash_mismatch:
    'Die Datei stimmt nicht mit der unterschriebenen Liste überein und wird deshalb nicht geöffnet. Bitte melden Sie das der Administration.',
  message_damaged: 'Die Datei ist beschädigt und wird nicht geöffnet.',
  message_unsupported: 'Die Datei ist auf eine Weise verschlüsselt, die hier nicht gelesen werden kann.',
  not_for_us: 'Diese Datei ist nicht für Ihren Schlüssel verschlüsselt.',
  resume_impossible: `An dieser Stelle kann nicht weitergemacht werden. ${again}`,
  storage_full:
    'Auf diesem Gerät ist nicht genug Speicherplatz frei. Schaffen Sie etwa 200 MB Platz und versuchen Sie es erneut.',
  storage_unavailable:
    'Der Browser gibt seinen Zwischenspeicher nicht frei. Öffnen Sie das Portal außerhalb des privaten Modus.',
  too_large: 'Die Datei ist größer als erlaubt. Teilen Sie sie auf.',
  worker_failed:
    'Die Verschlüsselung ist unerwartet stehen geblieben. Es wurde nichts Unverschlüsseltes gesendet. Versuchen Sie es erneut.',
};

/** Attachments: choosing, sealing, sending, opening. */
export const de = {
  title: 'Anhänge',
  choose: 'Dateien auswählen',
  dropHere: 'Oder ziehen Sie Dateien in dieses Feld.',
  limits: (maxFiles: number, maxSize: string) =>
    `Alle Dateiarten, bis zu ${maxFiles} Dateien, je Datei höchstens ${maxSize}. Dateien und ihre Namen werden auf Ihrem Gerät verschlüsselt, bevor sie es verlassen.`,
  empty: 'Noch keine Anhänge.',
  kind: 'Art des Anhangs',
  states: {
    queued: 'Wartet, bis ein Platz frei ist',
    locked: 'Wartet, bis Ihr Schlüssel entsperrt ist',
    running: 'Wird verschlüsselt und übertragen',
    checking: (percent: number) => `Datei wird verglichen: ${percent} %`,
    retrying: 'Server nicht erreichbar – wird von selbst wieder versucht',
    paused: 'Angehalten',
    needs_file: 'Bitte dieselbe Datei noch einmal auswählen',
    failed: 'Nicht übertragen',
    complete: 'Verschlüsselt übertragen',
  },
  needsFileHint:
    'Die Seite wurde neu geladen, bevor die Datei ganz verschlüsselt war. Was schon übertragen ist, bleibt erhalten.',
  sent: (sent: string, total: string) => `${sent} von ${total}`,
  speed: (perSecond: string) => `${perSecond}/s`,
  timeLeft: (seconds: number) => {
    if (seconds < 60) return 'noch weniger als eine Minute';
    const minutes = Math.round(seconds / 60);
    if (minutes < 90) return minutes === 1 ? 'noch etwa eine Minute' : `noch etwa ${minutes} Minuten`;
    return `noch etwa ${Math.round(minutes / 60)} Stunden`;
  },
  actions: {
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Abbrechen',
    retry: 'Erneut versuchen',
    retryNow: 'Jetzt versuchen',
    remove: 'Entfernen',
    chooseAgain: 'Datei auswählen',
  },
  /** Says which file a button is for, to those who cannot see where it stands. */
  actionFor: (action: string, name: string) => `${action}: ${name}`,
  announce: {
    complete: (name: string) => `${name} ist verschlüsselt übertragen.`,
    failed: (name: string) => `${name} wurde nicht übertragen.`,
    needs_file: (name: string) => `Bitte wählen Sie ${name} noch einmal aus.`,
    removed: (name: string) => `${name} wurde entfernt.`,
  },
  rejected: 'Nicht hinzugefügt',
  rejections: {
    too_large: (name: string, maxSize: string) =>
      `${name} ist größer als ${maxSize}. Teilen Sie die Datei auf.`,
    too_many: (name: string, maxFiles: number) => `${name}: Mehr als ${maxFiles} Anhänge sind nicht möglich.`,
    listed_already: (name: string) => `${name} ist schon in der Liste.`,
  },
  kindNotSaved: 'Die Art des Anhangs ließ sich nicht ändern. Versuchen Sie es noch einmal.',
  failures,
  viewer: {
    open: 'Öffnen',
    openFile: (name: string) => `${name} öffnen`,
    close: 'Schließen',
    save: 'Herunterladen',
    downloading: 'Wird geladen und geprüft',
    opening: 'Wird entschlüsselt',
    rendering: 'Wird dargestellt',
    retry: 'Erneut versuchen',
    document: (name: string) => `Dokument ${name}`,
    pageTitle: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    page: 'Seite',
    of: (pages: number) => `von ${pages}`,
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    zoom: (percent: number) => `${percent} %`,
    noText: 'Diese Seite enthält keinen lesbaren Text, vermutlich ist sie eingescannt.',
    textOfPage: 'Text dieser Seite',
    textCut:
      'Der Text ist lang und wird hier nur am Anfang gezeigt. Laden Sie die Datei herunter, um alles zu lesen.',
    notShown: 'Diese Art von Datei wird hier nicht angezeigt. Sie können sie herunterladen.',
    downloadWarning:
      'Die heruntergeladene Datei ist nicht mehr verschlüsselt. Öffnen Sie sie nur mit Programmen, denen Sie vertrauen, und löschen Sie sie danach.',
    broken:
      'Die Datei lässt sich nicht darstellen. Vielleicht ist sie beschädigt oder mit einem Kennwort geschützt. Sie können sie herunterladen.',
    safe: 'Ihr Browser hat die Datei geprüft und entschlüsselt. Sie wird ohne Programme und ohne Verbindung zum Netz gezeigt.',
  },
};
