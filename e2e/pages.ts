import type { World } from './world.ts';

/** Every page, with who opens it. `:id` is a legal request of the agency. */
export interface VisitedPage {
  name: string;
  path: string;
  role: keyof World | null;
  /** Words that are there only once the keys are unlocked. */
  shows?: string;
}

export const visitedPages: readonly VisitedPage[] = [
  { name: 'start', path: '/', role: null },
  { name: 'category', path: '/categories/traffic_data', role: null },
  { name: 'key', path: '/key', role: null },
  { name: 'trust', path: '/trust', role: null },
  { name: 'transparency', path: '/transparency', role: null },
  { name: 'transparency-2023', path: '/transparency/2023', role: null },
  { name: 'transparency-running', path: `/transparency/${new Date().getFullYear()}`, role: null },
  { name: 'transparency-fields', path: '/transparency/fields', role: null },
  { name: 'accessibility', path: '/accessibility', role: null },
  { name: 'imprint', path: '/imprint', role: null },
  { name: 'privacy', path: '/privacy', role: null },
  { name: 'demo-mail', path: '/dev/mail', role: null },
  { name: 'sign-in', path: '/sign-in', role: null },
  { name: 'recover', path: '/recover', role: null },
  { name: 'register', path: '/register', role: null },
  { name: 'not-found', path: '/nowhere', role: null },
  { name: 'requests', path: '/requests', role: 'investigator' },
  { name: 'new-request', path: '/requests/new', role: 'investigator' },
  { name: 'request', path: '/requests/:id', role: 'investigator', shows: 'Ihre Angaben' },
  {
    name: 'messages',
    path: '/requests/:id/messages',
    role: 'investigator',
    shows: 'Neue Nachricht',
  },
  { name: 'receipt', path: '/requests/:id/receipt', role: 'investigator' },
  { name: 'colleagues', path: '/colleagues', role: 'lead' },
  { name: 'account', path: '/account', role: 'lead' },
  { name: 'notifications', path: '/account/notifications', role: 'lead' },
  { name: 'queue', path: '/desk', role: 'dpo' },
  {
    name: 'review',
    path: '/desk/requests/:id',
    role: 'counsel',
    shows: 'Geprüft: Angaben und Dateien sind genau die',
  },
  { name: 'arrivals', path: '/desk/arrivals', role: 'clerk' },
  { name: 'new-arrival', path: '/desk/arrivals/new', role: 'clerk' },
  { name: 'costs', path: '/desk/costs', role: 'dpo' },
  {
    name: 'desk-messages',
    path: '/desk/requests/:id/messages',
    role: 'counsel',
    shows: 'Neue Nachricht',
  },
  { name: 'texts', path: '/desk/texts', role: 'dpo' },
  { name: 'agencies', path: '/desk/agencies', role: 'admin' },
  { name: 'staff', path: '/desk/staff', role: 'admin' },
  { name: 'keys', path: '/desk/keys', role: 'admin' },
  { name: 'audit', path: '/desk/audit', role: 'admin' },
  { name: 'report', path: '/desk/report', role: 'admin' },
  { name: 'report-year', path: `/desk/report/${new Date().getFullYear()}`, role: 'dpo' },
];
