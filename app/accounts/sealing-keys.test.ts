import { describe, expect, test } from 'vitest';

import { certifiedRecipient, decideSealingKeys, type CheckedSuccession } from './sealing-keys.ts';

const intake = { publicKey: 'intake key', fingerprint: 'I'.repeat(40), isPinned: true };
const agency = { publicKey: 'agency key', fingerprint: 'A'.repeat(40), isCertified: true };
const settings = { intakeFingerprint: intake.fingerprint, seenAt: '2026-01-01T00:00:00Z' };
const unlocked = { settings, teamKeys: [agency.fingerprint], refusedTeamKeys: [] };

test('an agency seals to the intake key and its own certified key', () => {
  const keys = decideSealingKeys('agency', { intake, former: [], agency }, unlocked);
  const own = certifiedRecipient(intake, agency);
  expect(keys).toMatchObject({
    state: 'ready',
    ownTeam: own,
    recipients: [{ fingerprint: intake.fingerprint }, own],
  });
  expect(own.certifiedBy?.fingerprint).toBe(intake.fingerprint);
});

test('the provider seals to the intake key', () => {
  const keys = decideSealingKeys(
    'provider',
    { intake, former: [], agency: null },
    { ...unlocked, teamKeys: [intake.fingerprint] },
  );
  expect(keys).toMatchObject({ state: 'ready', recipients: [{ fingerprint: intake.fingerprint }] });
});

test('nothing is sealed while locked', () => {
  expect(decideSealingKeys('agency', { intake, former: [], agency }, null)).toEqual({ state: 'locked' });
});

const blocked = (reason: string) => ({ state: 'blocked', reason });

describe('another intake key than the remembered one', () => {
  const other = { ...intake, fingerprint: 'E'.repeat(40) };
  const decide = (checked: CheckedSuccession | null) =>
    decideSealingKeys('agency', { intake: other, former: [], agency }, unlocked, checked);
  const checked = { remembered: intake.fingerprint, seen: other.fingerprint, isInLine: true };

  test('promise 4: it stops sealing when the remembered one has not handed over to it', () => {
    expect(decide({ ...checked, isInLine: false })).toEqual(blocked('intake_key_changed'));
  });

  test('nothing is sealed while that is being checked, or when something else was checked', () => {
    for (const before of [
      null,
      { ...checked, seen: 'F'.repeat(40) },
      { ...checked, remembered: 'F'.repeat(40) },
    ])
      expect(decide(before)).toEqual({ state: 'checking' });
  });

  test('it is sealed to when the remembered one has handed over to it', () => {
    expect(decide(checked)).toMatchObject({ state: 'ready', intake: { fingerprint: other.fingerprint } });
  });
});

test('promise 4: an intake key that is not pinned stops sealing, remembered or not', () => {
  const unpinned = { ...intake, isPinned: false };
  for (const known of [settings, null])
    expect(
      decideSealingKeys('agency', { intake: unpinned, former: [], agency }, { ...unlocked, settings: known }),
    ).toEqual(blocked('intake_key_not_pinned'));
});

test('missing, uncertified, refused and unopened keys stop sealing', () => {
  const decide = (recipients: Parameters<typeof decideSealingKeys>[1], known = unlocked) =>
    decideSealingKeys('agency', recipients, known);
  expect(decide({ intake: null, former: [], agency })).toEqual(blocked('intake_key_missing'));
  expect(decide({ intake, former: [], agency: null })).toEqual(blocked('agency_key_missing'));
  expect(decide({ intake, former: [], agency: { ...agency, isCertified: false } })).toEqual(
    blocked('agency_key_not_certified'),
  );
  expect(decide({ intake, former: [], agency }, { ...unlocked, teamKeys: [] })).toEqual(
    blocked('team_key_missing'),
  );
  const refused = { settings, teamKeys: [], refusedTeamKeys: [agency.fingerprint] };
  expect(decideSealingKeys('agency', { intake, former: [], agency }, refused)).toEqual(
    blocked('team_key_refused'),
  );
});
