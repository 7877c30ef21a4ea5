import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { chartAsSvg } from './chart-text.ts';
import { ChartView } from './chart-view.tsx';
import { drawBars, drawYears } from './draw-chart.server.ts';

const bars = drawBars('Datenart', [
  { label: 'Bestandsdaten', value: 130, shown: '130 (97,7 %)' },
  { label: '<b>&"', value: 0, shown: '0' },
]);
const years = drawYears(
  'Ersuchen je Jahr',
  [72, 79, 85, 65].map((total, index) => ({ year: 2018 + index, total, part: index === 0 ? null : 4 })),
);

test.each([
  ['bars', bars],
  ['years', years],
])('%s: what the page gets has no style, no script and no colour of its own', (_name, chart) => {
  const html = renderToStaticMarkup(ChartView({ chart }));
  expect(html).toMatch(/^<svg class="chart" role="img" aria-label="/);
  expect(html).not.toMatch(/style|<script|href|onload|currentColor|aria-hidden/i);
  expect(html).toContain('chart-main');
});

test('bars are as long as their numbers', () => {
  const html = renderToStaticMarkup(ChartView({ chart: bars }));
  const widths = [...html.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([404, 0]);
  expect(html).toContain('130 (97,7 %)');
  expect(html).toContain('&lt;b&gt;&amp;&quot;');
});

test('a year whose part nobody published has none', () => {
  const html = renderToStaticMarkup(ChartView({ chart: years }));
  expect(html.match(/<rect/g)).toHaveLength(4 + 3);
});

test('a PDF gets colours and a font', () => {
  const svg = chartAsSvg(bars, 'Noto Sans');
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('font-family="Noto Sans"');
  expect(svg).toContain('fill="#7c9bd6"');
  expect(svg).not.toMatch(/class=|<b>/);
});

test('the same figures give the same drawing', () => {
  const again = drawBars('Datenart', [
    { label: 'Bestandsdaten', value: 130, shown: '130 (97,7 %)' },
    { label: '<b>&"', value: 0, shown: '0' },
  ]);
  expect(again).toEqual(bars);
});
