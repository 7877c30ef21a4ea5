import type { Catalogue } from '#app/text/catalogue.ts';
import { de } from './de.ts';

export const en: Catalogue<typeof de> = de;
