import type { Catalogue } from '#app/text/catalogue.ts';
import * as categories from './categories/fr.ts';
import * as checks from './checks/fr.ts';
import type { de } from './de.ts';
import * as fields from './fields/fr.ts';
import * as options from './options/fr.ts';
import * as reasons from './reasons/fr.ts';
import * as states from './states/fr.ts';

export const fr: Catalogue<typeof de> = {
  ...categories,
  ...checks,
  ...fields,
  ...options,
  ...reasons,
  ...states,
};
