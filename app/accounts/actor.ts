import { forbidden } from '#app/domain-error.ts';
import type { Locale } from '#app/text/catalogue.ts';

import { mayDo, type Action, type Role } from './permissions.ts';

/** The person who acts, as the session says: every domain function takes one. */
export interface Actor {
  personId: string;
  sessionId: string;
  role: Role;
  status: 'waiting' | 'active';
  name: string;
  email: string;
  locale: Locale;
  teamId: string;
  teamKind: 'provider' | 'agency';
  teamName: string;
  teamStatus: 'pending' | 'verified' | 'declined' | 'suspended' | 'outside';
}

/** Whether this person may do this now: admitted, in a team that is verified, in a role of the table. */
export function can(actor: Actor, action: Action): boolean {
  return actor.status === 'active' && actor.teamStatus === 'verified' && mayDo(actor.role, action);
}

/** @throws DomainError `forbidden` (403) */
export function requirePermission(actor: Actor, action: Action): void {
  if (!can(actor, action)) throw forbidden();
}
