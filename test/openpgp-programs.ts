/**
 * GnuPG and Sequoia as recipients: each call works in a temporary folder of its own, which goes when the callback ends. The programs are
 * part of what is promised (security promise 5), so a test that needs them fails where they are missing.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ProgramResult = { stdout: Buffer; stderr: string };

export type Folder = {
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs `gpg --batch` with a keyring of this folder; rejects when it fails. */
  gpg(...parameters: string[]): Promise<ProgramResult>;
  sq(...parameters: string[]): Promise<ProgramResult>;
};

/** Runs `work` with an empty folder and an empty GnuPG home, and removes both. The agent that gpg started is ended with it. */
export async function withOpenPgpPrograms<Result>(
  work: (folder: Folder) => Promise<Result>,
): Promise<Result> {
  // Short, because the agent's socket lies in it and socket paths end at 107 octets.
  const path = await mkdtemp(join(tmpdir(), 'pgp-'));
  const environment = { ...process.env, GNUPGHOME: path, LC_ALL: 'C.UTF-8' };
  const folder: Folder = {
    async write(name, content) {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
    gpg: (...parameters) => run('gpg', ['--batch', '--quiet', '--no-tty', ...parameters], environment),
    sq: (...parameters) => run('sq', ['--force', ...parameters], environment),
  };
  try {
    return await work(folder);
  } finally {
    await run('gpgconf', ['--kill', 'all'], environment).catch(() => undefined);
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

const packages: Record<string, string> = { gpg: 'gnupg', gpgconf: 'gnupg', sq: 'sq' };

function missingProgram(program: string): string {
  return `${program} is missing, and without it security promise 5 is not tested: install ${packages[program]} (Debian: apt install gnupg sq)`;
}

function run(program: string, parameters: string[], env: NodeJS.ProcessEnv): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const options = { env, encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 } as const;
    execFile(program, parameters, options, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') reject(new Error(missingProgram(program), { cause: error }));
      else if (error)
        reject(new Error(`${program}: ${stderr.toString() || error.message}`, { cause: error }));
      else resolve({ stdout, stderr: stderr.toString() });
    });
  });
}
