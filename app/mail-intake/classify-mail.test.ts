import { expect, test } from 'vitest';

import { classifyMail, usesFormerKey, type SeenMail } from './classify-mail.ts';

const keyIds = {
  present: new Set(['aaaaaaaaaaaaaaaa']),
  former: new Set(['bbbbbbbbbbbbbbbb']),
  past: new Set(['cccccccccccccccc']),
};

/** A mail with one encrypted part to these keys. */
const mailTo = (...ids: string[]): SeenMail => ({
  hasFrame: true,
  isSmime: false,
  isTooLarge: false,
  isMalformed: false,
  hasBrokenArmor: false,
  frames: [{ format: 'seipd', keyIds: ids, hasHidden: false, isCut: false }],
});

test('the intake key and the one that it replaced lately are ours', () => {
  for (const ids of [['aaaaaaaaaaaaaaaa'], ['bbbbbbbbbbbbbbbb'], ['dddddddddddddddd', 'bbbbbbbbbbbbbbbb']])
    expect(classifyMail(mailTo(...ids), keyIds)).toEqual({ outcome: 'waiting' });
});

test('a key that was replaced long ago is told from a foreign one', () => {
  expect(classifyMail(mailTo('cccccccccccccccc'), keyIds)).toMatchObject({ because: 'past_key' });
  expect(classifyMail(mailTo('dddddddddddddddd'), keyIds)).toMatchObject({ because: 'other_key' });
});

test('only a mail that leaves out the present key used the former one', () => {
  expect(usesFormerKey(mailTo('bbbbbbbbbbbbbbbb'), keyIds)).toBe(true);
  expect(usesFormerKey(mailTo('aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'), keyIds)).toBe(false);
  expect(usesFormerKey(mailTo('cccccccccccccccc'), keyIds)).toBe(false);
});
