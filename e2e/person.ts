import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';

import { chromiumArguments, findChromium } from '#app/operations/chromium.ts';

import type { ServedFacts } from '#test/served-facts.ts';

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
  /**
   * A browser profile on the disk, as people have it. Without one it is a private window, where the origin private file
   * system lies in the browser's memory.
   */
  hasProfile?: boolean;
}

/** After a server was killed or a line was lost: what browsers say of that, also of pages that ask by themselves. */
export function forgetLineFaults(...people: readonly Person[]): void {
  for (const { complaints } of people) {
    const others = complaints.filter((text) => !/net::ERR_(CONNECTION|INTERNET|EMPTY)/.test(text));
    complaints.splice(0, complaints.length, ...others);
  }
}

/** Opens a browser for a new person who has no account yet. */
export async function openPerson(
  browser: Browser,
  portal: ServedFacts,
  options: PersonOptions = {},
): Promise<Person> {
  const { hasPrf = true, locale = 'de-DE', viewport = { width: 1280, height: 900 } } = options;
  const contextOptions: BrowserContextOptions = {
    baseURL: portal.origin,
    locale,
    timezoneId: 'Europe/Berlin',
    viewport,
    acceptDownloads: true,
  };
  const profile = options.hasProfile === true ? mkdtempSync(join(tmpdir(), 'amtsweg-profile-')) : null;
  const context = profile
    ? await openProfile(profile, contextOptions)
    : await browser.newContext(contextOptions);
  context.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpectedRefusal(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  const authenticator = await addVirtualAuthenticator(page, { hasPrf });
  const close = async () => {
    await context.close();
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return { context, page, authenticator, complaints, close };
}

async function openProfile(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const executablePath = findChromium() ?? undefined;
  return chromium.launchPersistentContext(folder, { ...options, executablePath, args: chromiumArguments });
}

/**
 * Chromium writes a line for every answer with an error status; tests that provoke one check the page instead. And the
 * frame of the viewer refuses the driver's own scripts (for its pictures of a page), as it must.
 */
function isExpectedRefusal(text: string): boolean {
  return (
    /^Failed to load resource: the server responded with a status of 4\d\d/.test(text) ||
    /^Blocked script execution in 'blob:.*sandboxed/.test(text)
  );
}
