import type { Category } from '#app/legal-requests/legal-request-values.ts';
import type { CategoryForm } from '#app/legal-requests/sections.ts';
import { interception } from './interception.ts';
import { mailboxSeizure } from './mailbox-seizure.ts';
import { subscriberData } from './subscriber-data.ts';
import { trafficData } from './traffic-data.ts';

const forms: Record<Category, CategoryForm> = {
  subscriber_data: subscriberData,
  traffic_data: trafficData,
  mailbox_seizure: mailboxSeizure,
  interception,
};

export function formOf(category: Category): CategoryForm {
  return forms[category];
}
