/** Charts as SVG, drawn on the server: Observable Plot on the document of linkedom. No script, no style in the result. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

import type { Chart, ChartColour, ChartNode } from './chart.ts';

/** What Plot takes for a colour; it is turned into a class or a real colour afterwards. */
const colour = (name: ChartColour) => `var(--chart-${name})`;
const width = 480;
const fontSize = 14;

/** Bars that lie: the label above its bar, so that long words have room on a telephone too. */
export function drawBars(
  label: string,
  bars: readonly { label: string; value: number; shown: string }[],
): Chart {
  const rows = bars.map((bar, index) => ({ ...bar, index }));
  const rowHeight = 48;
  const height = rows.length * rowHeight + 8;
  const common = { y: 'index' as const };
  return toChart(
    label,
    Plot.plot({
      document: newDocument(),
      width,
      height,
      margin: 0,
      marginTop: 4,
      marginBottom: 4,
      marginRight: 76,
      x: { axis: null, domain: [0, Math.max(1, ...rows.map(({ value }) => value))] },
      y: { axis: null, type: 'band', domain: rows.map(({ index }) => index), padding: 0 },
      marks: [
        Plot.barX(rows, { ...common, x: 'value', insetTop: 24, insetBottom: 6, fill: colour('main') }),
        Plot.text(rows, {
          ...common,
          x: 0,
          text: 'label',
          textAnchor: 'start',
          dy: -12,
          fill: colour('text'),
        }),
        Plot.text(rows, {
          ...common,
          x: 'value',
          text: 'shown',
          textAnchor: 'start',
          dx: 6,
          dy: 9,
          fill: colour('text'),
        }),
        Plot.ruleX([0], { stroke: colour('line') }),
      ],
    }),
  );
}

export interface YearBar {
  year: number;
  total: number;
  /** Drawn inside the bar of the total; null where nobody published it. */
  part: number | null;
}

/** Years beside each other, with one part of each total marked. */
export function drawYears(label: string, years: readonly YearBar[]): Chart {
  const rows = years.map((row) => ({
    ...row,
    name: String(row.year),
    short: `’${String(row.year).slice(2)}`,
  }));
  const parts = rows.filter(({ part }) => part !== null);
  const x = years.length > 6 ? 'short' : 'name';
  return toChart(
    label,
    Plot.plot({
      document: newDocument(),
      width,
      height: 280,
      marginTop: 24,
      marginRight: 0,
      marginBottom: 28,
      marginLeft: 40,
      x: { label: null, type: 'band', domain: rows.map((row) => row[x]), tickSize: 0, padding: 0.25 },
      y: { label: null, grid: true, ticks: 5, domain: [0, Math.max(5, ...rows.map(({ total }) => total))] },
      marks: [
        Plot.barY(rows, { x, y: 'total', fill: colour('main') }),
        Plot.barY(parts, { x, y: 'part', fill: colour('part') }),
        Plot.text(rows, {
          x,
          y: 'total',
          text: ({ total }: YearBar) => String(total),
          dy: -9,
          fill: colour('text'),
        }),
        Plot.ruleY([0], { stroke: colour('line') }),
      ],
    }),
  );
}

const newDocument = () => parseHTML('<html><body></body></html>').document;

function toChart(label: string, drawn: unknown): Chart {
  const { children } = toNode(drawn as Element);
  return {
    label,
    svg: {
      tag: 'svg',
      attributes: {
        viewBox: (drawn as Element).getAttribute('viewBox') ?? '',
        'font-size': String(fontSize),
        'text-anchor': 'middle',
        class: 'chart-text',
      },
      children,
    },
  };
}

/** Attributes that a drawing needs; style, class and everything about events stay out. */
const drawn = new Set([
  ...['x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'd', 'width', 'height', 'transform'],
  ...['text-anchor', 'font-size', 'stroke-width', 'stroke-opacity', 'fill', 'stroke'],
]);
const tags = new Set(['svg', 'g', 'rect', 'line', 'path', 'text', 'tspan']);

function toNode(element: Element): ChartNode {
  const attributes: Record<string, string> = {};
  for (const { name, value } of Array.from(element.attributes)) {
    if (!drawn.has(name)) continue;
    const [, named] = /^var\(--(chart-[a-z]+)\)$/.exec(value) ?? [];
    if (named !== undefined) attributes['class'] = name === 'stroke' ? `${named}-stroke` : named;
    else if (value !== 'currentColor') attributes[name] = value;
    else attributes['class'] = name === 'stroke' ? 'chart-line-stroke' : 'chart-text';
  }
  const children = Array.from(element.childNodes).flatMap((child): (ChartNode | string)[] => {
    if (child.nodeType === 3) return [child.textContent ?? ''];
    const tag = (child as Element).localName;
    return tags.has(tag) ? [toNode(child as Element)] : [];
  });
  return { tag: element.localName, attributes, children };
}
