import type { AccountServices } from './account-services.ts';
import type { Actor } from './actor.ts';
import type { AgencyChange } from './agency-changes.ts';
import { changeDomains, declineAgency, reinstateAgency, suspendAgency } from './agency-status.server.ts';
import {
  confirmVerification,
  proposeVerification,
  setVerificationAside,
} from './agency-verification.server.ts';
import { certifyAgencyKey } from './certification.server.ts';
import { invitePerson } from './invite-people.server.ts';
import { changePerson } from './person-changes.server.ts';

/** Does what the page of an agency was asked to do; each function checks for itself who may. */
export async function changeAgency(
  services: AccountServices,
  actor: Actor,
  teamId: string,
  change: AgencyChange,
  now: Date,
): Promise<{ link?: string } | void> {
  switch (change.intent) {
    case 'invite': {
      const { url } = await invitePerson(services, actor, { ...change, teamId }, now);
      return { link: url };
    }
    case 'propose_verification': {
      const { intent: _, ...verification } = change;
      return proposeVerification(services, actor, teamId, verification, now);
    }
    case 'confirm_verification':
      return confirmVerification(services, actor, change, now);
    case 'set_verification_aside':
      return setVerificationAside(services, actor, change.approvalId, now);
    case 'certify':
      return certifyAgencyKey(services, actor, teamId, change.key, now);
    case 'decline':
      return declineAgency(services, actor, teamId, now);
    case 'suspend':
      return suspendAgency(services, actor, teamId, now);
    case 'reinstate':
      return reinstateAgency(services, actor, teamId, now);
    case 'domains':
      return changeDomains(services, actor, teamId, change.domains, now);
    default:
      return changePerson(services, actor, change, now);
  }
}
