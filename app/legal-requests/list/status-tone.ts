import type { Tone } from '#app/ui/page.tsx';

import type { Status } from '../legal-request-values.ts';

const tones: Record<Status, Tone> = {
  draft: 'info',
  submitted: 'info',
  in_review: 'info',
  returned: 'warning',
  rejected: 'danger',
  accepted: 'success',
  answered: 'success',
  closed: 'info',
  withdrawn: 'info',
};

/** The colour of a status; its name always stands beside it. */
export function statusTone(status: Status): Tone {
  return tones[status];
}
