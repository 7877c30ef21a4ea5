import type { Catalogue } from '../catalogue.ts';
import { de } from './de.ts';

export const fr: Catalogue<typeof de> = de;
