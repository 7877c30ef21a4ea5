import { expect, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withOpenPgpPrograms } from '#test/openpgp-programs.ts';
import type { ServedFacts } from '#test/served-facts.ts';

import { unlockUntil } from './unlock.ts';

const passphrase = 'fünf zufällige Wörter für GnuPG';

/** Exports the own team's key on the account page, locked with a passphrase. @returns the armored private key */
export async function exportTeamKey(page: Page): Promise<string> {
  await page.goto('/account');
  const details = page.getByText('Schlüssel des Teams für GnuPG ausgeben');
  const passphraseField = page.getByLabel('Passphrase', { exact: true });
  await details.click();
  await unlockUntil(page, passphraseField);
  await passphraseField.fill(passphrase);
  await page.getByLabel('Passphrase wiederholen').fill(passphrase);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Schlüssel ausgeben' }).click();
  const key = readFileSync(await (await download).path(), 'utf8');
  expect(key).toContain('BEGIN PGP PRIVATE KEY BLOCK');
  return key;
}

/** All that lies in the upload store: ciphertext only. */
function listStoredFiles({ dataFolder }: ServedFacts): string[] {
  const folder = join(dataFolder, 'uploads');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Opens every stored file with GnuPG and the exported key.
 * @returns whether each of `originals` came out of one of them, byte by byte
 */
export async function decryptsWithGnuPg(
  privateKey: string,
  facts: ServedFacts,
  originals: readonly Buffer[],
): Promise<boolean> {
  const stored = listStoredFiles(facts);
  return withOpenPgpPrograms(async ({ write, gpg }) => {
    await gpg(
      '--pinentry-mode',
      'loopback',
      '--passphrase',
      passphrase,
      '--import',
      await write('key.asc', privateKey),
    );
    const opened: Buffer[] = [];
    for (const path of stored) {
      const { stdout } = await gpg(
        '--pinentry-mode',
        'loopback',
        '--passphrase',
        passphrase,
        '--decrypt',
        path,
      );
      opened.push(stdout);
    }
    return originals.every((original) => opened.some((buffer) => buffer.equals(original)));
  });
}
