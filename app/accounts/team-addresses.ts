/**
 * The address in a team key's user id. The intake key's lies below the portal's own host, where the Web Key Directory
 * answers for it; an agency's is made up there too, because the portal must not speak for the agency's domain.
 */
export function findTeamAddress(
  { origin }: { origin: string },
  team: { kind: 'existing'; id: string; teamKind: 'provider' | 'agency' } | { kind: 'new' },
  fallbackId: string,
): string {
  if (team.kind === 'existing' && team.teamKind === 'provider') return intakeAddress({ origin });
  const id = team.kind === 'existing' ? team.id : fallbackId;
  return `team-${id.slice(-12)}@${new URL(origin).hostname}`;
}

/** `intake@` the portal's host: the user id of the intake key and its name in the Web Key Directory. */
function intakeAddress({ origin }: { origin: string }): string {
  return `intake@${new URL(origin).hostname}`;
}
