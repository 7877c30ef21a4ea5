import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from '#app/config.server.ts';
import type { Locale } from '#app/text/catalogue.ts';

export type OperatorText = 'imprint' | 'privacy';

/**
 * What the operator says in their own words: `SITE_FOLDER/imprint.de.txt` and so on, plain text, a blank line between
 * paragraphs. A language without a file gets the German one.
 * @returns paragraphs; null when the operator has not written the text
 */
export async function readOperatorText(
  config: Pick<Config, 'siteFolder'>,
  name: OperatorText,
  locale: Locale,
): Promise<string[] | null> {
  if (config.siteFolder === null) return null;
  for (const language of [locale, 'de']) {
    try {
      const text = await readFile(join(config.siteFolder, `${name}.${language}.txt`), 'utf8');
      return text
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== '');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return null;
}
