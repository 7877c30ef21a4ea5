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
    email_free_mail:
      'Das ist eine Adresse, die jede und jeder bekommen kann. Nehmen Sie die dienstliche Adresse der Person.',
    email_other_domain:
      'Diese Adresse gehört zu keiner E-Mail-Domain der Behörde. Prüfen Sie die Adresse, oder ergänzen Sie zuerst die Domain bei der Behörde.',
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
    written_elsewhere:
      'An dieser Berichtigung wird schon geschrieben: von der Behörde im Portal oder vom Anbieter, dem sie per E-Mail oder Brief zuging. Nur eine Seite kann sie einreichen. Warten Sie, bis die andere fertig ist oder den Entwurf verwirft.',
    arrival_missing:
      'Zu dieser Berichtigung ist nichts eingegangen. Beginnen Sie beim Eingang, der sie enthält.',
    answer_too_large_for_mail:
      'Die Antwort ist zu groß für eine E-Mail. Laden Sie die Behörde ins Portal ein, oder antworten Sie in Teilen.',
    key_missing:
      'Für die Adresse der Behörde hat niemand einen Schlüssel geprüft. Prüfen Sie ihn auf der Seite des Ersuchens, oder laden Sie die Behörde ins Portal ein.',
    team_keys_missing:
      'Es fehlt ein Schlüssel: der Ihrer Dienststelle oder der des Anbieters. Bitte warten Sie, bis Ihre Dienststelle freigeschaltet ist.',
    too_many_files:
      'Es sind schon so viele Anhänge, wie erlaubt sind. Entfernen Sie einen oder fassen Sie Dateien zusammen.',
    already_registered: 'Für diese Adresse gibt es schon ein Konto. Melden Sie sich an.',
    challenge_stale:
      'Das hat länger als fünf Minuten gedauert oder wurde schon einmal gesendet. Beginnen Sie diesen Schritt noch einmal.',
    code_expired: 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    grant_invalid:
      'Der Schlüssel Ihres Teams lässt sich nicht öffnen. Sagen Sie der Verwaltung des Portals Bescheid.',
    intake_key_elsewhere:
      'In den Einstellungen des Portals steht schon ein Fingerabdruck, aber der Schlüssel dazu fehlt. Der Betreiber muss INTAKE_FINGERPRINT auf setup stellen oder die Datenbank wiederherstellen.',
    invitation_void: 'Dieser Einladungslink gilt nicht mehr. Bitten Sie um einen neuen.',
    key_expired:
      'Ein Schlüssel ist abgelaufen. Es wurde nichts gesendet. Sagen Sie der Verwaltung des Portals Bescheid.',
    key_mismatch:
      'Ein Schlüssel ist nicht der erwartete. Es wurde nichts gesendet. Sagen Sie der Verwaltung des Portals Bescheid.',
    key_not_certified:
      'Der Schlüssel der Behörde ist nicht bestätigt. Es wurde nichts gesendet. Die Verwaltung des Portals muss ihn bestätigen.',
    key_refused:
      'Der Server hat einen der neuen Schlüssel nicht angenommen. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    key_revoked:
      'Ein Schlüssel wurde widerrufen. Es wurde nichts gesendet. Sagen Sie der Verwaltung des Portals Bescheid.',
    key_unreadable:
      'Ein Schlüssel ist nicht lesbar. Es wurde nichts gesendet. Sagen Sie der Verwaltung des Portals Bescheid.',
    key_weak:
      'Ein Schlüssel ist zu schwach. Es wurde nichts gesendet. Sagen Sie der Verwaltung des Portals Bescheid.',
    last_key_holder:
      'Nur diese Person hat den Schlüssel des Portals. Geben Sie ihn zuerst einer weiteren Person des Teams, sonst ist nichts mehr lesbar.',
    last_of_role:
      'Verwaltung, Datenschutz und Recht brauchen je mindestens eine freigegebene Person. Laden Sie zuerst eine weitere ein oder ändern Sie eine Rolle.',
    proposal_expired:
      'Dieser Vorschlag ist älter als sieben Tage und gilt nicht mehr. Schlagen Sie es bei Bedarf neu vor.',
    proposer_left:
      'Wer das vorgeschlagen hat, ist inzwischen gesperrt oder ausgeschieden. Stimmen Sie nicht zu; danach kann es jemand neu vorschlagen.',
    proposal_outdated:
      'Seit dem Vorschlag ist jemand ausgeschieden, der den Schlüssel bekommen sollte, oder wer ihn gemacht hat, darf das nicht mehr. Nehmen Sie den Vorschlag zurück und erzeugen Sie einen neuen Schlüssel.',
    agencies_changed:
      'Inzwischen wurde eine Behörde bestätigt oder gesperrt, oder sie hat ihren Schlüssel gewechselt. Nichts wurde geändert. Versuchen Sie es gleich noch einmal.',
    handover_invalid:
      'Der neue Schlüssel ist nicht vom jetzigen bestätigt. Nichts wurde geändert. Rufen Sie die Person an, die ihn vorgeschlagen hat.',
    last_passkey: 'Das ist Ihr einziger Passkey. Richten Sie zuerst einen weiteren ein.',
    note_missing: 'Jede neue Fassung braucht einen Hinweis in allen drei Sprachen, was sich geändert hat.',
    pdf_unavailable:
      'Auf diesem Server lassen sich keine PDF-Dateien erstellen. Nehmen Sie CSV oder JSON, oder drucken Sie die Seite.',
    report_proposed:
      'Dieser Bericht wartet auf die zweite Zustimmung. Nehmen Sie den Vorschlag zuerst zurück.',
    year_of_portal: 'Dieses Jahr zählt das Portal selbst; es wird nicht von außen eingebracht.',
    needs_second_person:
      'Das müssen zwei verschiedene Personen tun. Bitten Sie eine andere Person um die zweite Zustimmung.',
    no_connection:
      'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal; Ihre Angaben sind noch da.',
    passkey_busy: 'Eine andere Anfrage nach einem Passkey hat diese abgelöst. Versuchen Sie es noch einmal.',
    passkey_exists:
      'Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto. Nehmen Sie ein anderes Gerät oder melden Sie sich mit dem vorhandenen an.',
    passkey_failed:
      'Das Gerät konnte den Passkey nicht verwenden. Schließen Sie andere Fenster mit dieser Seite, prüfen Sie das Gerät und versuchen Sie es noch einmal.',
    passkey_no_verification:
      'Dieses Gerät kann keinen Passkey speichern oder Sie nicht per PIN, Fingerabdruck oder Gesicht erkennen. Richten Sie dort eine PIN ein oder nehmen Sie ein anderes Gerät.',
    passkey_not_allowed:
      'Der Vorgang wurde abgebrochen, hat zu lange gedauert, oder eine Richtlinie Ihres Rechners verbietet ihn: Der Browser sagt nicht, was davon. Versuchen Sie es noch einmal. Klappt es wieder nicht, fragen Sie Ihre IT, ob Passkeys (WebAuthn) erlaubt sind, oder nehmen Sie einen Sicherheitsschlüssel.',
    passkey_not_supported:
      'Dieser Browser kann keine Passkeys. Nehmen Sie eine aktuelle Fassung von Firefox, Chrome, Edge oder Safari.',
    passkey_refused:
      'Der Server hat den neuen Passkey nicht angenommen. Versuchen Sie es noch einmal, notfalls mit einem anderen Gerät.',
    passkey_wrong_site:
      'Passkeys gelten nur auf der richtigen Adresse des Portals und über eine sichere Verbindung. Prüfen Sie die Adresszeile.',
    passphrase_too_short: 'Die Passphrase ist zu kurz.',
    random_failed:
      'Ihr Browser liefert keine sicheren Zufallszahlen. Es wurde nichts gesendet. Starten Sie den Browser neu.',
    recovery_code_typo:
      'Das ist kein vollständiger Wiederherstellungscode. Prüfen Sie die Zeichen; er hat sieben Vierergruppen.',
    recovery_refused:
      'Mit diesem Code geht es nicht weiter. Prüfen Sie, ob es der neueste ist; jeder Code gilt nur einmal.',
    registration_stale:
      'Diese Registrierung ist abgelaufen oder schon abgeschlossen. Beginnen Sie von vorn oder melden Sie sich an.',
    room_locked:
      'Ihre Schlüssel sind verschlossen. Schließen Sie sie mit Ihrem Passkey auf und versuchen Sie es noch einmal.',
    sign_in_refused:
      'Mit diesem Passkey ist keine Anmeldung möglich. Nehmen Sie einen anderen. Wenn Ihr Konto gesperrt wurde oder noch nicht besteht, wenden Sie sich an die Leitung Ihrer Dienststelle.',
    signature_invalid:
      'Die Unterschrift mit dem Passkey ist nicht gültig. Versuchen Sie es noch einmal mit einem Passkey dieses Kontos.',
    signature_stale:
      'Die Unterschrift ist älter als fünf Minuten oder wurde schon verwendet. Unterschreiben Sie noch einmal.',
    timed_out: 'Das Verschlüsseln hat zu lange gedauert. Es wurde nichts gesendet. Laden Sie die Seite neu.',
    too_large: 'Das ist zu groß.',
    worker_failed:
      'Der Teil der Seite, der verschlüsselt, ist nicht gestartet. Es wurde nichts gesendet. Laden Sie die Seite neu oder nehmen Sie einen anderen Browser.',
    wrong_secret:
      'Damit lassen sich Ihre Schlüssel nicht aufschließen. Nehmen Sie einen anderen Passkey oder prüfen Sie die Passphrase.',
    already_signed:
      'Diese Entscheidung trägt schon eine Unterschrift dieser Rolle. Die zweite muss von der anderen Stelle kommen.',
    decided_meanwhile:
      'Inzwischen ist etwas mit dem Ersuchen geschehen. Ihre Entscheidung wurde nicht gespeichert. Sehen Sie sich den neuen Stand an.',
    explanation_differs:
      'Die verschlüsselten Begründungen passen nicht zur Unterschrift. Es wurde nichts gespeichert. Versuchen Sie es noch einmal.',
    finding_invalid:
      'Ein Mangel nennt eine Stelle oder einen Grund, den es bei dieser Datenart nicht gibt. Prüfen Sie die Mängel.',
    answer_prepared:
      'Die Antwort ist schon unterschrieben und wartet auf die zweite Person. Laden Sie die Seite neu.',
    answer_gone: 'Diese Antwort wartet nicht mehr auf die Freigabe. Laden Sie die Seite neu.',
    answer_expired: 'Die Dateien dieser Antwort wurden schon gelöscht. Laden Sie die Seite neu.',
    two_people_needed:
      'Wer die Antwort vorbereitet hat, kann sie nicht selbst freigeben. Das muss eine zweite Person tun.',
    proposal_gone: 'Diesen Vorschlag gibt es nicht mehr. Laden Sie die Seite neu.',
    proposal_pending:
      'Es liegt schon ein Vorschlag vor. Unterschreiben Sie ihn mit, oder stellen Sie ihn zuerst zurück.',
    statement_differs:
      'Was Sie unterschrieben haben, passt nicht mehr zum Ersuchen. Laden Sie die Seite neu und prüfen Sie es noch einmal.',
    statement_invalid: 'Die Entscheidung ist nicht vollständig. Prüfen Sie Ihre Angaben.',
    call_back_missing:
      'Die Behörde muss zuerst zurückgerufen werden. Halten Sie den Rückruf fest; danach können Sie annehmen.',
    no_emergency: 'Dieses Ersuchen ist kein Eilfall.',
    confirmed_on_invalid: 'Der Tag der Entscheidung ist nicht möglich. Er darf nicht in der Zukunft liegen.',
    message_exists: 'Diese Nachricht gibt es schon. Laden Sie die Seite neu.',
    person_not_active:
      'Diese Person kann das Ersuchen nicht übernehmen: Sie gehört nicht zu Ihrer Dienststelle oder ist nicht freigegeben.',
    status_forbids: 'Im jetzigen Stand des Ersuchens ist das nicht möglich. Laden Sie die Seite neu.',
    too_many_views: 'Sie haben schon 20 Ansichten gespeichert. Entfernen Sie zuerst eine.',
    view_name_missing: 'Geben Sie der Ansicht einen Namen.',
    correction_period_over: 'Die Frist für die Korrektur ist abgelaufen. Stellen Sie ein neues Ersuchen.',
    draft_changed_meanwhile: 'Es gibt eine neuere Fassung dieses Entwurfs. Laden Sie die Seite neu.',
    draft_too_large:
      'Der Entwurf ist zu groß zum Speichern. Kürzen Sie Texte oder entfernen Sie Kennungen oder Dateien.',
    manifest_invalid:
      'Die Unterschrift passt nicht zu den Angaben. Laden Sie die Seite neu und reichen Sie noch einmal ein.',
    manifest_mismatch:
      'Die Angaben haben sich geändert, während Sie unterschrieben haben. Laden Sie die Seite neu und reichen Sie noch einmal ein.',
    message_refused:
      'Der Server hat die verschlüsselten Angaben nicht angenommen, weil sie nicht genau für Ihre Behörde und den Anbieter verschlüsselt sind. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    public_part_invalid: 'Einige Angaben sind unvollständig oder passen nicht zur Datenart. Prüfen Sie sie.',
    rule_set_changed:
      'Seit Sie das Formular geöffnet haben, gelten neue Regeln. Laden Sie die Seite neu und prüfen Sie Ihre Angaben.',
    rule_set_missing:
      'Für das heutige Datum sind keine Regeln hinterlegt. Bitte wenden Sie sich an den Anbieter.',
    submission_forbidden:
      'So darf das Ersuchen nicht eingereicht werden. Prüfen Sie Rechtsgrundlage, Anordnung, Zeitraum und die offenen Hinweise.',
    unknown:
      'Auf dem Server ist ein Fehler aufgetreten. Ihre Angaben sind noch da. Versuchen Sie es in einer Minute erneut.',
  },
  toStart: 'Zur Startseite',
};
