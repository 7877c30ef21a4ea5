import type { Catalogue } from '#app/text/catalogue.ts';
import type { de } from './de.ts';
import * as form from './form/en.ts';
import * as list from './list/en.ts';
import * as page from './page/en.ts';
import * as sending from './sending/en.ts';

export const en: Catalogue<typeof de> = { ...form, ...list, ...page, ...sending };
