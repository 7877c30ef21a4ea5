import { expect, test } from 'vitest';

import { can, type Actor } from './actor.ts';
import { agencyRoles, mayDo, permissions, providerRoles, type Action } from './permissions.ts';

const actions = Object.keys(permissions) as Action[];
const actor = (over: Partial<Actor>): Actor =>
  ({ role: 'admin', status: 'active', teamStatus: 'verified', ...over }) as Actor;

test('only who is admitted in a verified team may do anything', () => {
  for (const action of actions) {
    expect(can(actor({ status: 'waiting' }), action)).toBe(false);
    expect(can(actor({ teamStatus: 'pending' }), action)).toBe(false);
    expect(can(actor({ teamStatus: 'suspended' }), action)).toBe(false);
  }
});

test('the administrator decides no request, and the auditor reads none (TKÜV § 16)', () => {
  for (const action of ['accept_legal_request', 'reject_legal_request', 'return_legal_request'] as const)
    expect(mayDo('admin', action)).toBe(false);
  for (const action of ['read_queue', 'read_sealed_legal_request', 'hold_team_key'] as const)
    expect(mayDo('auditor', action)).toBe(false);
});

test('executing staff has no access to the log', () => {
  for (const role of ['clerk', 'dpo', 'counsel'] as const) expect(mayDo(role, 'read_audit_log')).toBe(false);
});

test('no action of the desk is open to an agency', () => {
  const shared: Action[] = [
    'use_account',
    'hold_team_key',
    'export_team_key',
    'write_message',
    'record_confirmation',
    'send_files',
  ];
  for (const action of actions) {
    const isAgency = agencyRoles.some((role) => mayDo(role, action));
    const isProvider = providerRoles.some((role) => mayDo(role, action));
    if (isAgency && isProvider) expect(shared).toContain(action);
  }
});
