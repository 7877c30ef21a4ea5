import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import type { DemoInvitation } from '#db/seed.ts';

import { OperationError } from './life.ts';
import { requireUnusedInvitations } from './walk-invitations.ts';

test('the walk says before anything else, in one sentence, which programs are missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-walk-'));
  const dataFolder = join(folder, 'data');
  // Nothing is in this PATH: no program of ours, and no apt that could bring it.
  const env = { PATH: folder };
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) => {
    execFile(
      process.execPath,
      ['app/operations/demo.ts', '--walk', '--data', dataFolder],
      { env },
      (error, _out, stderr) => done({ code: error?.code, stderr }),
    );
  });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'The walk needs Chromium, GnuPG, Sequoia (sq): install it (Debian: apt install chromium fonts-liberation gnupg sq) and start again.\n',
  });
  expect(existsSync(dataFolder)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('the walk says what to do where somebody is registered already', () => {
  const invite = (role: DemoInvitation['role']): DemoInvitation => ({ role, teamName: 'x', url: 'x' });
  const all = (['admin', 'dpo', 'counsel', 'clerk', 'lead', 'investigator'] as const).map(invite);
  requireUnusedInvitations(all, '.data');
  const check = () => requireUnusedInvitations(all.slice(1), '.data');
  expect(check).toThrow(OperationError);
  expect(check).toThrow(/--reset.*--data/);
});
