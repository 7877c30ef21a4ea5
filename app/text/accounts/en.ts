import type { Catalogue } from '../catalogue.ts';
import { account } from './account-en.ts';
import type { de } from './de.ts';
import { desk } from './desk-en.ts';

export const en: Catalogue<typeof de> = {
  account,
  desk,
  roles: {
    investigator: 'Investigator',
    lead: 'Head of unit',
    clerk: 'Clerk',
    dpo: 'Data protection officer',
    counsel: 'Lawyer',
    admin: 'Administrator of the portal',
    auditor: 'Auditor',
  },
  personStatuses: {
    waiting: 'waiting to be admitted',
    active: 'admitted',
    declined: 'declined',
    suspended: 'suspended',
    withdrawn: 'left',
  },
  agencyKinds: {
    police: 'Police',
    prosecution: 'Public prosecutor',
    customs: 'Customs',
    constitution_protection: 'Office for the protection of the constitution',
    intelligence: 'Intelligence service',
    regulatory: 'Authority for regulatory offences',
    other: 'Other authority',
  },
  fieldErrors: {
    too_long: 'This is too long. Please shorten it.',
    email_invalid: 'Enter a complete e-mail address, for example first.last@agency.example.',
    email_free_mail:
      'Anybody can get an address there. Use your official address: only that shows that you act for an authority.',
    code_invalid: 'The code has six digits.',
    code_wrong: 'This code is not right. Check the digits in the newest e-mail.',
    code_expired: 'This code is no longer valid. Ask for a new one.',
    name_missing: 'Enter your first and last name.',
    rank_missing: 'Enter your rank or title.',
    unit_missing: 'Enter your unit or department.',
    telephone_invalid: 'Enter a telephone number with its area code, for example +49 30 123456-78.',
    agency_missing: 'Choose an authority.',
    agency_name_missing: 'Enter the full name of the authority.',
    agency_kind_missing: 'Choose the kind of authority.',
    country_missing: 'Choose a country.',
    domain_invalid: 'One of these is not a domain. Write for example polizei.berlin.de.',
    domain_missing: 'Enter at least one domain.',
    method_missing: 'Choose how it was verified.',
    number_missing: 'Enter the telephone number that was called.',
    source_missing: 'Say where the number was found.',
    passkey_name_missing: 'Give the passkey a name.',
    role_missing: 'Choose a role.',
  },
  register: {
    title: 'Register',
    step: (step, of) => `Register – step ${step} of ${of}`,
    email: {
      title: 'Your official e-mail address',
      lead: 'Registering takes about five minutes and is needed only once. First we send you a code to confirm your address.',
      label: 'Official e-mail address',
      hint: 'Not a private address. For example first.last@agency.example',
      submit: 'Send me a code',
      haveAccount: 'Already registered?',
    },
    code: {
      title: 'Enter the code',
      lead: (email) =>
        `We have sent an e-mail to ${email}. Its code is valid for ten minutes, and you have five tries.`,
      label: 'Code from the e-mail',
      hint: 'Six digits',
      sentAgain: 'We have sent a new e-mail. Earlier codes are no longer valid.',
      notArrived: 'Nothing arrived? Look in the spam folder too.',
      sendAgain: 'Send a new code',
      otherAddress: 'Use another address',
      demoTitle: 'Demonstration: no e-mails are sent',
      demoText: 'You find the code here:',
    },
    person: {
      title: 'About you',
      lead: (email) => `Your address ${email} is confirmed. Who are you?`,
      name: 'First and last name',
      rank: 'Rank or title',
      rankHint: 'For example detective chief inspector',
      unit: 'Unit or department',
      unitHint: 'For example LKA 542, cybercrime',
      telephone: 'Telephone (direct line)',
      telephoneHint: 'With its area code. We call this number if we have questions.',
    },
    agency: {
      title: 'Your authority',
      noneKnown:
        'We do not know an authority for your e-mail address yet. Please describe it; we will verify it by a call.',
      choose: 'Which authority do you act for?',
      chooseHint: 'These authorities fit your e-mail address.',
      other: 'Another authority',
      name: 'Name of the authority',
      nameHint: 'In full, for example Landeskriminalamt Berlin',
      country: 'Country',
      kind: 'Kind of authority',
      kindEmpty: 'Please choose',
      domain: (domain) => `E-mail domain of the authority: ${domain} (from your address)`,
    },
    passkey: {
      title: 'Set up a passkey',
      lead: 'With a passkey you sign in without a password, and only it unlocks your keys. It cannot be guessed, intercepted or asked for by a fake site. You need one of these:',
      whatPlatform:
        'this computer with fingerprint, face recognition or device PIN (for example Windows Hello)',
      whatKey: 'a security key (FIDO2, with a PIN)',
      whatPhone: 'a smartphone with a screen lock',
      keys: 'At the same time your keys are made in this browser. They leave it only locked: we cannot open them.',
      create: 'Set up a passkey',
      working: 'Please confirm on your device …',
      failed: 'The passkey was not set up',
    },
    second: {
      title: 'Set up a second passkey?',
      lead: 'If your device is lost or replaced, a second passkey keeps you going – for example on a security key in a drawer. You can also do this later under “My account”.',
      thenConfirm:
        'Afterwards the browser asks for a passkey that you already have, so that nobody can add one at your open screen.',
      add: 'Set up another passkey',
      later: 'Later',
    },
  },
  passphrase: {
    title: 'Choose a passphrase',
    whyTitle: 'This passkey can sign you in, but it cannot unlock your keys',
    why: 'So your keys need a passphrase as well. You will enter it after each sign-in. Whoever guesses it and steals our database could read your requests: take several random words and use them nowhere else. We do not know the passphrase and cannot reset it. Simpler and safer is a device that can do both, for example a newer security key.',
    label: 'Passphrase',
    hint: (length) => `At least ${length} characters, best five or more random words`,
    repeat: 'Repeat the passphrase',
    tooShort: (length) => `The passphrase needs at least ${length} characters.`,
    different: 'The two entries differ.',
  },
  recoveryCode: {
    title: 'Your recovery code',
    lead: 'If you lose all passkeys, only this code brings you back to your requests. It is shown only now.',
    print: 'Print this page',
    copy: 'Copy the code',
    warningTitle: 'Keep the code apart from your devices',
    warning:
      'For example printed, in the safe of your office. Give it to nobody, not even to us: we never ask for it.',
    confirmLabel: 'To confirm, enter the last group of four',
    confirmHint: 'The last four characters of the code. Upper or lower case does not matter.',
    confirmWrong: 'This is not the last group of the code. Look above.',
    confirm: 'I have noted the code',
  },
  invitation: {
    title: 'You are invited',
    lead: 'With this link you set up your account. It works once, and only for you.',
    team: 'Authority or company',
    role: 'Role',
    email: 'E-mail address',
    start: 'Set up the account',
    newAccess: {
      title: 'Your new access',
      lead: 'Two people have agreed that you get access again. You now set up a new passkey; your name, role and requests stay. Then you wait until you are admitted again after a call. The link works once and for you only.',
      start: 'Set up new access',
    },
    voidTitle: 'This link is no longer valid',
    voidText:
      'Invitations are valid for seven days, links for new access for 24 hours, both work once. Ask the person from whom you have the link for a new one. If you have set up your account already, sign in.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Sign in with your passkey: fingerprint, face, device PIN or security key. There is no password.',
    button: 'Sign in with a passkey',
    working: 'Please confirm on your device …',
    autofillLabel: 'Or choose a passkey from the list',
    autofillHint:
      'Click into the field: your browser suggests the passkeys of this device. Nothing needs to be typed.',
    failed: 'Signing in did not work',
    noAccount: 'No account yet?',
    register: 'Register',
    lost: 'Lost all passkeys?',
    recover: 'Continue with the recovery code',
  },
  waiting: {
    title: 'We are checking your details',
    reasons: {
      agency: {
        title: 'Your authority is being verified',
        text: 'We call your authority at a number that we found in an independent register. Two people here must agree. That usually takes one working day.',
      },
      colleague: {
        title: 'You have not been admitted yet',
        text: 'The head of your unit or our administration must admit you. We have told them; it is quickest if you speak to them yourself.',
      },
      staff: {
        title: 'You have not been admitted yet',
        text: 'The administration of the portal must admit you. We have told them.',
      },
      return: {
        title: 'Your new access is set up',
        text: 'So that nobody else can use your link, the head of your unit or our administration will call you before they admit you. We have told them.',
      },
      recovery: {
        title: 'A second person must confirm your recovery',
        text: 'Your new passkey is set up. So that a stolen code is of no use to anybody, the head of your unit or our administration must confirm that it is you. We have told them.',
      },
    },
    mail: 'You will get an e-mail as soon as it goes on. This page updates by itself; you may close it.',
    fingerprint: {
      title: 'Your fingerprint for the call',
      team: 'When we call your authority we ask you to read out these characters. Your browser computed them from the key of your authority: if we see the same ones, nobody exchanged it on the way.',
      person:
        'Whoever admits you can compare these characters with you on the telephone. Your browser computed them from your key: if they are the same, nobody exchanged it on the way.',
    },
  },
  ownFingerprints: {
    teamUnknown:
      'This browser does not know the key of your team yet. The person who registered first can read out the fingerprint.',
  },
  unlock: {
    first: 'Your keys must be unlocked first.',
    title: 'Unlock your keys',
    lead: 'Your keys are locked because the page was reloaded or you were away for a while. One touch is enough; what you entered is still there.',
    button: 'Unlock with your passkey',
    working: 'Please confirm on your device …',
    failed: 'The keys are still locked',
    passphraseHint: 'The passphrase that you chose when you set up the passkey',
    buttonPassphrase: 'Unlock',
  },
  teamKeyNotice: {
    waits: {
      agency: (names) =>
        names.length === 1
          ? `${names[0]} is waiting for the key of your unit`
          : `${names.length} people are waiting for the key of your unit`,
      provider: (names) =>
        names.length === 1
          ? `${names[0]} is waiting for the key of the portal`
          : `${names.length} people are waiting for the key of the portal`,
    },
    waitsText: 'You have it and can give it after a call.',
    toPeople: 'Take a look',
    lacks: {
      agency: {
        title: 'You do not have the key of your unit yet',
        text: 'Until you have it you can read nothing that is encrypted, and write nothing. Ask the head of your unit, or somebody who has been there longer, to give it to you under “Colleagues”. For that you read out the fingerprint of your own key on the telephone.',
      },
      provider: {
        title: 'You do not have the key of the portal yet',
        text: 'Until you have it you can read nothing that is encrypted, and write nothing. Ask the administrators, or somebody who has it, to give it to you under “Team”. For that you read out the fingerprint of your own key on the telephone.',
      },
    },
    toFingerprint: 'To your fingerprint',
  },
  intakeKeyFollowed: {
    title: 'The portal has a new key',
    text: 'Your browser has checked that the previous key certified the new one. You need not do anything.',
  },
  sealingBlocked: {
    intake_key_missing: {
      title: 'The portal has not been set up yet',
      text: 'The administration of the portal has not made the key for incoming requests yet. Until then nothing can be sealed and sent.',
    },
    intake_key_not_pinned: {
      title: 'The key of the portal does not fit the fingerprint on record',
      text: 'Nothing is sealed and nothing is sent. Please tell the operator.',
    },
    intake_key_changed: {
      title: 'The key of the portal has changed',
      text: 'Your browser knows another key. Somebody may be trying to read along. Nothing is sealed and nothing is sent; the administration has been told. Call them at a number that you know.',
    },
    agency_key_missing: {
      title: 'Your authority has no key yet',
      text: 'The first person of your authority who registers makes it. Until then nothing can be sealed.',
    },
    agency_key_not_certified: {
      title: 'The key of your authority has not been certified yet',
      text: 'The administration of the portal usually certifies it together with your authority. Until then nothing can be sealed and sent.',
    },
    team_key_refused: {
      title: 'The key of your team cannot be opened',
      text: 'What the server holds for it is not what was to be expected. Tell the administration of the portal, and do not go on working for now.',
    },
    team_key_missing: {
      title: 'You do not have the key of your team yet',
      text: 'Somebody of your team who has it must give it to you. Ask for it; on the telephone you read out the fingerprint of your own key, which stands under “My account”.',
    },
  },
};
