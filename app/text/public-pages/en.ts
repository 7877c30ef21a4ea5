import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const en: Catalogue<typeof de> = {
  start: {
    title: 'Lawful requests through official channels',
    lead: (provider) =>
      `This is where authorities send lawful requests to ${provider}: complete, encrypted and traceable.`,
    forWhom: {
      title: 'Who is this portal for?',
      text: 'For police, prosecutors, customs, constitution protection, intelligence services and other authorities that the law entitles to information. Private persons and law firms please turn to the provider directly.',
    },
    how: {
      title: 'How it works',
      steps: [
        {
          title: 'Register once',
          text: 'Official e-mail address, unit and a passkey: about five minutes. Then we verify your authority.',
        },
        {
          title: 'Write a request',
          text: 'One form per kind of data asks only what is needed and says at once what is missing. Your draft is saved as you go.',
        },
        {
          title: 'Reviewed by two people',
          text: 'The data protection officer and the legal department review it. If something is missing, you see exactly what and where.',
        },
        {
          title: 'Read the decision',
          text: 'Every step is in your overview; we tell you of each change by e-mail without naming any content.',
        },
      ],
    },
    need: {
      title: 'What you need',
      items: [
        'an official e-mail address, no free-mail account',
        'a computer with Windows Hello or Touch ID, a security key or a mobile phone as a passkey',
        'the file number and, where required, the court order as a PDF or scan',
      ],
    },
    categories: { title: 'Which data do you need?', legalBases: 'Legal bases and requirements' },
    sealed: {
      title: 'Only you and the reviewers can read it',
      text: 'Answers, attachments and messages are encrypted in your browser before they leave it. Whoever runs the server cannot read them.',
      link: 'How this is secured',
    },
    report: {
      title: 'How often are we asked?',
      text: 'Every year we publish how many requests came, from where, and what became of them.',
      link: 'To the transparency report',
    },
    continue: 'Continue to your area',
    register: 'Register',
    signIn: 'Sign in',
    emergency: {
      title: 'Imminent danger?',
      text: 'Choose “emergency” in the form. The staff on call are notified at once.',
    },
  },
  category: {
    contains: 'What do you get?',
    legalBases: 'What can you rely on?',
    legalBasesList: 'Legal bases in the form',
    notIncluded: 'What is not included?',
    columns: { citation: 'Provision', purpose: 'For what' },
    above: 'Kind of data',
    legalBasesHint: 'You choose one in the form; it shows only those that apply to your authority.',
    whoMayOrder: 'Who may order it?',
    attach: 'What must be attached?',
    duration: 'How long does it take?',
    start: 'Start a request',
    other: 'Other kinds of data',
    version: (name) => `Rule set ${name}. This is not legal advice.`,
  },
  key: {
    title: 'Public key',
    lead: 'With this key your browser encrypts everything meant for the provider. You can also use it to encrypt e-mail with OpenPGP.',
    fingerprint: 'Fingerprint',
    fingerprintHint:
      'Compare it with the fingerprint that you got by another way, for example on the telephone.',
    former: 'Former keys – they certified the one that followed and should not be used any more:',
    owner: 'Owner',
    made: 'Made on',
    download: 'Download key',
    directory: 'Programs also find it by themselves in this portal’s Web Key Directory.',
    none: 'There is no key yet',
    noneText: 'This portal is still being set up. Until then no request can be made.',
  },
  trust: {
    title: 'Security',
    lead: 'What is protected, against what, and how you can check it.',
    sections: [
      {
        title: 'Encrypted before anything leaves your browser',
        text: 'Form answers, attachments, file names and free text are encrypted with OpenPGP in your browser for exactly two recipients: the provider and your authority. The server accepts encrypted data only and holds no key to it.',
      },
      {
        title: 'What the server can read',
        text: 'To route, to remind and to count: kind of data, urgency, file number, legal basis, kind of ordering body, date of the order, period, number of identifiers, kinds of attachments and the end of a non-disclosure order. Nothing else.',
      },
      {
        title: 'Signing in with a passkey only',
        text: 'There are no passwords to guess, to steal or to type into a fake page. The same passkey opens your personal key.',
      },
      {
        title: 'Verified authorities',
        text: 'A new authority is called back on a number found independently; two people of the provider approve it. Its key is certified at the same time.',
      },
      {
        title: 'Signed steps',
        text: 'Submitting and deciding are signed with the passkey. The signature holds for exactly that content and can be checked later without this portal. Your receipt contains the proof.',
      },
      {
        title: 'What we cannot prevent',
        text: 'Whoever uses your unlocked computer sees what you see. Whoever changed the programs of this portal unnoticed could read along; that is why they are delivered without third-party parts and their source is open.',
      },
    ],
    reportTitle: 'Found a vulnerability?',
    report: 'Please write to the provider, encrypted; its key is on the key page.',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'This portal is meant to be usable by everybody: with the keyboard, with a screen reader and at 200 % zoom.',
    sections: [
      {
        title: 'Status',
        text: 'The aim is conformance with WCAG 2.2 AA, EN 301 549 and BITV 2.0. Every page is checked automatically at each change. A review by an independent body is still to be done.',
      },
      {
        title: 'Known limits',
        text: 'Scanned orders that authorities upload are images and are not read out. Passkey dialogs belong to the browser and the operating system.',
      },
      { title: 'Feedback', text: 'If you meet a barrier, the imprint names the office that removes it.' },
    ],
  },
  operatorText: {
    imprint: 'Imprint',
    privacy: 'Privacy',
    missing: 'The operator of this portal provides this text.',
    demo: 'This is a demo on your own computer. There is no operator, and no data leaves it.',
  },
  demoMail: {
    title: 'Mail of the demo',
    lead: 'In the demo nothing is sent. This is what would be sent, newest first.',
    empty: 'No mail yet',
    emptyText: 'Register with an e-mail address: the confirmation code appears here.',
    to: 'To',
  },
};
