import type { Catalogue } from '#app/text/catalogue.ts';
import { de } from './de.ts';

export const fr: Catalogue<typeof de> = de;
