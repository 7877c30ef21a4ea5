import type { de } from './de.ts';

type Values = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, string>> = {
  submitted: 'received',
  in_review: 'being checked',
  returned: 'returned for correction',
  rejected: 'rejected',
  accepted: 'accepted',
  answered: 'answered',
  closed: 'closed',
  withdrawn: 'withdrawn',
};
const roles: Readonly<Record<string, string>> = {
  investigator: 'investigator',
  lead: 'head of unit',
  clerk: 'clerk',
  dpo: 'data protection officer',
  counsel: 'lawyer',
  admin: 'administrator of the portal',
  auditor: 'auditor',
};
const word = (words: Readonly<Record<string, string>>, value = '') => words[value] ?? value;

const mail = (subject: string, ...paragraphs: string[]) => ({
  subject,
  text: [
    'Hello,',
    ...paragraphs,
    'This message was sent automatically; nobody reads replies to it. We never ask for codes, passphrases or keys.',
    'Amtsweg',
  ].join('\n\n'),
});

const inPortal = (url: string) =>
  url === ''
    ? 'You will find the details in the portal after signing in.'
    : `You will find the details after signing in:\n${url}`;

export const en: typeof de = {
  confirmation_code: ({ code = '' }: Values) =>
    mail(
      `${code} is your confirmation code`,
      `Your code for registering with Amtsweg is:\n\n    ${code}`,
      'It is valid for ten minutes. Do not pass it on. If you did not ask for it, you need not do anything.',
    ),
  account_exists: ({ url = '' }: Values) =>
    mail(
      'You already have an account',
      'Somebody tried to open an account with Amtsweg for your address. There is one already, so none was made.',
      `If it was you, sign in here with your passkey:\n${url}`,
      'If not, you need not do anything.',
    ),
  invitation: ({ url = '', team = '', role = '' }: Values) =>
    mail(
      'Your invitation to Amtsweg',
      `You are invited to set up an account (${team}, role: ${word(roles, role)}). The link is valid for seven days and can be used once:\n${url}`,
    ),
  registration_waiting: ({ team = '', url = '' }: Values) =>
    mail(
      'Somebody is waiting to be admitted',
      `Somebody registered for “${team}” and is waiting to be admitted or verified.`,
      `To the portal: ${url}`,
    ),
  person_admitted: ({ url = '', key = '' }: Values) =>
    mail(
      'Your account has been admitted',
      `You can use Amtsweg now:\n${url}`,
      ...(key === 'later'
        ? ['You can read what is encrypted as soon as somebody of your team has given you the key.']
        : []),
    ),
  person_declined: () =>
    mail(
      'Your account was not admitted',
      'Your registration with Amtsweg was declined. If you think that this is a mistake, contact the head of your unit.',
    ),
  return_declined: ({ name = '' }: Values) =>
    mail(
      'A return to an account was declined',
      `The account of ${name} is suspended. Somebody had come in with the recovery code or the link for new access and was turned away; passkey and code are no longer valid.`,
      `If it was ${name} after all, the head of the unit or the administration of the portal can propose new access.`,
    ),
  waiting_again: ({ access = '' }: Values) =>
    mail(
      'Your account is waiting again',
      'Your account with Amtsweg is waiting to be admitted again.',
      access === 'ended'
        ? 'Your passkey and your recovery code are no longer valid. The head of your unit or the administrators of the portal must give you new access first; you will get the link by e-mail.'
        : 'You need not do anything; you will get an e-mail when it has been decided.',
    ),
  person_withdrawn: () =>
    mail(
      'Your access has ended',
      'You were removed from your unit at Amtsweg and cannot sign in any more. If you think that this is a mistake, contact the head of your unit.',
    ),
  team_key_due: ({ url = '' }: Values) =>
    mail(
      'Your unit needs a new key',
      `Somebody has left your unit and knew its key. Please make a new one now:\n${url}`,
    ),
  agency_key_rotated: ({ url = '' }: Values) =>
    mail(
      'The new key of an authority is waiting to be confirmed',
      `An authority has changed its key. Until it is confirmed the authority can send nothing. Call and compare the fingerprint:\n${url}`,
    ),
  agency_verified: ({ url = '' }: Values) =>
    mail(
      'Your authority has been verified',
      `Your authority has been verified. You can use Amtsweg now:\n${url}`,
    ),
  agency_declined: () =>
    mail(
      'Your authority was not admitted',
      'We could not confirm your authority and declined the registration. If you think that this is a mistake, call us at the number in the imprint of the portal.',
    ),
  verification_proposed: ({ url = '' }: Values) =>
    mail(
      'An authority needs the second approval',
      `The verification of an authority has been entered. A second person must approve it:\n${url}`,
    ),
  verification_set_aside: ({ url = '' }: Values) =>
    mail(
      'A verification was not approved',
      `The verification of an authority was not approved, or it was taken back:\n${url}`,
    ),
  verification_due: ({ team = '', url = '' }: Values) =>
    mail(
      'An authority is to be verified again soon',
      `The verification of ${team} is good for 30 days at most. Call the authority in time; this time, too, two people must approve:\n${url}`,
    ),
  verification_overdue: ({ team = '', url = '' }: Values) =>
    mail(
      'The verification of an authority has run out',
      `The twelve months since ${team} was last verified are over. The authority can go on working. Verify it again now, or suspend it:\n${url}`,
    ),
  report_proposed: ({ url = '', year = '' }: Values) =>
    mail(
      'Transparency report: second approval needed',
      `The transparency report for ${year} is to be published and waits for your approval. Check figures and words before you approve.`,
      inPortal(url),
    ),
  role_change_proposed: ({ url = '' }: Values) =>
    mail(
      'A change of role needs the second approval',
      `A change of role has been proposed. A second person must approve it:\n${url}`,
    ),
  confirmer_admitted: ({ name = '', role = '', by = '', url = '' }: Values) =>
    mail(
      'Somebody of the team can give second approvals now',
      `${by} admitted ${name} (${word(roles, role)}), who can now approve verifications, roles, new access and keys as the second person.`,
      `If you do not know this person, or did not expect them, ask at once:\n${url}`,
    ),
  account_recovered: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'An account was recovered',
      `The account of ${name} (${team}) was opened with the recovery code. All earlier passkeys and sessions have ended. Until a second person confirms it, access to all data stays closed.`,
      `If it was not ${name}, decline it in the portal:\n${url}`,
    ),
  access_proposed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'New access: second approval needed',
      `${name} (${team}) is to get new access to Amtsweg, because all passkeys and the recovery code are lost. A second person must agree within seven days. Speak with the person yourself first.`,
      `To the portal: ${url}`,
    ),
  own_access_proposed: () =>
    mail(
      'New access was proposed for you',
      'Somebody proposed to give you new access to Amtsweg, because you have lost all passkeys and the recovery code. Nothing has changed yet; a second person must agree.',
      'If you still have your passkeys, something is wrong: call the head of your unit or the administration of the portal at once.',
    ),
  access_set_aside: ({ name = '' }: Values) =>
    mail(
      'New access: not approved',
      `New access for ${name} was not approved, or the proposal was taken back. Nothing has changed.`,
    ),
  access_link: ({ url = '' }: Values) =>
    mail(
      'Your new access to Amtsweg',
      `Two people have agreed that you get new access. All earlier passkeys and sessions have ended. Set up a new passkey here; the link is valid for 24 hours and works once:\n${url}`,
      'Then you will be called and admitted again. If you do not need new access, do not use the link, and tell the head of your unit or the administration of the portal at once.',
    ),
  access_renewed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'New access: two people have agreed',
      `${name} (${team}) gets new access. All earlier passkeys and sessions have ended, and a link went to the official address. Until the person is admitted, access to all data stays closed.`,
      `If this is not right, suspend the account in the portal:\n${url}`,
    ),
  access_used: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Somebody with new access is waiting to be admitted',
      `${name} (${team}) has set up a new passkey. Call the person and compare the fingerprint of their key before you admit them:\n${url}`,
    ),
  staff_withdrawal_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'Removal from the team: second approval needed',
      `${name} is to be removed from the team of the portal. A second person must agree:\n${url}`,
    ),
  staff_withdrawn: () =>
    mail(
      'Your access has ended',
      'You were removed from the team at Amtsweg and cannot sign in any more. If you think this is a mistake, contact the administration of the portal.',
    ),
  intake_key_known_outside: ({ name = '', url = '' }: Values) =>
    mail(
      'Somebody who had the key of the portal has left',
      `${name} has left the team and knew the key of the portal. What is to be done now is described here:\n${url}`,
    ),
  intake_key_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'A new key of the portal waits to be confirmed',
      `${name} has made a new key for the portal. Nothing changes yet: within seven days a second person must call, compare the fingerprints and confirm:\n${url}`,
      'If this is news to you, ask – on a number that you know.',
    ),
  intake_key_changed: ({ url = '' }: Values) =>
    mail(
      'The portal has a new key',
      `Two people have changed the key of the portal. Your browser takes the new one over by itself; what was sealed to the old one stays readable. The operator should write the new fingerprint into the configuration:\n${url}`,
    ),
  key_alarm: ({ url = '' }: Values) =>
    mail(
      'ALARM: a browser sees another key',
      'The browser of a signed-in person was given another key of the portal than the last time. It has stopped sealing. Check the server and the database at once, and compare the fingerprint.',
      `Details are in the audit log:\n${url}`,
    ),
  message_received: ({ reference = '', intent = '', url = '' }) =>
    mail(
      intent === 'asks' ? `${reference}: message, please reply` : `${reference}: new message`,
      intent === 'asks'
        ? `The other side has written a question about the legal request ${reference}. It is your turn.`
        : `There is a new message about the legal request ${reference}.`,
      inPortal(url),
    ),
  deadline_reminder: ({ reference = '', url = '' }) =>
    mail(
      `${reference}: deadline ends soon`,
      `The deadline for the legal request ${reference} ends in less than a day. Please see to it.`,
      inPortal(url),
    ),
  deadline_missed: ({ reference = '', url = '' }) =>
    mail(
      `OVERDUE: ${reference}`,
      `The deadline for the legal request ${reference} has passed. This message goes to everybody who reviews.`,
      inPortal(url),
    ),
  answer_mail_failed: ({ reference = '', url = '' }) =>
    mail(
      `${reference}: answer not sent`,
      `The answer to the legal request ${reference} could not be sent by e-mail. It is not being tried any more. The page of the answer says what to do now.`,
      inPortal(url),
    ),
  interception_ending: ({ reference = '', days = '', url = '' }) =>
    mail(
      `${reference}: interception ends in ${days} days`,
      `The interception of the legal request ${reference} ends in ${days} days. An extension needs a new legal request with an order.`,
      inPortal(url),
    ),
  daily_digest: ({ count = '', lines = '', url = '' }) =>
    mail(
      count === '1' ? 'Daily summary: 1 event' : `Daily summary: ${count} events`,
      'This has happened since the last summary:',
      lines,
      `You choose here what you get at once, collected or not at all:\n${url}`,
    ),
  costs_claim_ending: ({ reference = '', days = '', url = '' }) =>
    mail(
      `${reference}: costs can be claimed for ${days} more days`,
      `The claim to compensation for the legal request ${reference} lapses in ${days} days. Please send it before.`,
      inPortal(url),
    ),
  mail_key_unusable: ({ url = '' }) =>
    mail(
      'Your OpenPGP key can no longer be used',
      'There is a notification for you. It could not be encrypted to your OpenPGP key, for instance because the key has expired. This message therefore does not say what it is about.',
      `Add a valid key or switch encryption off:\n${url}`,
    ),
  mail_key_changed: ({ url = '' }) =>
    mail(
      'Encryption of your notifications changed',
      'The OpenPGP key for your notifications was added, replaced or removed.',
      `If this was not you, have a look at once and tell the administrators of the portal:\n${url}`,
    ),
  status_changed: ({ reference = '', status = '', url = '' }: Values) =>
    mail(
      `${reference}: ${word(statuses, status)}`,
      `Your request ${reference} has a new status: ${word(statuses, status)}.`,
      inPortal(url),
    ),
  answer_partial: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: a partial answer is ready`,
      `A partial answer to request ${reference} is ready. More will follow.`,
      inPortal(url),
    ),
  answer_expires: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: files of the answer will be deleted soon`,
      `The files of the answer to request ${reference} will be deleted in less than seven days. Download them before that.`,
      inPortal(url),
    ),
  correction_reminder: ({ reference = '', days = '', url = '' }: Values) =>
    mail(
      `${reference}: ${days} days left for the correction`,
      `The period for correcting request ${reference} ends in ${days} days.`,
      inPortal(url),
    ),
  legal_request_received: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: received`,
      `Your request ${reference} has been received. The receipt is in the portal.`,
      inPortal(url),
    ),
  legal_request_submitted: ({ reference = '', priority = '', url = '' }: Values) =>
    mail(
      priority === 'emergency' ? `URGENT – new in the queue: ${reference}` : `New in the queue: ${reference}`,
      priority === 'emergency'
        ? `The emergency request ${reference} has arrived. Please look at it at once.`
        : `Request ${reference} has arrived.`,
      inPortal(url),
    ),
  legal_request_handed_over: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference}: handed over`,
      `Request ${reference} was handed over within your authority. The portal shows who is in charge now.`,
      inPortal(url),
    ),
  legal_request_withdrawn: ({ reference = '', url = '' }: Values) =>
    mail(`${reference}: withdrawn`, `The authority has withdrawn request ${reference}.`, inPortal(url)),
};
