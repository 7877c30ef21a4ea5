import { useSyncExternalStore } from 'react';

import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { RoomStatus } from '#app/sealing/sealing-types.ts';

import { subscribeToUnlocked, unlockedRoom, type UnlockedRoom } from './unlocked-room.client.ts';

/** Whether the keys are unlocked in this tab. On the server: locked. */
export function useCryptoRoomStatus(): RoomStatus {
  return useSyncExternalStore(
    (listener) => getCryptoRoom().subscribe(listener),
    () => getCryptoRoom().status(),
    () => 'locked' as const,
  );
}

/** What unlocking told; null while locked. */
export function useUnlockedRoom(): UnlockedRoom | null {
  return useSyncExternalStore(
    (listener) => subscribeToUnlocked(listener),
    () => unlockedRoom(),
    () => null,
  );
}
