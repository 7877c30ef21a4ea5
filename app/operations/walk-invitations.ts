import type { Role } from '#app/accounts/permissions.ts';
import type { DemoInvitation } from '#db/seed.ts';
import { OperationError } from './life.ts';

/** Everybody whom the walk registers. */
const needed: readonly Role[] = ['admin', 'dpo', 'counsel', 'clerk', 'lead', 'investigator'];

/**
 * The walk begins where nobody is registered: an invitation is for one use, and a passkey made of software ends with its
 * browser.
 * @throws {OperationError} saying what to do
 */
export function requireUnusedInvitations(invitations: readonly DemoInvitation[], dataFolder: string): void {
  if (needed.every((role) => invitations.some((one) => one.role === role))) return;
  throw new OperationError(
    `The walk registers everybody anew, but invitations of this portal are used already: begin anew with --reset (it empties ${dataFolder}) or name another folder with --data; with DATABASE_URL, name an empty database.`,
  );
}
