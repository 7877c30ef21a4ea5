import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const draft: Catalogue<typeof de.draft> = {
  opening: 'The draft is being decrypted …',
  openFailedTitle: 'The draft cannot be opened',
  openFailed: 'It is saved, but could not be decrypted here. Reload the page and unlock your keys.',
  again: 'Try again',
  status: {
    unchanged: 'Saved while you write',
    saved: (time) => `Saved at ${time}`,
    saving: 'Saving …',
    retrying: 'Not saved – will be tried again',
    stopped: 'Not saved – please confirm that it is you',
    conflict: 'Not saved – there is a newer version',
    refused: 'Not saved',
  },
  explanation: 'It is saved encrypted, for your authority only. Colleagues can continue the draft.',
  conflict: {
    title: 'There is a newer version',
    text: (name, time) =>
      `${name} saved this draft at ${time} in another window. So that nothing is lost, nothing more is saved here until you have chosen.`,
    takeNewer: 'Take the newer version',
    takeNewerHint: 'What you have written in this window since then is lost.',
    keepMine: 'Keep my version',
    keepMineHint: 'It replaces the newer version.',
  },
  discarded: {
    title: 'This draft was deleted',
    text: 'Somebody else has deleted it since. What you have written is still in this window.',
    keepMine: 'Save my version',
    giveUp: 'Do not save',
  },
};

export const taskList: Catalogue<typeof de.taskList> = {
  title: (category) => `Request: ${category}`,
  correctionTitle: (reference) => `Correct ${reference}`,
  lead: 'Fill in the sections in any order. You can stop at any time.',
  sections: 'Sections',
  progress: (done, total) => `${done} of ${total} sections are done`,
  states: {
    not_started: 'Not started',
    incomplete: 'Incomplete',
    complete: 'Done',
    optional: 'Optional',
    faulty: 'Please check',
    finding: 'Objected to',
    uploading: 'Uploading',
  },
  checkTitle: 'Check and submit',
  check: 'Check your answers',
  discard: 'Delete draft',
  discardCorrection: 'Discard correction',
  discardTitle: 'Delete the draft?',
  discardText: 'All answers and files of this draft are deleted. This cannot be undone.',
  discardCorrectionText:
    'Your changes are deleted. The submitted request stays as it is; you can begin the correction anew until the deadline.',
  discardYes: 'Yes, delete',
};

export const section: Catalogue<typeof de.section> = {
  back: 'Back to the overview',
  next: 'Continue',
  later: 'Complete later',
  example: (example) => `Example: ${example}`,
  allSealed:
    'All answers on this page are encrypted on your device. Only your authority and the reviewers can read them.',
  partlySealed: (labels) =>
    `The server can read: ${labels}. It needs this to route the request and to remind of deadlines. Everything else is encrypted on your device; only your authority and the reviewers can read it.`,
  readOfTargets: 'number of identifiers',
  readOfFiles: 'number, kind and size of the files',
  quoted: (label) => `“${label}”`,
  charactersLeft: (count) => `${count} characters left`,
  charactersOver: (count) => `${count} characters too many`,
  notAsked: 'This section is not part of your request',
  notAskedText: 'According to your answers so far it is not needed. Go to the overview to continue.',
  choose: 'Please choose',
  otherTimeZones: 'All time zones',
  usualTimeZones: 'Common time zones',
  findingOverall: 'Remark on the whole request',
  changed: 'changed by you',
  whatToDo: 'What you can do',
};

export const legalBasis: Catalogue<typeof de.legalBasis> = {
  filter: 'Narrow the list',
  filterHint: 'Section, statute or keyword, for example “100j”',
  found: (count) => (count === 1 ? '1 provision' : `${count} provisions`),
  none: 'No provision fits this word. Delete it to see all.',
  foreignHint: 'You see the provisions that fit your route. If none fits, check the route.',
  noneAtAllTitle: 'There is no provision here for your authority',
  noneAtAll:
    'Authorities outside Germany can be given this data only if they prosecute crimes. Otherwise ask the German authority that is competent for your task for assistance: it then makes the request itself. If your authority is listed with us as the wrong kind, write to whoever verified you.',
};

export const targets: Catalogue<typeof de.targets> = {
  one: (number) => `Identifier ${number}`,
  remove: (number) => `Remove identifier ${number}`,
  removeShort: 'Remove',
  add: 'Add another identifier',
  count: (count) => (count === 1 ? '1 identifier' : `${count} identifiers`),
  import: 'Many identifiers at once',
  paste: 'Rows from a table',
  file: 'CSV file',
  take: 'Take over rows',
  fileUnreadable: 'This file cannot be read as text. Save the table as CSV (UTF-8).',
  fieldNotEmpty:
    'There are still rows in the field. Take them over or delete them first, then load the file.',
  fileTooLarge: 'This file is larger than 1 MB. Choose only the rows that are needed.',
  stillThere: 'The rows with errors are still in the field. Correct them and take them over again.',
  leaving: {
    title: 'These rows are not taken over yet',
    text: 'There are still rows in the field “Rows from a table”. If you leave the page, they are lost.',
    stay: 'Stay here',
    leave: 'Continue without these rows',
  },
};
