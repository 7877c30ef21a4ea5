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
    changed_meanwhile: 'Jemand anderes war schneller. Laden Sie die Seite neu und sehen Sie sich den neuen Stand an.',
    signed_out: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an; nichts geht verloren.',
    too_many_tries: 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann noch einmal.',
    bad_input: 'Einige Angaben fehlen oder passen nicht. Prüfen Sie Ihre Eingaben.',
    unknown: 'Auf dem Server ist ein Fehler aufgetreten. Ihre Angaben sind noch da. Versuchen Sie es in einer Minute erneut.',
  },
  toStart: 'Zur Startseite',
};
