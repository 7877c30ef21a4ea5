import type { Catalogue } from '../catalogue.ts';
import type { account as de } from './account-de.ts';

export const account: Catalogue<typeof de> = {
  title: 'My account',
};
