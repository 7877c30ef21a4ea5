import type { PublicKeyInfo, Recipient, SealedSettings } from '#app/sealing/sealing-types.ts';

import type { FormerIntakeKey } from './intake-key-succession.ts';
import type { SealingRecipients } from './intake-key.server.ts';

/** Why nothing may be sealed now; keys of `t.accounts.sealingBlocked`. */
export type SealingBlock =
  | 'intake_key_missing'
  | 'intake_key_not_pinned'
  | 'intake_key_changed'
  | 'agency_key_missing'
  | 'agency_key_not_certified'
  | 'team_key_refused'
  | 'team_key_missing';

/** What a page may seal to now. */
export type SealingKeys =
  | { state: 'locked' }
  /** The portal has another key than this person remembers, and the handover is being checked. */
  | { state: 'checking' }
  | { state: 'blocked'; reason: SealingBlock }
  | {
      state: 'ready';
      intake: Recipient;
      /** Intake keys of before, newest first, for what they signed; each is to be checked in line (intake-key-succession.ts). */
      former: FormerIntakeKey[];
      /** The own team's key: drafts and internal notes are sealed to it alone. */
      ownTeam: Recipient;
      /** Whom content goes to: provider first, then the agency. On the provider's side only the provider. */
      recipients: Recipient[];
    };

/** The key of a legal request's agency; `outside` of the portal there is none, and things are sealed to the provider alone. */
export type AgencyKey = PublicKeyInfo | 'outside' | null;

/** What the tab knows after unlocking; null while locked. */
export interface UnlockedKnowledge {
  settings: SealedSettings | null;
  teamKeys: readonly string[];
  refusedTeamKeys: readonly string[];
}

/** What this browser found out about an intake key that is not the remembered one: whether that one handed over to it. */
export interface CheckedSuccession {
  remembered: string;
  seen: string;
  isInLine: boolean;
}

/**
 * Promise 4: the server proposes keys, the browser decides. The intake key must be the pinned one and the one that this
 * person saw before, or follow that one in a line that this browser has checked; the agency's key must be on record as certified (the crypto room checks the certification itself
 * at every sealing), and the own team's key must have opened.
 */
export function decideSealingKeys(
  teamKind: 'provider' | 'agency',
  { intake, former, agency }: SealingRecipients,
  unlocked: UnlockedKnowledge | null,
  checked: CheckedSuccession | null = null,
): SealingKeys {
  if (!unlocked) return { state: 'locked' };
  const blocked = (reason: SealingBlock): SealingKeys => ({ state: 'blocked', reason });
  if (!intake) return blocked('intake_key_missing');
  if (!intake.isPinned) return blocked('intake_key_not_pinned');
  const remembered = unlocked.settings?.intakeFingerprint;
  if (remembered !== undefined && remembered !== intake.fingerprint) {
    const isChecked = checked?.remembered === remembered && checked.seen === intake.fingerprint;
    if (!isChecked) return { state: 'checking' };
    if (!checked.isInLine) return blocked('intake_key_changed');
  }
  const intakeRecipient = { publicKey: intake.publicKey, fingerprint: intake.fingerprint };
  const own = teamKind === 'provider' ? intake : agency;
  if (!own) return blocked('agency_key_missing');
  if (teamKind === 'agency' && agency?.isCertified !== true) return blocked('agency_key_not_certified');
  if (unlocked.refusedTeamKeys.includes(own.fingerprint)) return blocked('team_key_refused');
  if (!unlocked.teamKeys.includes(own.fingerprint)) return blocked('team_key_missing');
  if (teamKind === 'provider')
    return {
      state: 'ready',
      intake: intakeRecipient,
      former,
      ownTeam: intakeRecipient,
      recipients: [intakeRecipient],
    };
  const agencyRecipient = certifiedRecipient(intakeRecipient, own);
  return {
    state: 'ready',
    intake: intakeRecipient,
    former,
    ownTeam: agencyRecipient,
    recipients: [intakeRecipient, agencyRecipient],
  };
}

/** Whom staff seals to: the provider, then the agency. Null when the agency should have a key and has none. */
export function deskRecipients(
  { intake, ownTeam }: Extract<SealingKeys, { state: 'ready' }>,
  agencyKey: AgencyKey,
): Recipient[] | null {
  if (agencyKey === 'outside') return [ownTeam];
  return agencyKey && [ownTeam, certifiedRecipient(intake, agencyKey)];
}

/** An agency's key as a recipient: sealed to only if it carries the intake key's certification. */
export function certifiedRecipient(
  intake: Recipient,
  agency: { publicKey: string; fingerprint: string },
): Recipient {
  return {
    publicKey: agency.publicKey,
    fingerprint: agency.fingerprint,
    certifiedBy: { publicKey: intake.publicKey, fingerprint: intake.fingerprint },
  };
}
