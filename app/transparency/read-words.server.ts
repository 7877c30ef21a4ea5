import { fromMarkdown } from 'mdast-util-from-markdown';

import type { Block, Inline } from './words.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/** Reads Markdown (CommonMark). What is not allowed becomes the text that it was written as; nothing is lost and nothing runs. */
export function readWords(markdown: string): Block[] {
  return fromMarkdown(markdown).children.flatMap((node) => toBlocks(node, markdown));
}

function toBlocks(node: Node, source: string): Block[] {
  const inline = (nodes: readonly Node[]) => nodes.flatMap((one) => toInline(one, source));
  const blocks = (nodes: readonly Node[]) => nodes.flatMap((one) => toBlocks(one, source));
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: node.depth <= 2 ? 3 : 4, children: inline(node.children) }];
    case 'paragraph':
      return [{ type: 'paragraph', children: inline(node.children) }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          items: node.children.map(({ children }) => blocks(children)),
        },
      ];
    case 'blockquote':
      return [{ type: 'quote', children: blocks(node.children) }];
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return [{ type: 'paragraph', children: [{ type: 'text', text: written(node, source) }] }];
  }
}

function toInline(node: Node, source: string): Inline[] {
  const inline = (nodes: readonly Node[]) => nodes.flatMap((one) => toInline(one, source));
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inline(node.children) }];
    case 'link':
      return isAllowed(node.url)
        ? [{ type: 'link', href: node.url, children: inline(node.children) }]
        : [{ type: 'text', text: written(node, source) }];
    case 'break':
      return [{ type: 'break' }];
    default:
      return [{ type: 'text', text: written(node, source) }];
  }
}

/** Absolute addresses of web and mail; a relative one would mean another place in the feed and in the PDF. */
const isAllowed = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

const written = ({ position }: Node, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
