import { mayDo, type Role } from './permissions.ts';

/** Where a person goes after signing in. */
export function homeOf(person: { status: string; role: Role; teamStatus: string }): string {
  if (person.status !== 'active' || person.teamStatus !== 'verified') return '/waiting';
  if (mayDo(person.role, 'read_own_legal_requests')) return '/requests';
  if (mayDo(person.role, 'read_queue')) return '/desk';
  if (mayDo(person.role, 'see_agencies')) return '/desk/agencies';
  return '/desk/audit';
}

/**
 * Whether an address that came with a link may be gone to after signing in: a path of our own. Browsers read `\` as `/`,
 * and `//host` as another origin.
 */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path);
}
