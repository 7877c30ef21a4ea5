/**
 * The unlocked keys of the crypto room. Lives in the worker only; nothing here is ever put into a message to the page.
 */
import type { PrivateKey, PublicKey } from 'openpgp';
import { fingerprintOf } from './openpgp-keys.ts';
import { SealingError } from './sealing-error.ts';
import type { Fingerprint } from './sealing-types.ts';

/** `publicKey` may carry certifications that the private key does not. */
export type UnlockedTeamKey = { privateKey: PrivateKey; publicKey: PublicKey };

export type Keyring = {
  /** Forgets everything and holds `person` from now on. */
  unlock(person: PrivateKey): void;
  lock(): void;
  addTeam(team: UnlockedTeamKey): void;
  /** Throws `room_locked`, like all that follow; `team` also when that team's key is not unlocked. */
  person(): PrivateKey;
  team(fingerprint: Fingerprint): UnlockedTeamKey;
  teams(): UnlockedTeamKey[];
  /** Everything that can open messages: the person's key and those of the teams. */
  all(): PrivateKey[];
};

export function createKeyring(): Keyring {
  let person: PrivateKey | null = null;
  const teams = new Map<Fingerprint, UnlockedTeamKey>();

  function requirePerson(): PrivateKey {
    if (!person) throw new SealingError('room_locked');
    return person;
  }

  function lock(): void {
    person = null;
    teams.clear();
  }

  return {
    unlock(key) {
      lock();
      person = key;
    },
    lock,
    addTeam(team) {
      requirePerson();
      teams.set(fingerprintOf(team.privateKey), team);
    },
    person: requirePerson,
    team(fingerprint) {
      const team = teams.get(fingerprint);
      if (!team) throw new SealingError('room_locked');
      return team;
    },
    teams: () => [...teams.values()],
    all: () => [requirePerson(), ...[...teams.values()].map(({ privateKey }) => privateKey)],
  };
}
