import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const check: Catalogue<typeof de.check> = {
  title: 'Check your answers',
  lead: 'Read everything once more. After submitting, this version can no longer be changed.',
  change: 'Change',
  changeWhat: (section) => `Change ${section}`,
  notGiven: 'not given',
  missingTitle: 'Still missing',
  missing: (field, problem) => `“${field}”: ${problem}`,
  missingTarget: (row, part, problem) =>
    part === '' ? `Identifier ${row}: ${problem}` : `Identifier ${row}, ${part}: ${problem}`,
  forbiddenTitle: 'The request cannot be submitted like this',
  unfinishedUpload: (name) =>
    `“${name}” has not been uploaded completely. Wait until the file is done, or remove it.`,
  warningsTitle: 'Please look at this',
  warningsIntro:
    'These points do not stop you from submitting. Correct the answer, or write why it is right. The reviewers read your reason.',
  reason: 'Why is this right?',
  reasonMissing: 'Write a sentence about it, or change the answer.',
  noReasonNeeded: 'Your explanation is in the form already.',
  toAnswer: 'Go to the answer',
  reviewerSeesChanges: 'The reviewers see what you changed compared with the previous version.',
};

export const sending: Catalogue<typeof de.sending> = {
  title: 'Declaration and signature',
  declaration:
    'I am authorised to make this request for my authority. The information is complete and correct.',
  declarationMissing: 'Confirm the declaration.',
  explanation:
    'You sign with your passkey. The signature is valid for exactly these answers and files: if anything is changed, swapped or left out, it no longer fits.',
  button: 'Sign and submit',
  steps: {
    saving: 'The draft is being saved …',
    sealing: 'The request is being encrypted …',
    signing: 'Please sign with your passkey …',
    sending: 'The request is being submitted …',
  },
  failedTitle: 'The request was not submitted',
  stillThere: 'All answers and files are still there.',
  problems: {
    notReady: 'Some answers are still missing. The list above shows which.',
  },
};

export const receipt: Catalogue<typeof de.receipt> = {
  title: 'Your request has been submitted',
  titleLater: (reference) => `Receipt for ${reference}`,
  reference: 'Number',
  submittedAt: 'Received',
  submittedBy: 'Signed by',
  category: 'Kind of data',
  fileNumber: 'File number',
  revision: 'Version',
  files: 'Encrypted files',
  fileCount: (count) => (count === 0 ? 'none' : count === 1 ? '1 file' : `${count} files`),
  manifest: 'Checksum of the version',
  next: (due) => `We will look at your request by ${due}. You get an e-mail when something changes.`,
  nextWithoutDate: 'You get an e-mail when something changes.',
  provesTitle: 'What this receipt proves',
  proves: [
    'which version you submitted and when it was received;',
    'that nobody has changed, shortened or swapped it since: every encrypted part is listed with its checksum;',
    'that you signed with your passkey and the provider confirmed the receipt.',
  ],
  provesHow:
    'The receipt holds no case data. It can be checked years later without this portal; this takes the receipt file and the provider’s public key.',
  serverKey: 'The provider’s public key for receipts (Ed25519)',
  print: 'Print',
  download: 'Save the receipt as a file (JSON)',
  toRequest: 'To the request',
  continueTitle: 'Do you need more data in this case?',
  continueText:
    'Begin a request for another kind of data. File number, identifiers, facts and contact person are taken over.',
  continueWith: (category) => `Continue with ${category}`,
};
