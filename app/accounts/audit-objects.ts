import type { ObjectType } from '#app/events/event-types.ts';

/** What the audit log can be narrowed to: everything that events are about. */
export const auditObjects = [
  'legal_request',
  'arrival',
  'team',
  'person',
  'report',
] as const satisfies readonly ObjectType[];
export type AuditObject = (typeof auditObjects)[number];
