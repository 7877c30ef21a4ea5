import { expect, test } from 'vitest';

import { downloadNameOf } from './download-name.ts';

test.each([
  ['Beschluss 12 Gs 3/26.pdf', 'Beschluss 12 Gs 3_26.pdf'],
  ['Übersicht – Verkehrsdaten.csv', 'Übersicht – Verkehrsdaten.csv'],
  ['Rechnung\u202Efdp.exe', 'Rechnungfdp.exe'],
  ['a\u0000b\u200B\u2066c\r\n.txt', 'abc.txt'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\system.ini', 'C__Windows_system.ini'],
  ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ['  ...hidden.  ', 'hidden'],
  ['NUL.pdf', '_NUL.pdf'],
  ['', 'dokument'],
  ['\u202E..', 'dokument'],
])('makes %j safe to save', (name, expected) => {
  expect(downloadNameOf(name)).toBe(expected);
});

test('shortens, but keeps the ending', () => {
  const name = downloadNameOf(`${'ä'.repeat(400)}.pdf`);
  expect(name).toHaveLength(150);
  expect(name.endsWith('ä.pdf')).toBe(true);
});
