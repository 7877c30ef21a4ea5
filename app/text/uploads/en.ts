import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const en: Catalogue<typeof de> = {};
