import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const en: Catalogue<typeof de> = {
  titles: {
    notFound: 'This page does not exist',
    forbidden: 'You may not do this',
    failed: 'That did not work',
  },
  codes: {
    not_found: 'It does not exist or is not meant for you. Check the address.',
    forbidden: 'Your role does not allow this. Ask the head of your unit.',
    changed_meanwhile: 'Somebody else was faster. Reload the page and look at what changed.',
    signed_out: 'Your session has ended. Sign in again; nothing is lost.',
    too_many_tries: 'Too many tries. Wait a few minutes, then try again.',
    bad_input: 'Something is missing or does not fit. Check what you entered.',
    email_free_mail: 'Anybody can get this address. Take the official address of the person.',
    email_other_domain:
      'This address is in none of the authority’s mail domains. Check the address, or add the domain to the authority first.',
    file_exists: 'The server already has another version of this file. Remove it and add it again.',
    file_gone: 'This file is no longer on the server. Remove it and add it again.',
    file_refused: 'The server did not accept the encrypted file. Remove it and add it again.',
    file_submitted:
      'This file belongs to a submitted version and stays as it is. Add it again if something has to change.',
    file_too_large: 'The file is larger than allowed. Split it.',
    files_incomplete: 'At least one attachment is not complete yet. Wait until all attachments are done.',
    not_editable: 'This request cannot be changed in its present status.',
    written_elsewhere:
      'This correction is being written already: by the authority in the portal, or by the provider, who received it by e-mail or letter. Only one side can submit it. Wait until the other one is done or throws its draft away.',
    arrival_missing: 'Nothing has come for this correction. Begin at the arrival that contains it.',
    answer_too_large_for_mail:
      'The answer is too large for an e-mail. Invite the authority into the portal, or answer in parts.',
    key_missing:
      'Nobody has checked a key for the authority’s address. Check it on the page of the request, or invite the authority into the portal.',
    team_keys_missing:
      'A key is missing: that of your authority or that of the provider. Please wait until your authority is admitted.',
    too_many_files: 'There are as many attachments as allowed already. Remove one or combine files.',
    already_registered: 'There is already an account for this address. Please sign in.',
    challenge_stale: 'This took longer than five minutes or was sent before. Please begin this step again.',
    code_expired: 'This code is no longer valid. Ask for a new one.',
    grant_invalid: 'The key of your team cannot be opened. Please tell the administration of the portal.',
    intake_key_elsewhere:
      'The settings of the portal name a fingerprint already, but its key is missing. The operator must set INTAKE_FINGERPRINT to setup, or restore the database.',
    invitation_void: 'This invitation is no longer valid. Ask for a new one.',
    key_expired: 'A key has expired. Nothing was sent. Please tell the administration of the portal.',
    key_mismatch:
      'A key is not the expected one. Nothing was sent. Please tell the administration of the portal.',
    key_not_certified:
      'The key of the authority is not certified. Nothing was sent. The administration of the portal must certify it.',
    key_refused: 'The server did not accept one of the new keys. Reload the page and try again.',
    key_revoked: 'A key was revoked. Nothing was sent. Please tell the administration of the portal.',
    key_unreadable: 'A key cannot be read. Nothing was sent. Please tell the administration of the portal.',
    key_weak: 'A key is too weak. Nothing was sent. Please tell the administration of the portal.',
    last_key_holder:
      'Only this person has the key of the portal. Give it to another person of the team first, or nothing can be read any more.',
    last_of_role:
      'Administration, data protection and legal each need at least one admitted person. Invite another one first, or change a role.',
    proposal_expired:
      'This proposal is older than seven days and no longer valid. Propose it again if it is still needed.',
    proposer_left:
      'Whoever proposed this has been suspended or has left since. Do not approve; after that somebody can propose it anew.',
    proposal_outdated:
      'Since the proposal somebody has left who was to get the key, or whoever made it may not do so any more. Take the proposal back and make another new key.',
    agencies_changed:
      'Meanwhile an authority was verified or suspended, or has changed its key. Nothing was changed. Try again now.',
    handover_invalid:
      'The new key is not certified by the present one. Nothing was changed. Call the person who proposed it.',
    last_passkey: 'This is your only passkey. Set up another one first.',
    note_missing: 'Every new version needs a note in all three languages that says what changed.',
    pdf_unavailable: 'This server cannot make PDF files. Take CSV or JSON, or print the page.',
    report_proposed: 'This report waits for the second approval. Take the proposal back first.',
    year_of_portal: 'The portal counts this year itself; it is not brought in from outside.',
    needs_second_person: 'Two different people must do this. Ask somebody else for the second approval.',
    no_connection:
      'The server cannot be reached. Check your connection and try again; what you entered is still there.',
    passkey_busy: 'Another question for a passkey took the place of this one. Please try again.',
    passkey_exists:
      'This device already has a passkey for your account. Use another device, or sign in with the one that is there.',
    passkey_failed:
      'The device could not use the passkey. Close other windows of this site, check the device and try again.',
    passkey_no_verification:
      'This device cannot keep a passkey or cannot verify you by PIN, fingerprint or face. Set up a PIN there, or use another device.',
    passkey_not_allowed:
      'It was cancelled, took too long, or a policy of your computer forbids it: the browser does not say which. Please try again. If it fails again, ask your IT whether passkeys (WebAuthn) are allowed, or use a security key.',
    passkey_not_supported:
      'This browser cannot use passkeys. Use a current version of Firefox, Chrome, Edge or Safari.',
    passkey_refused: 'The server did not accept the new passkey. Try again, if need be with another device.',
    passkey_wrong_site:
      'Passkeys work only at the right address of the portal and over a secure connection. Check the address bar.',
    passphrase_too_short: 'The passphrase is too short.',
    random_failed: 'Your browser gives no secure random numbers. Nothing was sent. Restart the browser.',
    recovery_code_typo:
      'This is not a complete recovery code. Check the characters; it has seven groups of four.',
    recovery_refused:
      'This code does not work. Check whether it is the newest one; each code works only once.',
    registration_stale: 'This registration has expired or is finished already. Begin again, or sign in.',
    room_locked: 'Your keys are locked. Unlock them with your passkey and try again.',
    sign_in_refused:
      'You cannot sign in with this passkey. Use another one. If your account was suspended or does not exist yet, contact the head of your unit.',
    signature_invalid:
      'The signature with the passkey is not valid. Try again with a passkey of this account.',
    signature_stale: 'The signature is older than five minutes or was used before. Please sign again.',
    timed_out: 'Sealing took too long. Nothing was sent. Reload the page.',
    too_large: 'This is too large.',
    worker_failed:
      'The part of the page that encrypts did not start. Nothing was sent. Reload the page or use another browser.',
    wrong_secret: 'This does not unlock your keys. Use another passkey, or check the passphrase.',
    already_signed:
      'This decision already carries a signature of this role. The second one must come from the other role.',
    decided_meanwhile:
      'Something has happened to the request in the meantime. Your decision was not saved. Look at the new state.',
    explanation_differs:
      'The encrypted explanations do not match the signature. Nothing was saved. Please try again.',
    finding_invalid:
      'A finding names a field or a reason that this kind of data does not have. Check the findings.',
    answer_prepared: 'The answer is already signed and waits for the second person. Reload the page.',
    answer_gone: 'This answer no longer waits for its release. Reload the page.',
    answer_expired: 'The files of this answer have been deleted already. Reload the page.',
    two_people_needed: 'Whoever prepared the answer cannot release it. A second person must do so.',
    proposal_gone: 'This proposal no longer exists. Reload the page.',
    proposal_pending: 'There is already a proposal. Sign it as well, or set it aside first.',
    statement_differs: 'What you signed no longer matches the request. Reload the page and check it again.',
    statement_invalid: 'The decision is not complete. Check what you entered.',
    call_back_missing: 'The authority must be called back first. Record the call; then you can accept.',
    no_emergency: 'This legal request is no emergency.',
    confirmed_on_invalid: 'The day of the decision is not possible. It must not be in the future.',
    message_exists: 'This message exists already. Reload the page.',
    person_not_active: 'This person cannot take the request over: not of your authority, or not admitted.',
    status_forbids: 'This is not possible at the present status of the request. Reload the page.',
    too_many_views: 'You have already saved 20 views. Remove one first.',
    view_name_missing: 'Give the view a name.',
    correction_period_over: 'The time for correcting has ended. Make a new request.',
    draft_changed_meanwhile: 'There is a newer version of this draft. Reload the page.',
    draft_too_large: 'The draft is too large to be saved. Shorten texts or remove identifiers or files.',
    manifest_invalid: 'The signature does not match what you entered. Reload the page and submit again.',
    manifest_mismatch: 'Something changed while you were signing. Reload the page and submit again.',
    message_refused:
      'The server did not accept the encrypted form because it is not encrypted for exactly your authority and the provider. Reload the page and try again.',
    public_part_invalid: 'Some answers are incomplete or do not fit the kind of data. Check them.',
    rule_set_changed: 'New rules apply since you opened the form. Reload the page and check your answers.',
    rule_set_missing: 'No rules are on record for today. Please contact the provider.',
    submission_forbidden:
      'The request may not be submitted like this. Check legal basis, order, period and the open warnings.',
    unknown: 'An error occurred on the server. What you entered is still there. Try again in a minute.',
  },
  toStart: 'To the start page',
};
