import { limitRate } from '#app/middleware/rate-limit.server.ts';

import type { Verdict } from './classify-mail.ts';
import type { IntakeServices } from './intake-services.ts';
import type { MailFacts, Unanswerable } from './mail-facts.ts';

/** What becomes of the answer to a mail that just came. */
export type AnswerDecision =
  | { kind: 'none' }
  | { kind: 'sent'; to: string }
  /** Staff confirms it. */
  | { kind: 'open' }
  | { kind: 'withheld'; because: Exclude<WithheldBecause, 'staff'> };

/** Why nobody was told of a refusal; `staff`: somebody of the provider said so. */
export type WithheldBecause = Unanswerable | 'too_many' | 'staff';

/**
 * Only a plain mail is answered by a machine, and only where that cannot make a loop or hit somebody who never wrote
 * (RFC 3834 §2): nobody is answered more than a few times a day, whoever they say they are.
 */
export async function decideAnswer(
  services: Pick<IntakeServices, 'db' | 'config'>,
  { returnPath, unanswerable }: MailFacts,
  verdict: Verdict,
): Promise<AnswerDecision> {
  if (verdict.outcome !== 'refused') return { kind: 'none' };
  if (unanswerable !== null) return { kind: 'withheld', because: unanswerable };
  if (returnPath === null) return { kind: 'withheld', because: 'no_address' };
  if (!services.config.mailIntake.answersItself) return { kind: 'open' };
  try {
    await limitRate(services, 'refusal_by_sender', returnPath);
    await limitRate(services, 'refusals', 'all');
  } catch {
    return { kind: 'withheld', because: 'too_many' };
  }
  return { kind: 'sent', to: returnPath };
}
