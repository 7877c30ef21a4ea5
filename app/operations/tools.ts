import { existsSync } from 'node:fs';

import { findChromium, findCommand } from './chromium.ts';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';
import { runCommand } from './processes.ts';

/** What needs programs besides the packages. */
type Purpose = 'unit tests' | 'end-to-end tests' | 'walk';

const tests: readonly Purpose[] = ['unit tests', 'end-to-end tests'];

/** Each program with its names in Debian. */
const tools: readonly {
  title: string;
  packages: readonly string[];
  neededBy: readonly Purpose[];
  isThere: () => boolean;
}[] = [
  {
    title: 'Chromium',
    packages: ['chromium', 'fonts-liberation'],
    neededBy: ['end-to-end tests', 'walk'],
    isThere: () => findChromium() !== null,
  },
  {
    title: 'GnuPG',
    packages: ['gnupg'],
    neededBy: [...tests, 'walk'],
    isThere: () => findCommand('gpg') !== null,
  },
  {
    title: 'Sequoia (sq)',
    packages: ['sq'],
    neededBy: [...tests, 'walk'],
    isThere: () => findCommand('sq') !== null,
  },
  {
    title: 'Dovecot',
    packages: ['dovecot-imapd'],
    neededBy: tests,
    isThere: () => findCommand('dovecot') !== null || existsSync('/usr/sbin/dovecot'),
  },
];

/**
 * Makes sure that the programs for this purpose are there; brings those that are missing where apt and root make it possible.
 *
 * @throws {OperationError} naming in one sentence what to install
 */
export async function ensureTools(life: Life, purpose: Purpose): Promise<void> {
  const missing = () => tools.filter(({ neededBy, isThere }) => neededBy.includes(purpose) && !isThere());
  if (missing().length === 0) return;
  if (process.getuid?.() === 0 && findCommand('apt-get') !== null) await installPackages(life, missing());
  const left = missing();
  if (left.length === 0) return;
  throw new OperationError(
    `The ${purpose} ${purpose === 'walk' ? 'needs' : 'need'} ${left.map((tool) => tool.title).join(', ')}: install it (Debian: apt install ${left
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
