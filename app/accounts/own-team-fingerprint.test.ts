import { expect, test } from 'vitest';

import { ownTeamFingerprint } from './own-team-fingerprint.ts';

const settings = (teamFingerprint?: string) => ({
  intakeFingerprint: 'I',
  seenAt: '2026-01-01T00:00:00Z',
  ...(teamFingerprint !== undefined && { teamFingerprint }),
});

test.each([
  ['locked', null, 'A', null],
  ['just registered', { teamKeys: ['A'], settings: null }, 'A', 'A'],
  ['changed by the server while the maker waits', { teamKeys: ['A'], settings: null }, 'X', 'A'],
  ['waiting after a reload', { teamKeys: [], settings: settings('A') }, 'A', 'A'],
  ['changed by the server after a reload', { teamKeys: [], settings: settings('A') }, 'X', 'A'],
  ['given another key by the server while waiting', { teamKeys: ['X'], settings: settings('A') }, null, 'A'],
  ['after a change of the team key', { teamKeys: ['A', 'B'], settings: settings('A') }, 'B', 'B'],
  ['a second person who waits', { teamKeys: [], settings: settings() }, 'X', null],
])('%s', (_name, unlocked, stated, expected) => {
  expect(ownTeamFingerprint(unlocked, stated)).toBe(expected);
});
