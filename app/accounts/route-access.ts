/**
 * Who may open what: every route of `app/routes.ts` stands in this table, or the test run fails (promise 14). The guards
 * themselves are in the routes; `route-access.server.test.ts` sends every role to every route and compares.
 */
import type { Action } from './permissions.ts';

/**
 * - `public`: everybody, also without a session; for reading addresses that only take changes: a plain "not found"
 * - `demo`: everybody, in the demo only
 * - `signed_in`: whoever has a session, also people who wait
 * - `agency`, `provider`: admitted people of that side (layouts)
 * - an action: whoever may do it
 */
export type Access = 'public' | 'demo' | 'signed_in' | 'agency' | 'provider' | Action;

/** Reading and changing may need different rights. */
export interface RouteAccess {
  read: Access;
  change: Access;
}

const all = (access: Access): RouteAccess => ({ read: access, change: access });

export const routeAccess: Readonly<Record<string, RouteAccess>> = {
  'routes/public/layout': all('public'),
  'routes/public/start': all('public'),
  'routes/public/category': all('public'),
  'routes/public/key': all('public'),
  'routes/public/trust': all('public'),
  'routes/public/transparency': all('public'),
  'routes/public/transparency-fields': all('public'),
  'routes/public/transparency-years': all('public'),
  'routes/public/transparency-feed': all('public'),
  'routes/public/transparency-file': all('public'),
  'routes/public/accessibility': all('public'),
  'routes/public/imprint': all('public'),
  'routes/public/privacy': all('public'),
  'routes/public/demo-mail': all('demo'),
  'routes/public/not-found': all('public'),
  'routes/public/language': all('public'),
  'routes/public/health': all('public'),
  'routes/public/metrics': all('public'),
  'routes/public/key-file': all('public'),
  'routes/public/calendar': all('public'),
  'routes/public/web-key-policy': all('public'),
  'routes/public/web-key': all('public'),

  'routes/accounts/sign-in': all('public'),
  'routes/accounts/sign-in-options': all('public'),
  'routes/accounts/sign-in-verify': all('public'),
  'routes/accounts/sign-out': all('public'),
  'routes/accounts/recover': all('public'),
  'routes/accounts/recover-options': all('public'),
  'routes/accounts/recover-verify': all('public'),
  'routes/accounts/invitation': all('public'),
  'routes/accounts/register-email': all('public'),
  'routes/accounts/register-code': all('public'),
  'routes/accounts/register-person': all('public'),
  'routes/accounts/register-agency': all('public'),
  'routes/accounts/register-passkey': all('public'),
  'routes/accounts/register-passkey-options': all('public'),
  'routes/accounts/register-passkey-verify': all('public'),

  'routes/signed-in/layout': all('signed_in'),
  'routes/accounts/waiting': all('signed_in'),
  'routes/accounts/account': all('signed_in'),
  'routes/accounts/notifications': all('use_account'),
  'routes/accounts/unlock': all('signed_in'),
  'routes/accounts/sessions': { read: 'public', change: 'signed_in' },
  'routes/accounts/settings': all('signed_in'),
  'routes/accounts/passkeys': all('signed_in'),
  'routes/accounts/key-alarm': all('signed_in'),
  'routes/accounts/signature': all('signed_in'),

  'routes/requests/layout': all('agency'),
  'routes/requests/list': all('read_own_legal_requests'),
  'routes/requests/new': all('write_legal_request'),
  'routes/requests/request': all('read_own_legal_requests'),
  'routes/requests/messages': all('read_own_legal_requests'),
  'routes/requests/receipt': all('read_own_legal_requests'),
  'routes/requests/edit-layout': all('write_legal_request'),
  'routes/requests/task-list': all('write_legal_request'),
  'routes/requests/check-answers': all('write_legal_request'),
  'routes/requests/section': all('write_legal_request'),
  'routes/requests/draft': { read: 'read_own_legal_requests', change: 'write_legal_request' },
  'routes/requests/submission': all('submit_legal_request'),
  'routes/requests/answer': all('read_own_legal_requests'),
  'routes/requests/answer-opened': { read: 'public', change: 'read_own_legal_requests' },
  'routes/requests/withdrawal': all('withdraw_legal_request'),
  'routes/requests/hand-over': all('hand_over_legal_request'),
  'routes/accounts/colleagues': all('see_colleagues'),

  'routes/desk/layout': all('provider'),
  'routes/desk/queue': all('read_queue'),
  'routes/desk/arrivals': all('read_arrivals'),
  'routes/desk/arrivals-new': all('register_legal_request'),
  'routes/desk/arrival': { read: 'read_arrivals', change: 'register_legal_request' },
  'routes/desk/arrival-letter': all('read_arrivals'),
  'routes/desk/arrival-part': all('read_arrivals'),
  'routes/desk/registration': all('register_legal_request'),
  'routes/desk/registration-tasks': all('register_legal_request'),
  'routes/desk/registration-check': all('register_legal_request'),
  'routes/desk/registration-section': all('register_legal_request'),
  'routes/desk/registration-draft': all('register_legal_request'),
  'routes/desk/registration-submission': all('register_legal_request'),
  'routes/desk/mail-reply': { read: 'public', change: 'register_legal_request' },
  'routes/desk/hand-to-agency': all('hand_to_agency'),
  'routes/desk/request': all('read_sealed_legal_request'),
  'routes/desk/claim': { read: 'public', change: 'claim_legal_request' },
  'routes/desk/decision': { read: 'public', change: 'return_legal_request' },
  'routes/desk/messages': all('read_sealed_legal_request'),
  'routes/desk/texts': all('edit_canned_texts'),
  'routes/desk/call-back': { read: 'public', change: 'record_call_back' },
  'routes/desk/opened-file': { read: 'public', change: 'read_sealed_legal_request' },
  'routes/messages/exchange': { read: 'public', change: 'write_message' },
  'routes/messages/unsent': all('write_message'),
  'routes/messages/confirmation': { read: 'public', change: 'record_confirmation' },
  'routes/desk/answer': all('prepare_answer'),
  'routes/desk/answer-draft': { read: 'public', change: 'prepare_answer' },
  'routes/desk/answer-actions': { read: 'public', change: 'prepare_answer' },
  'routes/desk/notes': { read: 'public', change: 'write_note' },
  'routes/desk/request-costs': { read: 'read_costs', change: 'change_costs' },
  'routes/desk/costs': all('read_costs'),
  'routes/desk/costs-csv': all('read_costs'),
  'routes/desk/report': all('publish_report'),
  'routes/desk/report-year': all('publish_report'),
  'routes/desk/agencies': all('see_agencies'),
  'routes/desk/agency': all('see_agencies'),
  'routes/desk/staff': all('see_staff'),
  'routes/desk/keys': all('manage_keys'),
  'routes/desk/audit': all('read_audit_log'),

  'routes/uploads/tus': all('send_files'),
  'routes/uploads/file': { read: 'signed_in', change: 'send_files' },
};
