import type { AccountServices } from './account-services.ts';
import type { Actor } from './actor.ts';
import { admitPerson, declinePerson, reinstatePerson, suspendPerson } from './admission.server.ts';
import { confirmNewAccess, proposeNewAccess, setNewAccessAside } from './new-access.server.ts';
import type { PersonChange } from './person-changes.ts';
import { confirmRoleChange, proposeRoleChange, setRoleChangeAside } from './role-changes.server.ts';
import {
  confirmStaffWithdrawal,
  proposeStaffWithdrawal,
  setStaffWithdrawalAside,
} from './staff-withdrawal.server.ts';
import { giveTeamKeys } from './team-grants.server.ts';
import { rotateTeamKey } from './team-key-rotation.server.ts';
import { withdrawPerson } from './withdrawal-of-people.server.ts';

/** Does what a list of people was asked to do; each function checks for itself who may. */
export async function changePerson(
  services: AccountServices,
  actor: Actor,
  change: PersonChange,
  now: Date,
): Promise<void> {
  switch (change.intent) {
    case 'admit':
      return admitPerson(services, actor, change, now);
    case 'give_team_keys':
      return giveTeamKeys(services.db, actor, change, now);
    case 'decline_person':
      return declinePerson(services, actor, change.personId, now);
    case 'withdraw_person':
      return withdrawPerson(services, actor, change, now);
    case 'rotate_team_key':
      return rotateTeamKey(services, actor, change.rotation, now);
    case 'suspend_person':
      return suspendPerson(services, actor, change.personId, now);
    case 'reinstate_person':
      return reinstatePerson(services, actor, change.personId, now);
    case 'propose_role':
      return proposeRoleChange(services, actor, change, now);
    case 'confirm_role':
      return confirmRoleChange(services, actor, change.approvalId, now);
    case 'set_role_aside':
      return setRoleChangeAside(services, actor, change.approvalId, now);
    case 'propose_access':
      return proposeNewAccess(services, actor, change.personId, now);
    case 'confirm_access':
      return confirmNewAccess(services, actor, change.approvalId, now);
    case 'set_access_aside':
      return setNewAccessAside(services, actor, change.approvalId, now);
    case 'propose_staff_withdrawal':
      return proposeStaffWithdrawal(services, actor, change.personId, now);
    case 'confirm_staff_withdrawal':
      return confirmStaffWithdrawal(services, actor, change.approvalId, now);
    case 'set_staff_withdrawal_aside':
      return setStaffWithdrawalAside(services, actor, change.approvalId, now);
  }
}
