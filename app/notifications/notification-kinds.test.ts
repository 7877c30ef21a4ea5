import { expect, test } from 'vitest';

import { locales } from '#app/text/catalogue.ts';
import { mailTexts } from '#app/text/mail-texts.ts';

import { kindsFor, notificationKinds, timingOf, type NotificationKind } from './notification-kinds.ts';
import { templateOf } from './notify.server.ts';

const kinds = Object.keys(notificationKinds) as NotificationKind[];

test.each(locales)('every kind has its mail in %s', (locale) => {
  for (const kind of kinds) expect(mailTexts[locale][templateOf(kind)], kind).toBeDefined();
});

test('an emergency always comes at once', () => {
  for (const chosen of ['now', 'digest', 'off', null] as const)
    expect(timingOf('emergency_submitted', chosen)).toBe('now');
});

test('everything else comes as it was chosen; until then at once, or in the digest that a review has begun', () => {
  for (const kind of kinds.filter((one) => one !== 'emergency_submitted')) {
    expect(timingOf(kind, 'off')).toBe('off');
    expect(timingOf(kind, 'digest')).toBe('digest');
    expect(timingOf(kind, 'now')).toBe('now');
    expect(timingOf(kind, undefined)).toBe(kind === 'review_started' ? 'digest' : 'now');
  }
});

test('each side hears of its own', () => {
  expect(kindsFor('investigator')).toContain('status_changed');
  expect(kindsFor('investigator')).not.toContain('legal_request_submitted');
  expect(kindsFor('clerk')).toContain('emergency_submitted');
  expect(kindsFor('auditor')).toEqual([]);
});
