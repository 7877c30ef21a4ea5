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
    unknown: 'An error occurred on the server. What you entered is still there. Try again in a minute.',
  },
  toStart: 'To the start page',
};
