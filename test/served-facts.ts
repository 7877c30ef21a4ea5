import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoInvitation } from '#db/seed.ts';

/** What an end-to-end test may know of the server it talks to, beyond what a browser sees. */
export type ServedFacts = {
  origin: string;
  databaseUrl: string;
  /** Sealed uploads, `mail/` and `server.log`. */
  dataFolder: string;
  invitations: DemoInvitation[];
  /** Where a mail server hands mail over, by SMTP; the walk takes none in. */
  mailPort?: number;
};

/** What the test server prints when it has been killed (SIGUSR2) and answers again. */
export const restartedLine = 'The test server was killed and answers again';

/** Where the test server of a port keeps its data. */
export function testDataFolder(port: number): string {
  return join(tmpdir(), `amtsweg-e2e-${port}`);
}

/** The test server writes its facts here before it answers to Playwright's question whether it is ready. */
export function servedFactsFile(port: number): string {
  return join(testDataFolder(port), 'served-facts.json');
}

/** Reads the facts of the server at `baseURL` of a test. */
export function readServedFacts(baseURL: string): ServedFacts {
  return JSON.parse(readFileSync(servedFactsFile(Number(new URL(baseURL).port)), 'utf8')) as ServedFacts;
}
