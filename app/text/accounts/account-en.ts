import type { Catalogue } from '../catalogue.ts';
import type { account as de } from './account-de.ts';

export const account: Catalogue<typeof de> = {
  title: 'My account',
  recover: {
    title: 'Recover your account',
    lead: 'With the recovery code you set up a new passkey. The code does not go to us: your browser opens your keys with it.',
    consequences:
      'All earlier passkeys and sessions end.\nYou get a new code; the old one is void.\nA second person – the head of your unit or our administration – must confirm that it is you.',
    label: 'Recovery code',
    hint: 'Seven groups of four characters. Upper or lower case and hyphens do not matter.',
    passkeyLead: 'The code is right. Now set up a new passkey on this device or on a security key.',
    newCodeTitle: 'Your new recovery code',
    failed: 'This does not work',
    lostTooTitle: 'You do not have the code either?',
    lostToo:
      'Ask the head of your unit to give you new access under “Colleagues”. If you are the head of the unit yourself, or belong to the provider, call the administration of the portal (number in the imprint).\nA second person must agree. Then you get a link at your official address, with which you set up a new passkey.\nAfter a call you are admitted again. Your role and the requests of your unit stay; you can read them as soon as somebody who has the key opens the portal.',
  },
  profile: {
    title: 'About you',
    verified:
      'Name, e-mail address and authority were verified and stay as they are. The administration of the portal changes roles. If you have a new address, register with it anew.',
    name: 'Name',
    email: 'E-mail address',
    team: 'Authority or company',
    role: 'Role',
    saved: 'Saved',
  },
  language: {
    title: 'Language',
    label: 'Language of pages and e-mails',
  },
  passkeys: {
    title: 'Passkeys',
    lead: 'A second passkey on another device keeps you from being locked out.',
    name: 'Name',
    made: 'Set up',
    used: 'Last used',
    never: 'never',
    withoutPrf: 'does not unlock the keys; you need the passphrase for that',
    rename: 'Rename',
    renameLabel: (name) => `New name for “${name}”`,
    revoke: 'Remove',
    revokeTitle: (name) => `Remove the passkey “${name}”?`,
    revokeText:
      'Nobody can sign in with it any more, and sessions that began with it end. Delete it on the device as well.',
    last: 'The only passkey cannot be removed.',
    added: 'The passkey is set up.',
  },
  sessions: {
    title: 'Signed-in devices',
    lead: 'Sessions end after two hours without use, at the latest after twelve hours.',
    device: 'Device',
    since: 'Signed in since',
    seen: 'Last used',
    current: 'this device',
    end: 'Sign out',
    endOthers: 'Sign out all others',
  },
  recovery: {
    title: 'Recovery code',
    lead: 'Did you mislay the code, or may somebody have seen it? Then take a new one; the old one is void afterwards. The browser asks for your passkey first.',
    create: 'Make a new code',
    done: 'The new code is valid from now on.',
  },
  keys: {
    title: 'Keys',
    lead: 'Read the fingerprints out on the telephone when somebody verifies your authority or your access. Your browser computed them from your keys.',
    person: 'Fingerprint of your own key',
    team: 'Fingerprint of your team’s key',
    portal: 'Fingerprint of the portal’s key',
    exportTitle: 'Export the team’s key for GnuPG',
    exportLead:
      'With it, what was sealed to your team can be read outside of the portal. Whoever has the file and the passphrase reads everything. Do this only if it is needed; it is recorded.',
    exportButton: 'Export the key',
    exported: 'The file was saved. Delete it as soon as you no longer need it.',
    exportWhy: 'The file is locked with a passphrase',
    exportWhyText: 'Never pass the passphrase on in the same way as the file.',
  },
};
