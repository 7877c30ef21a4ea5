import { Fragment } from 'react';

import type { Block, Inline } from './words.ts';

/** The words of a report. Elements only: what is no text was left out when they were read. */
export function WordsView({ blocks }: { blocks: readonly Block[] }) {
  return <div className="stack stack--small report-words">{blocks.map(blockOf)}</div>;
}

/** Words never change their order on a page, so their place is their key. */
function blockOf(block: Block, key: number) {
  switch (block.type) {
    case 'heading':
      return block.level === 3 ? (
        <h3 key={key} className="kern-title">
          {block.children.map(inlineOf)}
        </h3>
      ) : (
        <h4 key={key} className="kern-title kern-title--small">
          {block.children.map(inlineOf)}
        </h4>
      );
    case 'paragraph':
      return <p key={key}>{block.children.map(inlineOf)}</p>;
    case 'quote':
      return <blockquote key={key}>{block.children.map(blockOf)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{item.map(blockOf)}</li>);
      return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
  }
}

function inlineOf(inline: Inline, key: number) {
  switch (inline.type) {
    case 'text':
      return <Fragment key={key}>{inline.text}</Fragment>;
    case 'strong':
      return <strong key={key}>{inline.children.map(inlineOf)}</strong>;
    case 'emphasis':
      return <em key={key}>{inline.children.map(inlineOf)}</em>;
    case 'break':
      return <br key={key} />;
    case 'link':
      return (
        <a key={key} className="kern-link" href={inline.href} rel="noopener">
          {inline.children.map(inlineOf)}
        </a>
      );
  }
}
