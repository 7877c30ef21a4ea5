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
    file_exists: 'The server already has another version of this file. Remove it and add it again.',
    file_gone: 'This file is no longer on the server. Remove it and add it again.',
    file_refused: 'The server did not accept the encrypted file. Remove it and add it again.',
    file_submitted:
      'This file belongs to a submitted version and stays as it is. Add it again if something has to change.',
    file_too_large: 'The file is larger than allowed. Split it.',
    files_incomplete: 'At least one attachment is not complete yet. Wait until all attachments are done.',
    not_editable: 'This request cannot be changed in its present status.',
    team_keys_missing:
      'A key is missing: that of your agency or that of the provider. Please wait until your agency is admitted.',
    too_many_files: 'There are as many attachments as allowed already. Remove one or combine files.',
    unknown: 'An error occurred on the server. What you entered is still there. Try again in a minute.',
  },
  toStart: 'To the start page',
};
