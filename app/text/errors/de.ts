/** Every code that an error can carry, in words: what went wrong and what to do. */
export const de = {
  titles: {
    notFound: 'Diese Seite gibt es nicht',
    forbidden: 'Dafür haben Sie keine Berechtigung',
    failed: 'Das hat nicht geklappt',
  },
  codes: {
    not_found: 'Es gibt sie nicht oder sie ist nicht für Sie bestimmt. Prüfen Sie die Adresse.',
    forbidden: 'Ihre Rolle erlaubt das nicht. Wenden Sie sich an die Leitung Ihrer Dienststelle.',
    changed_meanwhile:
      'Jemand anderes war schneller. Laden Sie die Seite neu und sehen Sie sich den neuen Stand an.',
    signed_out: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an; nichts geht verloren.',
    too_many_tries: 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
    bad_input: 'Einige Angaben fehlen oder passen nicht. Prüfen Sie Ihre Eingaben.',
    file_exists:
      'Diese Datei gibt es auf dem Server schon in anderer Fassung. Entfernen Sie sie und fügen Sie sie neu hinzu.',
    file_gone: 'Diese Datei liegt nicht mehr auf dem Server. Entfernen Sie sie und fügen Sie sie neu hinzu.',
    file_refused:
      'Der Server hat die verschlüsselte Datei nicht angenommen. Entfernen Sie sie und fügen Sie sie neu hinzu.',
    file_submitted:
      'Diese Datei gehört zu einer eingereichten Fassung und bleibt, wie sie ist. Fügen Sie sie neu hinzu, wenn sich etwas ändern soll.',
    file_too_large: 'Die Datei ist größer als erlaubt. Teilen Sie sie auf.',
    files_incomplete:
      'Mindestens ein Anhang ist noch nicht vollständig übertragen. Warten Sie, bis alle Anhänge fertig sind.',
    not_editable: 'Dieses Ersuchen kann in seinem jetzigen Stand nicht geändert werden.',
    team_keys_missing:
      'Es fehlt ein Schlüssel: der Ihrer Dienststelle oder der des Anbieters. Bitte warten Sie, bis Ihre Dienststelle freigeschaltet ist.',
    too_many_files:
      'Es sind schon so viele Anhänge, wie erlaubt sind. Entfernen Sie einen oder fassen Sie Dateien zusammen.',
    unknown:
      'Auf dem Server ist ein Fehler aufgetreten. Ihre Angaben sind noch da. Versuchen Sie es in einer Minute erneut.',
  },
  toStart: 'Zur Startseite',
};
