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
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: options.hasPrf ?? true,
    },
  });
  return { session, id: authenticatorId };
}
