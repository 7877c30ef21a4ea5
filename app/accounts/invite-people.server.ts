import { eq } from 'drizzle-orm';

import { DomainError, notFound } from '#app/domain-error.ts';
import { teams } from '#db/schema.ts';

import type { AccountServices } from './account-services.ts';
import { requirePermission, type Actor } from './actor.ts';
import { belongsToDomains, domainOf, isFreeMailDomain } from './email-domains.ts';
import { insertInvitation } from './invitations.server.ts';
import { agencyRoles, providerRoles, type Role } from './permissions.ts';

/**
 * Invites a person of the provider or of an agency by mail. The link is also returned, so that it can be handed over in
 * another way.
 * @param teamId null: the own team
 * @throws DomainError `forbidden`, `already_registered`, `not_found`; `email_free_mail`, `email_other_domain` (422) for an
 *   address that is not one of the agency
 */
export async function invitePerson(
  services: AccountServices,
  actor: Actor,
  { teamId, role, email }: { teamId: string | null; role: Role; email: string },
  now: Date,
): Promise<{ url: string }> {
  requirePermission(actor, 'invite_staff');
  return services.db.transaction(async (tx) => {
    const [team] = await tx
      .select({
        id: teams.id,
        name: teams.name,
        kind: teams.kind,
        status: teams.status,
        domains: teams.domains,
      })
      .from(teams)
      .where(eq(teams.id, teamId ?? actor.teamId));
    if (team?.status !== 'pending' && team?.status !== 'verified') throw notFound();
    const roles: readonly Role[] = team.kind === 'agency' ? agencyRoles : providerRoles;
    if (!roles.includes(role)) throw new DomainError('bad_input');
    if (team.kind === 'agency') requireAddressOf(team.domains, email, services.config.providerDomains);
    const invitation = { teamId: team.id, role, email, invitedBy: actor.personId, now };
    const { path } = await insertInvitation(tx, invitation);
    const url = new URL(path, services.config.origin).href;
    await services.jobs.queue(tx, 'send_mail', {
      to: email,
      template: 'invitation',
      locale: actor.locale,
      values: { url, team: team.name, role },
    });
    return { url };
  });
}

/** As when somebody registers without an invitation: only an official address shows for whom a person acts. */
function requireAddressOf(
  domains: readonly string[],
  email: string,
  providerDomains: readonly string[],
): void {
  const domain = domainOf(email);
  if (isFreeMailDomain(domain, providerDomains)) throw new DomainError('email_free_mail', {}, 422);
  if (!belongsToDomains(domain, domains)) throw new DomainError('email_other_domain', {}, 422);
}
