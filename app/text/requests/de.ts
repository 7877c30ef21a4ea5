import * as form from './form/de.ts';
import * as list from './list/de.ts';
import * as page from './page/de.ts';
import * as sending from './sending/de.ts';

/** An agency's side: list, form, sending and page of a legal request. Each part has a folder of its own. */
export const de = { ...form, ...list, ...page, ...sending };
