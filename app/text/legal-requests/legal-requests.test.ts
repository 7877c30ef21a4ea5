import { describe, expect, it } from 'vitest';
import { de as germanRules } from '#app/text/rule-sets/de.ts';
import { en as englishRules } from '#app/text/rule-sets/en.ts';
import { fr as frenchRules } from '#app/text/rule-sets/fr.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every text with its path; functions are called with sample arguments. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node(2, 'x'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

const catalogues: [string, object, object][] = [
  ['German', de, germanRules],
  ['English', en, englishRules],
  ['French', fr, frenchRules],
];

describe.each(catalogues)('%s', (_name, ...parts) => {
  const all = parts.flatMap((part) => texts(part));

  it('has the same texts as German, and leaves empty only what German leaves empty', () => {
    const german = texts(de).concat(texts(germanRules));
    expect(all.map(([path]) => path)).toEqual(german.map(([path]) => path));
    const empty = (list: [string, string][]) => list.filter(([, text]) => text === '').map(([path]) => path);
    expect(empty(all)).toEqual(empty(german));
    for (const [path] of all.filter(([, text]) => text === '')) expect(path).toMatch(/\.(hint|example)$/);
  });

  it('is typeset: no stray blanks, no straight quotation marks or apostrophes in sentences', () => {
    for (const [path, text] of all) {
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/ {2}|"|\w'\w/);
    }
  });

  it('names no technology', () => {
    for (const [path, text] of all) {
      expect(text, path).not.toMatch(/OpenPGP|PRF|\bBlob\b|JSON|WebCrypto/);
    }
  });
});

describe('English and French', () => {
  // Lists of citations begin with § and are the same in every language.
  it('are not left in German', () => {
    const german = new Map(texts(de).concat(texts(germanRules)));
    const same = (list: [string, string][]) =>
      list
        .filter(([path, text]) => text.length > 40 && !text.startsWith('§') && german.get(path) === text)
        .map(([path]) => path);
    expect(same(texts(en).concat(texts(englishRules)))).toEqual([]);
    expect(same(texts(fr).concat(texts(frenchRules)))).toEqual([]);
  });
});
