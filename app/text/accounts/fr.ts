import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {};
