import type { Catalogue } from '#app/text/catalogue.ts';
import * as categories from './categories/en.ts';
import * as checks from './checks/en.ts';
import type { de } from './de.ts';
import * as fields from './fields/en.ts';
import * as options from './options/en.ts';
import * as reasons from './reasons/en.ts';
import * as states from './states/en.ts';

export const en: Catalogue<typeof de> = {
  ...categories,
  ...checks,
  ...fields,
  ...options,
  ...reasons,
  ...states,
};
