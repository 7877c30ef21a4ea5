import type { CDPSession, Page } from '@playwright/test';

/** A passkey device made of software inside Chromium, with user verification and the PRF extension. */
export interface VirtualAuthenticator {
  session: CDPSession;
  id: string;
}

/**
 * Gives a page a passkey device. One page and one session per person: a credential that is copied elsewhere loses its
 * PRF secret (seen in Chromium 156).
 */
export async function addVirtualAuthenticator(
  page: Page,
  options: { hasPrf?: boolean } = {},
): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  return attachAuthenticator(session, { ...options, transport: 'internal' });
}

/** A further device of the same person: a second passkey, or what replaces the one that was lost. */
export async function attachAuthenticator(
  session: CDPSession,
  { hasPrf = true, transport }: { hasPrf?: boolean; transport: 'internal' | 'usb' },
): Promise<VirtualAuthenticator> {
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return { session, id: authenticatorId };
}

/** The device lies in a drawer, or is in the hand again. */
export async function setInHand({ session, id }: VirtualAuthenticator, enabled: boolean): Promise<void> {
  await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled });
}

/** The device is lost, with its passkeys. */
export async function lose({ session, id }: VirtualAuthenticator): Promise<void> {
  await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: id });
}
