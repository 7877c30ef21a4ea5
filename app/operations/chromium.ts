import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The system's Chromium: that of the variable CHROMIUM, else the first of its usual names in PATH; null without one. */
export function findChromium(): string | null {
  return process.env['CHROMIUM'] ?? names.map(findCommand).find((path) => path !== null) ?? null;
}

/** Where a command is in PATH; null when it is not there. */
export function findCommand(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/**
 * How Chromium is started in tests: it asks nobody on the network, and does without its sandbox, which is not to be had
 * as root and in containers (only our own pages are opened).
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
