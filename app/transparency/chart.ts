/** A drawn chart as a tree of SVG elements, which a page renders as its own elements and a PDF gets as text. */
export interface ChartNode {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (ChartNode | string)[];
}

/** Colours of a chart. On a page they are classes (light, dark and print have their own), in a PDF colours. */
export type ChartColour = 'main' | 'part' | 'text' | 'line';

export interface Chart {
  /** What the chart shows, for who does not see it; the table beside it says it all. */
  label: string;
  svg: ChartNode;
}
