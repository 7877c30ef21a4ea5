import { createElement, type ReactNode } from 'react';

import type { Chart, ChartNode } from './chart.ts';

/** A chart that was drawn on the server, as elements of the page. */
export function ChartView({ chart }: { chart: Chart }) {
  const { attributes, children } = chart.svg;
  return (
    <svg
      className="chart"
      role="img"
      aria-label={chart.label}
      viewBox={attributes['viewBox']}
      fontSize={attributes['font-size']}
      textAnchor="middle"
    >
      {children.map(nodeOf)}
    </svg>
  );
}

function nodeOf(node: ChartNode | string, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const entries = Object.entries(node.attributes).map(([name, value]) => [nameInReact(name), value]);
  return createElement(node.tag, { ...Object.fromEntries(entries), key }, ...node.children.map(nodeOf));
}

const nameInReact = (name: string) =>
  name === 'class' ? 'className' : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
