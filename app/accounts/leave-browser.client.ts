/**
 * What happens in this browser when somebody signs out, or the session turns out to have ended (promise 8). Nothing of
 * it may keep anybody from signing out: whatever fails, the session still ends.
 */
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

/** Removing a few files takes less; a browser that hangs is not waited for. */
const patienceMs = 3000;

let channel: BroadcastChannel | null = null;
const openChannel = () => (channel ??= new BroadcastChannel('amtsweg-sign-out'));

/** Locks the keys in every window and removes what was staged and saved here. Never rejects; call it before the session ends. */
export async function leaveBrowser(): Promise<void> {
  try {
    openChannel().postMessage('left');
  } catch {
    // The other windows find out with their next answer from the server.
  }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    void getCryptoRoom()
      .leave()
      .finally(() => {
        clearTimeout(timer);
        resolve();
      });
  });
}

/** When another window signs out, this one does. @returns what ends the listening */
export function followSignOut(): () => void {
  const opened = openChannel();
  const follow = () => void leaveToo();
  opened.addEventListener('message', follow);
  return () => opened.removeEventListener('message', follow);
}

async function leaveToo(): Promise<void> {
  await getCryptoRoom().leave();
  // Once more from here: the sign-in page would lead back, were this window faster than the other one.
  await fetch('/sign-out', { method: 'POST', redirect: 'manual' }).catch(() => undefined);
  // It was decided already; nothing can be saved without a session.
  const unasked = (event: Event) => event.stopImmediatePropagation();
  addEventListener('beforeunload', unasked, { capture: true });
  location.replace('/sign-in');
}

/** The server says that the session is over. What was typed stays; signing in unlocks with the same touch. */
export function noteSessionOver(): void {
  getCryptoRoom().lock();
}
