import type { Catalogue } from '../catalogue.ts';
import type { desk as de } from './desk-de.ts';

export const desk: Catalogue<typeof de> = {
  title: 'Administration',
};
