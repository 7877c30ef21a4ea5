import type { Browser, BrowserContext, Page } from '@playwright/test';

import type { Portal } from './portal.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from './virtual-authenticator.ts';

/** Somebody with a browser of their own and a passkey device. */
export interface Person {
  context: BrowserContext;
  page: Page;
  authenticator: VirtualAuthenticator;
  /** What the browser complained about: errors of scripts, of the policy, of anything. */
  complaints: string[];
  close(): Promise<void>;
}

export interface PersonOptions {
  hasPrf?: boolean;
  locale?: string;
  viewport?: { width: number; height: number };
}

/** Opens a browser for a new person who has no account yet. */
export async function openPerson(
  browser: Browser,
  portal: Portal,
  options: PersonOptions = {},
): Promise<Person> {
  const { hasPrf = true, locale = 'de-DE', viewport = { width: 1280, height: 900 } } = options;
  const context = await browser.newContext({
    baseURL: portal.origin,
    locale,
    timezoneId: 'Europe/Berlin',
    viewport,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpectedRefusal(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  const authenticator = await addVirtualAuthenticator(page, { hasPrf });
  return { context, page, authenticator, complaints, close: () => context.close() };
}

/** Chromium writes a line for every answer with an error status; tests that provoke one check the page instead. */
function isExpectedRefusal(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
}
