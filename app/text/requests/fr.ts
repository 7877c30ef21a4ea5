import type { Catalogue } from '#app/text/catalogue.ts';
import type { de } from './de.ts';
import * as form from './form/fr.ts';
import * as list from './list/fr.ts';
import * as page from './page/fr.ts';
import * as sending from './sending/fr.ts';

export const fr: Catalogue<typeof de> = { ...form, ...list, ...page, ...sending };
