import type { AccountServices } from './account-services.ts';
import type { Actor } from './actor.ts';
import type { IntakeKeyChange } from './intake-key-change.ts';
import { confirmIntakeKey } from './intake-key-confirmation.server.ts';
import { proposeIntakeKey, setIntakeKeyAside } from './intake-key-proposal.server.ts';

/** Does what the page of keys was asked to do; each function checks for itself who may. */
export async function changeIntakeKey(
  services: AccountServices,
  actor: Actor,
  change: IntakeKeyChange,
  now: Date,
): Promise<void> {
  switch (change.intent) {
    case 'propose_intake_key':
      return proposeIntakeKey(services, actor, change.proposal, now);
    case 'confirm_intake_key':
      return confirmIntakeKey(services, actor, change.confirmation, now);
    case 'set_intake_key_aside':
      return setIntakeKeyAside(services, actor, change.approvalId, now);
  }
}
