import type { de } from './de.ts';

export const en: typeof de = {
  plain_mail_refused: ({ provider, portal, address, fingerprint }) => ({
    subject: 'Your unencrypted e-mail was not accepted',
    text: [
      'Good day,',
      `Your e-mail to ${provider} was not encrypted. We are not allowed to take requests for information and orders in this way: they must be transmitted with state-of-the-art protection (§ 31 TKÜV, § 174 (7) TKG, Germany). We have neither read nor stored the content; if your matter still stands, please send it again in one of these ways:`,
      `1. In the portal, without any additional program: ${portal}\nRegistering takes about five minutes. Your browser encrypts everything, and you can see at any time where your request stands.`,
      `2. Encrypted with OpenPGP, to ${address}. Our key is attached. Please compare its fingerprint:\n${fingerprint}\nAttach your own public key so that we can reply to you.`,
    ].join('\n\n'),
  }),
  mail_unreadable: ({ provider, portal, address, fingerprint }) => ({
    subject: 'Your encrypted e-mail could not be opened',
    text: [
      'Good day,',
      `Your encrypted e-mail to ${provider} could not be opened: it arrived incomplete, was meant for another key or was encrypted in another way. We are sorry for the trouble.`,
      `Please send it again, encrypted with OpenPGP, to ${address}. Our key is attached. Its fingerprint:\n${fingerprint}`,
      `Or use the portal, where nothing needs to be set up: ${portal}`,
    ].join('\n\n'),
  }),
  key_wanted: ({ provider, portal, address, fingerprint }) => ({
    subject: 'We need your public OpenPGP key',
    text: [
      'Good day,',
      `${provider} has received your letter and would like to reply to you encrypted. We do not have your public OpenPGP key for that.`,
      `Please send it to ${address}, if possible in an e-mail that you encrypt with our key. It is attached. Its fingerprint:\n${fingerprint}\nNever send us your private key.`,
      `If you have no key, please use the portal: ${portal}`,
    ].join('\n\n'),
  }),
  portal_invitation: ({ provider, portal }) => ({
    subject: 'Your access to the portal for authorities',
    text: [
      'Good day,',
      `${provider} takes requests of authorities in a portal and provides the answers there: ${portal}`,
      'Registering takes about five minutes. You need your official e-mail address and a computer on which you may set up a passkey. We verify your authority and admit you. Your browser encrypts everything; there is nothing to install.',
    ].join('\n\n'),
  }),
  answer_sent: ({ provider, portal }) => ({
    subject: 'The answer to your request',
    text: [
      'Dear Sir or Madam,',
      `${provider} has answered your request. The answer is attached: each file is encrypted with OpenPGP to your key. What the files are called stands inside of them, encrypted.`,
      `Open them with the program with which you use your key, for example: gpg --decrypt 02.pgp > answer\nThe file 01.pgp is the certificate of authenticity (PDF). manifest.pgp lists all files with their checksums, signed with our key.`,
      `Please save the files soon; we keep them for a short time only. Larger answers are provided in the portal: ${portal}`,
    ].join('\n\n'),
  }),
};
