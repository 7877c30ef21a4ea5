import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const statuses: Catalogue<typeof german.statuses> = {
  draft: {
    name: 'Draft',
    meaning: 'The request has not been submitted. Only your authority can see it.',
    agencyNext: 'Fill in the sections and submit the request. It is saved as you go.',
    providerNext: 'Nothing to do.',
  },
  submitted: {
    name: 'Submitted',
    meaning: 'The request has arrived. It is waiting for somebody to look at it.',
    agencyNext:
      'You need not do anything. We look at it within one working day, in emergencies within 6 hours. You will get an e-mail when something changes.',
    providerNext: 'Take the request and look at it.',
  },
  in_review: {
    name: 'In review',
    meaning: 'The request is being reviewed for data protection and lawfulness.',
    agencyNext: 'You need not do anything. Two persons decide together on accepting or rejecting it.',
    providerNext:
      'Review the request. Accepting and rejecting take two signatures: data protection and law. One person can return it.',
  },
  returned: {
    name: 'Returned for correction',
    meaning: 'Something is missing or wrong. The request is not rejected.',
    agencyNext:
      'Correct the points named and submit the request again. Your answers and files are still there. You have 14 days.',
    providerNext: 'It is the authority’s turn. After 14 days without correction the request is closed.',
  },
  rejected: {
    name: 'Rejected',
    meaning: 'The request is not admissible as it is. The reasons are stated.',
    agencyNext:
      'If you can remedy the fault, submit the request again, corrected, within 14 days. Otherwise there is nothing to do.',
    providerNext: 'The authority can correct it within 14 days. After that the request is closed.',
  },
  accepted: {
    name: 'Accepted',
    meaning: 'The request is lawful. The answer is being prepared.',
    agencyNext: 'You need not do anything. You will get an e-mail as soon as the answer is ready.',
    providerNext: 'Gather the data and answer, also when nothing is held.',
  },
  answered: {
    name: 'Answered',
    meaning: 'The answer is ready, encrypted.',
    agencyNext: 'Fetch the answer and keep it in your file.',
    providerNext: 'Nothing to do.',
  },
  closed: {
    name: 'Closed',
    meaning: 'The matter is finished.',
    agencyNext: 'Nothing to do. If you need more data, make a new request.',
    providerNext: 'Nothing to do.',
  },
  withdrawn: {
    name: 'Withdrawn',
    meaning: 'The authority withdrew the request before it was decided.',
    agencyNext: 'Nothing to do. You can make a new request at any time.',
    providerNext: 'Nothing to do. The request is not reviewed any further.',
  },
};

export const turns: Catalogue<typeof german.turns> = {
  agency: 'It is the authority’s turn',
  provider: 'It is the provider’s turn',
  nobody: 'Nobody has to do anything',
};

export const actions: Catalogue<typeof german.actions> = {
  create: 'Start a request',
  read: 'View',
  save_draft: 'Save draft',
  discard_draft: 'Delete draft',
  submit: 'Submit',
  withdraw: 'Withdraw',
  claim: 'Take',
  add_note: 'Add a note',
  add_finding: 'Record a fault',
  return: 'Return for correction',
  accept: 'Accept',
  reject: 'Reject',
  answer: 'Answer',
  close: 'Close',
};

export const decisions: Catalogue<typeof german.decisions> = {
  accept: {
    name: 'Acceptance',
    meaning: 'The request is lawful and without faults. The data may be disclosed.',
  },
  return: {
    name: 'Return for correction',
    meaning: 'The authority can remedy the fault and submit the request again.',
  },
  reject: {
    name: 'Rejection',
    meaning: 'The request is inadmissible. The authority can submit it again, corrected, within 14 days.',
  },
};

export const answerOutcomes: Catalogue<typeof german.answerOutcomes> = {
  answered: 'Answered in full',
  answered_in_part: 'Answered in part',
  nothing_held: 'Nothing held',
  already_deleted: 'Data already deleted',
};
