/**
 * Who may do what: one table, role × action (promise 14). At which status an action is possible stands in
 * `legal-requests/statuses.ts`; whose object it is, each domain function checks.
 */
export const agencyRoles = ['investigator', 'lead'] as const;
export const providerRoles = ['clerk', 'dpo', 'counsel', 'admin', 'auditor'] as const;
export type Role = (typeof agencyRoles)[number] | (typeof providerRoles)[number];

export const permissions = {
  // An agency's people.
  write_legal_request: ['investigator', 'lead'],
  submit_legal_request: ['investigator', 'lead'],
  read_own_legal_requests: ['investigator', 'lead'],
  withdraw_legal_request: ['investigator', 'lead'],
  hand_over_legal_request: ['investigator', 'lead'],
  see_colleagues: ['investigator', 'lead'],
  admit_colleague: ['lead'],
  withdraw_colleague: ['lead'],
  propose_colleague_access: ['lead'],
  confirm_colleague_access: ['investigator', 'lead'],
  renew_team_key: ['lead'],

  // Both sides of a legal request.
  write_message: ['investigator', 'lead', 'clerk', 'dpo', 'counsel'],
  record_confirmation: ['investigator', 'lead', 'clerk', 'dpo', 'counsel'],

  // The provider's people.
  read_queue: ['clerk', 'dpo', 'counsel'],
  read_sealed_legal_request: ['clerk', 'dpo', 'counsel'],
  /** Mails, letters and faxes: look at them, refuse them, make legal requests of them. */
  read_arrivals: ['clerk', 'dpo', 'counsel'],
  register_legal_request: ['clerk', 'dpo', 'counsel'],
  /** A legal request of an authority outside goes over to the agency that has registered since. */
  hand_to_agency: ['clerk', 'dpo', 'counsel'],
  claim_legal_request: ['clerk', 'dpo', 'counsel'],
  write_note: ['clerk', 'dpo', 'counsel'],
  return_legal_request: ['clerk', 'dpo', 'counsel'],
  record_call_back: ['clerk', 'dpo', 'counsel'],
  edit_canned_texts: ['dpo', 'counsel', 'admin'],
  reject_legal_request: ['dpo', 'counsel'],
  accept_legal_request: ['dpo', 'counsel'],
  prepare_answer: ['clerk', 'dpo', 'counsel'],
  release_answer: ['clerk', 'dpo', 'counsel'],
  read_costs: ['clerk', 'dpo', 'counsel', 'admin'],
  change_costs: ['clerk', 'dpo', 'counsel'],
  see_agencies: ['admin', 'dpo', 'counsel'],
  propose_agency_verification: ['admin'],
  confirm_agency_verification: ['admin', 'dpo', 'counsel'],
  decline_agency: ['admin'],
  suspend_agency: ['admin'],
  admit_agency_person: ['admin'],
  suspend_person: ['admin'],
  withdraw_agency_person: ['admin'],
  /** For agencies' people and for staff: passkeys and recovery code are lost. */
  propose_new_access: ['admin'],
  confirm_new_access: ['admin', 'dpo', 'counsel'],
  /** Everybody: whoever holds the intake key can give it to a colleague who waits for it. */
  see_staff: ['admin', 'dpo', 'counsel', 'clerk', 'auditor'],
  invite_staff: ['admin'],
  admit_staff: ['admin'],
  propose_role_change: ['admin'],
  confirm_role_change: ['admin', 'dpo', 'counsel'],
  propose_staff_withdrawal: ['admin'],
  confirm_staff_withdrawal: ['admin', 'dpo', 'counsel'],
  confirm_staff_recovery: ['admin', 'dpo', 'counsel'],
  hold_team_key: ['investigator', 'lead', 'clerk', 'dpo', 'counsel', 'admin'],
  export_team_key: ['lead', 'admin'],
  /** The page of keys. Changing the intake key takes two of them. */
  manage_keys: ['admin', 'dpo', 'counsel'],
  propose_intake_key: ['admin', 'dpo'],
  confirm_intake_key: ['admin', 'dpo', 'counsel'],
  read_audit_log: ['auditor', 'admin'],
  /** Writing its words, too. Publishing takes one of each. */
  publish_report: ['admin', 'dpo'],

  // Both sides.
  send_files: ['investigator', 'lead', 'clerk', 'dpo', 'counsel'],

  // Everybody who is admitted.
  use_account: ['investigator', 'lead', 'clerk', 'dpo', 'counsel', 'admin', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Whether the role may do this at all. */
export function mayDo(role: Role, action: Action): boolean {
  return (permissions[action] as readonly Role[]).includes(role);
}
