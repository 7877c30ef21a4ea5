import type { AccountServices } from './account-services.ts';
import type { Actor } from './actor.ts';
import type { AgencyChange } from './agency-changes.ts';
import {
  changeDomains,
  declineAgency,
  reinstateAgency,
  suspendAgency,
  takeAgencyRefusalBack,
} from './agency-status.server.ts';
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
): Promise<{ link?: string }> {
  switch (change.intent) {
    case 'invite': {
      const { url } = await invitePerson(services, actor, { ...change, teamId }, now);
      return { link: url };
    }
    case 'propose_verification': {
      const { intent: _, ...verification } = change;
      await proposeVerification(services, actor, teamId, verification, now);
      return {};
    }
    case 'confirm_verification':
      await confirmVerification(services, actor, change, now);
      return {};
    case 'set_verification_aside':
      await setVerificationAside(services, actor, change.approvalId, now);
      return {};
    case 'certify':
      await certifyAgencyKey(services, actor, teamId, change.key, now);
      return {};
    case 'decline':
      await declineAgency(services, actor, teamId, now);
      return {};
    case 'take_refusal_back':
      await takeAgencyRefusalBack(services, actor, teamId, now);
      return {};
    case 'suspend':
      await suspendAgency(services, actor, teamId, now);
      return {};
    case 'reinstate':
      await reinstateAgency(services, actor, teamId, now);
      return {};
    case 'domains':
      await changeDomains(services, actor, teamId, change.domains, now);
      return {};
    default:
      await changePerson(services, actor, change, now);
      return {};
  }
}
