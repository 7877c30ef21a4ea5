import type { Catalogue } from '../catalogue.ts';
import { de } from './de.ts';

export const en: Catalogue<typeof de> = de;
