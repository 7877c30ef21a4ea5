import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';

import { findIntakeKey, pinnedIntakeFingerprint } from './intake-key.server.ts';

/** How the key in use stands to the fingerprint that the operator configured. */
export interface PinState {
  /**
   * `none`: there is no key yet. `by_former_key`: the configuration names a key that handed over to the one in use, and
   * should be brought up to date. `another_key`: nothing is sealed to the one in use.
   */
  state: 'none' | 'named' | 'by_former_key' | 'another_key';
  /** Of the key in use, 40 hex digits; empty while there is none. */
  fingerprint: string;
}

/** For the start of the server, and for whoever looks after it. */
export async function describePin(
  db: Database,
  config: Pick<Config, 'intakeFingerprint'>,
): Promise<PinState> {
  const intake = await findIntakeKey(db, config);
  if (!intake) return { state: 'none', fingerprint: '' };
  const { fingerprint, isPinned } = intake;
  if (!isPinned) return { state: 'another_key', fingerprint };
  const isNamed = (await pinnedIntakeFingerprint(db, config)) === fingerprint;
  return { state: isNamed ? 'named' : 'by_former_key', fingerprint };
}
