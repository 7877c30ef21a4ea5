import { existsSync } from 'node:fs';

import { findChromium, findCommand } from './chromium.ts';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';
import { runCommand } from './processes.ts';

/** Programs that the tests need besides the packages, with their names in Debian. */
const tools = [
  { title: 'Chromium', packages: ['chromium', 'fonts-liberation'], isThere: () => findChromium() !== null },
  { title: 'GnuPG', packages: ['gnupg'], isThere: () => findCommand('gpg') !== null },
  { title: 'Sequoia (sq)', packages: ['sq'], isThere: () => findCommand('sq') !== null },
  {
    title: 'Dovecot',
    packages: ['dovecot-imapd'],
    isThere: () => findCommand('dovecot') !== null || existsSync('/usr/sbin/dovecot'),
  },
];

/**
 * Makes sure that the programs for the tests are there; brings those that are missing where apt and root make it possible.
 *
 * @throws {OperationError} naming in one sentence what to install
 */
export async function ensureTestTools(life: Life, needed: { browser: boolean }): Promise<void> {
  const missing = () =>
    tools.filter((tool) => !tool.isThere() && (needed.browser || tool.title !== 'Chromium'));
  if (missing().length === 0) return;
  if (process.getuid?.() === 0 && findCommand('apt-get') !== null) await installPackages(life, missing());
  const left = missing();
  if (left.length === 0) return;
  throw new OperationError(
    `The tests need ${left.map((tool) => tool.title).join(', ')}: install it (Debian: apt install ${left
      .flatMap((tool) => tool.packages)
      .join(' ')}) and start again.`,
  );
}

async function installPackages(life: Life, wanted: typeof tools): Promise<void> {
  process.stdout.write(`Installing ${wanted.map((tool) => tool.title).join(', ')} through apt …\n`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['Acquire::http::Timeout=30', 'Acquire::Retries=3', 'DPkg::Lock::Timeout=300'];
  const apt = ['-qq', ...patience.flatMap((option) => ['-o', option])];
  await runCommand(life, 'apt-get', [...apt, 'update'], { env, output: 'kept' });
  const packages = wanted.flatMap((tool) => tool.packages);
  const install = [...apt, '-y', '--no-install-recommends', 'install', ...packages];
  await runCommand(life, 'apt-get', install, { env, output: 'kept' });
}
