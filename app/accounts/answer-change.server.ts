import { data } from 'react-router';

import { DomainError } from '#app/domain-error.ts';

/** How a page's action answers a change: done, or the code of what is in the way. */
export type ChangeAnswer = { ok: true; link?: string } | { ok: false; code: string };

/** Runs the domain call of a page's action; the page shows the code in words and stays as it is. */
export async function answerChange(call: () => Promise<{ link?: string }>) {
  try {
    return data<ChangeAnswer>({ ok: true, ...(await call()) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data<ChangeAnswer>({ ok: false, code: error.code }, error.status);
  }
}
