import { expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt, decryptKey, readMessage, readPrivateKey } from 'openpgp';
import pg from 'pg';

import { withOpenPgpPrograms, type Folder, type ProgramResult } from '#test/openpgp-programs.ts';
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

/** Opens a message with openpgp.js alone and an exported key. @throws when it is not sealed to that key */
export async function openWithKey(privateKey: string, sealed: Uint8Array): Promise<string> {
  const decryptionKeys = await decryptKey({
    privateKey: await readPrivateKey({ armoredKey: privateKey }),
    passphrase,
  });
  const message = await readMessage({ binaryMessage: new Uint8Array(sealed) });
  const { data } = await decrypt({ message, decryptionKeys });
  return data;
}

/** What the server holds: rows of its database. */
export async function queryDatabase<Row>(
  { databaseUrl }: ServedFacts,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement, parameters)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Paths of the complete ciphertexts of one legal request's files, oldest first. */
export async function storedFilesOf(facts: ServedFacts, legalRequestId: string): Promise<string[]> {
  const rows = await queryDatabase<{ storage_key: string }>(
    facts,
    `select storage_key from sealed_files where legal_request_id = $1 and state = 'complete' order by id`,
    [legalRequestId],
  );
  return rows.map((row) => join(facts.dataFolder, 'uploads', row.storage_key));
}

export interface Opened {
  gnuPg: Buffer;
  sequoia: Buffer;
}

/**
 * Opens a ciphertext with GnuPG and with Sequoia and an exported key.
 * @throws when one of them cannot
 */
export function openWithPrograms(privateKey: string, ciphertext: Uint8Array): Promise<Opened> {
  return withExportedKey(privateKey, async ({ write, gpg, sq }) => {
    const message = await write('message.pgp', ciphertext);
    return { gnuPg: (await gpg(message)).stdout, sequoia: (await sq(message)).stdout };
  });
}

/** The same for a stored file of any size. @returns SHA-256, hex, of what GnuPG and Sequoia make of it */
export function hashWithPrograms(privateKey: string, path: string): Promise<string[]> {
  return withExportedKey(privateKey, async ({ write, gpg, sq }) => {
    const opened = await write('opened', '');
    const hashes: string[] = [];
    for (const decrypt of [gpg, sq]) {
      await decrypt('--output', opened, path);
      hashes.push(await hashFile(opened));
    }
    return hashes;
  });
}

/** SHA-256 of a file, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

type Decrypt = (...parameters: string[]) => Promise<ProgramResult>;
type WithKey = Pick<Folder, 'write'> & { gpg: Decrypt; sq: Decrypt };

async function withExportedKey<Result>(
  privateKey: string,
  work: (programs: WithKey) => Promise<Result>,
): Promise<Result> {
  // sq asks for a passphrase on a terminal only.
  const unlocked = await decryptKey({
    privateKey: await readPrivateKey({ armoredKey: privateKey }),
    passphrase,
  });
  return withOpenPgpPrograms(async ({ write, gpg, sq }) => {
    const loopback = ['--pinentry-mode', 'loopback', '--passphrase', passphrase, '--yes'];
    await gpg(...loopback, '--import', await write('key.asc', privateKey));
    const keyFile = await write('unlocked.asc', unlocked.armor());
    return work({
      write,
      gpg: (...parameters) =>
        gpg(...loopback, ...parameters.slice(0, -1), '--decrypt', ...parameters.slice(-1)),
      sq: (...parameters) => sq('decrypt', '--recipient-key', keyFile, ...parameters),
    });
  });
}

/**
 * Opens the files of legal requests with GnuPG and Sequoia and the exported key.
 * @returns whether both get each of `originals`, byte by byte, out of one of them
 */
export async function decryptsWithPrograms(
  privateKey: string,
  paths: readonly string[],
  originals: readonly Buffer[],
): Promise<boolean> {
  const opened: Opened[] = [];
  for (const path of paths) opened.push(await openWithPrograms(privateKey, readFileSync(path)));
  return originals.every((original) =>
    opened.some(({ gnuPg, sequoia }) => gnuPg.equals(original) && sequoia.equals(original)),
  );
}
