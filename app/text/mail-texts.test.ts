import { expect, test } from 'vitest';

import { locales } from './catalogue.ts';
import { mailTexts } from './mail-texts.ts';

const names = Object.keys(mailTexts.de);
const values = {
  url: 'https://x.example/y',
  code: '123456',
  reference: 'AW-2026-000001',
  days: '7',
  status: 'closed',
};

test.each(locales)('every mail has a subject and a text in %s', (locale) => {
  expect(Object.keys(mailTexts[locale]).sort()).toEqual([...names].sort());
  for (const name of names) {
    const { subject, text } = mailTexts[locale][name]?.(values) ?? {
      subject: '',
      text: '',
    };
    expect(subject.length).toBeGreaterThan(5);
    expect(subject).not.toContain('undefined');
    expect(text).toContain('Amtsweg');
    expect(text).not.toContain('undefined');
  }
});

test('mails name only what their type names: case data that is queued by mistake goes nowhere (promise 24)', () => {
  const secret = 'SENTINEL';
  const wrong = { facts: secret, targets: secret, fileNumber: secret, url: 'https://x.example' };
  for (const locale of locales)
    for (const name of names) {
      const { subject, text } = mailTexts[locale][name]?.(wrong) ?? { subject: '', text: '' };
      expect(subject + text).not.toContain(secret);
    }
});
