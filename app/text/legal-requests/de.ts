import * as categories from './categories/de.ts';
import * as checks from './checks/de.ts';
import * as fields from './fields/de.ts';
import * as options from './options/de.ts';
import * as reasons from './reasons/de.ts';
import * as states from './states/de.ts';

/** Legal requests in words: categories, form, statuses, reasons and checks. Each part has a folder of its own. */
export const de = { ...categories, ...checks, ...fields, ...options, ...reasons, ...states };
