import { expect, test } from 'vitest';

import { escapeHtml, imageFrame, textFrame } from './frame-document.ts';

const image = { dataUrl: 'data:image/png;base64,AAAA', width: 10.4, height: 20, alternative: 'Seite 1' };

test('lets no text become markup', () => {
  const hostile = `</pre><script>alert(1)</script><img src="x" onerror='y'>&amp;`;
  const frame = textFrame('de', hostile, hostile);
  expect(frame).not.toMatch(/<script|<img/);
  expect(frame).toContain('&lt;script&gt;');
  expect(escapeHtml(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
  expect(imageFrame('de', hostile, { ...image, alternative: hostile })).not.toMatch(/<script|onerror='/);
});

test('forbids everything but images that are in the document itself', () => {
  for (const frame of [textFrame('de', 't', 'x'), imageFrame('de', 't', image)])
    expect(frame).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">`,
    );
});

test('takes no image from elsewhere', () => {
  for (const dataUrl of [
    'https://example.org/x.png',
    'data:image/svg+xml;base64,AAAA',
    'data:image/png;base64,"x',
  ])
    expect(() => imageFrame('de', 't', { ...image, dataUrl })).toThrow(TypeError);
});
