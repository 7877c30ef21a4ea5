import type { Chart, ChartColour, ChartNode } from './chart.ts';

/** For paper: dark on white, the part darker than the whole, both also apart in grey. */
const colours: Record<ChartColour, string> = {
  main: '#7c9bd6',
  part: '#173a7a',
  text: '#171a2b',
  line: '#8a8f99',
};

/** A chart as a file of its own, with colours instead of classes. @param font family of its words */
export function chartAsSvg({ svg }: Chart, font: string): string {
  const [, , width = '0', height = '0'] = (svg.attributes['viewBox'] ?? '').split(' ');
  const root = {
    ...svg,
    attributes: {
      ...svg.attributes,
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      'font-family': font,
    },
  };
  return asText(root);
}

function asText(node: ChartNode | string): string {
  if (typeof node === 'string') return escape(node);
  const attributes = Object.entries(node.attributes).flatMap(([name, value]) => {
    const [shown, text] = name === 'class' ? colourOf(value) : [name, value];
    return shown === null ? [] : [` ${shown}="${escape(text)}"`];
  });
  return `<${node.tag}${attributes.join('')}>${node.children.map(asText).join('')}</${node.tag}>`;
}

function colourOf(className: string): [string | null, string] {
  const [, name = '', stroke] = /^chart-([a-z]+)(-stroke)?$/.exec(className) ?? [];
  const colour = name in colours ? colours[name as ChartColour] : undefined;
  return colour === undefined ? [null, ''] : [stroke === undefined ? 'fill' : 'stroke', colour];
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
