import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { readWords } from './read-words.server.ts';
import { WordsView } from './words-view.tsx';

const render = (markdown: string) => renderToStaticMarkup(WordsView({ blocks: readWords(markdown) }));

test('renders what is allowed', () => {
  expect(
    render('# Rückblick\n\nEin **Jahr** mit *wenig* [Arbeit](https://x.example/a?b=1).\n\n- eins\n- zwei'),
  ).toBe(
    '<div class="stack stack--small report-words"><h3 class="kern-title">Rückblick</h3><p>Ein <strong>Jahr</strong> mit <em>wenig</em> <a class="kern-link" href="https://x.example/a?b=1" rel="noopener">Arbeit</a>.</p><ul><li><p>eins</p></li><li><p>zwei</p></li></ul></div>',
  );
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['Text <img src=x onerror=alert(1)> Text', '&lt;img src=x onerror=alert(1)&gt;'],
  ['[klick](javascript:alert(1))', '[klick](javascript:alert(1))'],
  ['[klick](data:text/html,x)', '[klick](data:text/html,x)'],
  ['[hier](/desk)', '[hier](/desk)'],
  ['![Bild](https://x.example/x.png)', '![Bild](https://x.example/x.png)'],
  ['<javascript:alert(1)>', '&lt;javascript:alert(1)&gt;'],
])('shows %s as it was written', (markdown, shown) => {
  expect(render(markdown)).toContain(shown);
  expect(render(markdown)).not.toMatch(/<(script|img|a |iframe)/);
});

test('makes no other elements and attributes, whatever is written', () => {
  const allowed = /^<(\/?(div|h3|h4|p|ul|ol|li|blockquote|strong|em|a|br))( (class|href|rel)="[^"]*")*\/?>$/;
  const piece = fc.constantFrom(
    '<',
    '>',
    'a',
    '[',
    ']',
    '(',
    ')',
    '!',
    'javascript:',
    '"',
    "'",
    '*',
    '#',
    '\n',
    '- ',
    ' ',
    'onx=',
    '&',
    '`',
    '|',
    'https://x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const tag of render(pieces.join('')).match(/<[^>]*>/g) ?? []) {
        expect(tag).toMatch(allowed);
        expect(tag).not.toMatch(/href="(?!https?:\/\/|mailto:)/i);
      }
    }),
  );
});
