import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const en: Catalogue<typeof de> = {
  title: 'Notifications',
  lead: 'We write to you when something happens. Our messages name the reference, the kind of event and a link, never anything about the case.',
  link: 'Set notifications and calendar',
  linkLead: 'What we write to you about, whether encrypted, and your deadlines in a calendar.',
  saved: 'Saved',
  choices: {
    title: 'When we write to you',
    kinds: {
      emergency_submitted: 'Emergency request received',
      legal_request_submitted: 'Legal request received',
      legal_request_withdrawn: 'Legal request withdrawn',
      legal_request_received: 'Receipt of your legal request',
      status_changed: 'Your legal request has a new status',
      message_received: 'New message',
      correction_reminder: 'Time for correction ends soon',
      answer_partial: 'Partial answer is ready',
      answer_expires: 'Answer will soon be deleted',
      deadline_reminder: 'Deadline ends soon',
      deadline_missed: 'Deadline missed',
      interception_ending: 'Interception ends soon',
      costs_claim_ending: 'Costs must soon be claimed',
    },
    timings: { now: 'at once', digest: 'in the daily summary', off: 'not at all' },
    fixed: 'always at once',
    digest: 'The daily summary comes on working days at 7 a.m. Berlin time, if there is anything.',
    security:
      'Messages about the security of your account and of keys always come at once. They cannot be switched off.',
    none: 'For your role there are security messages only. They always come at once.',
    language: (name) => `We write to you in ${name}.`,
    changeLanguage: 'Change language',
  },
  key: {
    title: 'Encryption with your OpenPGP key',
    lead: 'If you use OpenPGP yourself, we can encrypt what we write to you. Then the subject says nothing either.',
    label: 'Your public key',
    hint: 'The block begins with -----BEGIN PGP PUBLIC KEY BLOCK-----',
    save: 'Add key',
    replace: 'Replace key',
    remove: 'Stop encrypting',
    current: 'We encrypt with this key',
    compare: 'Compare the fingerprint with the one in your mail program.',
    expires: (date) => `It is valid until ${date}.`,
    expired: (date) =>
      `It expired on ${date}. Until you add a new one, we only write that there is something.`,
    never: 'It does not expire.',
    faults: {
      key_empty: 'Paste your public key.',
      key_not_readable:
        'This is no readable OpenPGP key. Paste the whole block, from “BEGIN PGP PUBLIC KEY BLOCK” to “END PGP PUBLIC KEY BLOCK”.',
      key_private: 'This is a private key. Give it to nobody. Export the public key and paste that one.',
      key_several: 'These are several keys. Paste only your own.',
      key_unusable:
        'This key cannot encrypt: it has expired, was revoked, is too weak or is for signing only.',
    },
  },
  calendar: {
    title: 'Deadlines in your calendar',
    lead: 'With a secret address your calendar program shows the deadlines: the kind of deadline and the reference, nothing else.',
    name: 'Amtsweg – deadlines',
    create: 'Create address',
    renew: 'Create a new address',
    remove: 'Invalidate address',
    since: (date) => `There is an address, created on ${date}.`,
    renewHint: 'A new address makes the old one invalid.',
    createdTitle: 'Your address – it is shown only now',
    createdHint:
      'Copy it into your calendar program (“subscribe to calendar”). Whoever knows it sees your deadlines. Do not pass it on.',
    label: 'Address of the calendar',
    removed: 'The address is no longer valid',
    deadlines: {
      first_look: 'First review due',
      answer_due: 'Answer due',
      correction: 'End of the time for correction',
      answer_expires: 'Answer will be deleted',
      emergency_confirmation: 'Confirmation of the emergency order due',
      interception_end: 'End of the interception',
      costs_claim: 'Claim costs',
    },
  },
};
