/** What the audit log can be narrowed to. */
export const auditObjects = ['legal_request', 'team', 'person', 'report'] as const;
export type AuditObject = (typeof auditObjects)[number];
