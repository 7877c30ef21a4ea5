/** Every address of Amtsweg, by hand, as a readable map. Who may do what stands in `accounts/permissions.ts`. */
import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  // For everybody; works without scripts.
  layout('routes/public/layout.tsx', [
    index('routes/public/start.tsx'),
    route('categories/:category', 'routes/public/category.tsx'),
    route('key', 'routes/public/key.tsx'),
    route('trust', 'routes/public/trust.tsx'),
    route('transparency/fields', 'routes/public/transparency-fields.tsx'),
    route('transparency/:year?/:version?', 'routes/public/transparency.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('imprint', 'routes/public/imprint.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('dev/mail', 'routes/public/demo-mail.tsx'),

    route('sign-in', 'routes/accounts/sign-in.tsx'),
    route('recover', 'routes/accounts/recover.tsx'),
    route('invitation/:token', 'routes/accounts/invitation.tsx'),
    ...prefix('register', [
      index('routes/accounts/register-email.tsx'),
      route('code', 'routes/accounts/register-code.tsx'),
      route('person', 'routes/accounts/register-person.tsx'),
      route('agency', 'routes/accounts/register-agency.tsx'),
      route('passkey', 'routes/accounts/register-passkey.tsx'),
    ]),
    route('*', 'routes/public/not-found.tsx'),
  ]),

  // For everybody; not pages.
  route('language', 'routes/public/language.ts'),
  route('healthz', 'routes/public/health.ts'),
  route('metrics', 'routes/public/metrics.ts'),
  route('key.asc', 'routes/public/key-file.ts'),
  route('transparency/years.csv', 'routes/public/transparency-years.ts'),
  route('transparency/feed.atom', 'routes/public/transparency-feed.ts'),
  route('transparency/:year/:version/:file', 'routes/public/transparency-file.ts'),
  route('calendar/:token.ics', 'routes/public/calendar.ts'),
  route('.well-known/openpgpkey/policy', 'routes/public/web-key-policy.ts'),
  route('.well-known/openpgpkey/hu/:hash', 'routes/public/web-key.ts'),
  route('sign-in/options', 'routes/accounts/sign-in-options.ts'),
  route('sign-in/verify', 'routes/accounts/sign-in-verify.ts'),
  route('register/passkey/options', 'routes/accounts/register-passkey-options.ts'),
  route('register/passkey/verify', 'routes/accounts/register-passkey-verify.ts'),
  route('recover/options', 'routes/accounts/recover-options.ts'),
  route('recover/verify', 'routes/accounts/recover-verify.ts'),

  // For people who signed in.
  layout('routes/signed-in/layout.tsx', [
    route('waiting', 'routes/accounts/waiting.tsx'),
    route('account', 'routes/accounts/account.tsx'),
    route('account/notifications', 'routes/accounts/notifications.tsx'),

    // An agency's side.
    layout('routes/requests/layout.tsx', [
      route('requests', 'routes/requests/list.tsx'),
      route('requests/new', 'routes/requests/new.tsx'),
      route('requests/:id', 'routes/requests/request.tsx'),
      route('requests/:id/messages', 'routes/requests/messages.tsx'),
      route('requests/:id/answers/:answerId', 'routes/requests/answer.tsx'),
      route('requests/:id/receipt', 'routes/requests/receipt.tsx'),
      route('requests/:id/edit', 'routes/requests/edit-layout.tsx', [
        index('routes/requests/task-list.tsx'),
        route('check', 'routes/requests/check-answers.tsx'),
        route(':section', 'routes/requests/section.tsx'),
      ]),
      route('colleagues', 'routes/accounts/colleagues.tsx'),
    ]),

    // The provider's side.
    layout('routes/desk/layout.tsx', [
      route('desk', 'routes/desk/queue.tsx'),
      route('desk/requests/:id', 'routes/desk/request.tsx'),
      route('desk/requests/:id/answer', 'routes/desk/answer.tsx'),
      route('desk/requests/:id/messages', 'routes/desk/messages.tsx'),
      route('desk/texts', 'routes/desk/texts.tsx'),
      route('desk/costs', 'routes/desk/costs.tsx'),
      route('desk/report', 'routes/desk/report.tsx'),
      route('desk/report/:year', 'routes/desk/report-year.tsx'),
      route('desk/agencies', 'routes/desk/agencies.tsx'),
      route('desk/agencies/:id', 'routes/desk/agency.tsx'),
      route('desk/staff', 'routes/desk/staff.tsx'),
      route('desk/keys', 'routes/desk/keys.tsx'),
      route('desk/audit', 'routes/desk/audit.tsx'),
    ]),
  ]),

  // Answers without pages, for people who signed in.
  route('sign-out', 'routes/accounts/sign-out.ts'),
  route('account/unlock', 'routes/accounts/unlock.ts'),
  route('account/sessions', 'routes/accounts/sessions.ts'),
  route('account/settings', 'routes/accounts/settings.ts'),
  route('account/passkeys', 'routes/accounts/passkeys.ts'),
  route('account/signature', 'routes/accounts/signature.ts'),
  route('account/grants', 'routes/accounts/grants.ts'),
  route('key-alarm', 'routes/accounts/key-alarm.ts'),
  route('requests/:id/draft', 'routes/requests/draft.ts'),
  route('requests/:id/submission', 'routes/requests/submission.ts'),
  route('requests/:id/answers/:answerId/opened', 'routes/requests/answer-opened.ts'),
  route('requests/:id/withdrawal', 'routes/requests/withdrawal.ts'),
  route('requests/:id/hand-over', 'routes/requests/hand-over.ts'),
  route('desk/requests/:id/claim', 'routes/desk/claim.ts'),
  route('desk/requests/:id/decision', 'routes/desk/decision.ts'),
  route('desk/requests/:id/notes', 'routes/desk/notes.ts'),
  route('desk/requests/:id/costs', 'routes/desk/request-costs.ts'),
  route('desk/costs.csv', 'routes/desk/costs-csv.ts'),
  route('desk/requests/:id/answer/draft', 'routes/desk/answer-draft.ts'),
  route('desk/requests/:id/answer/actions', 'routes/desk/answer-actions.ts'),
  route('desk/requests/:id/call-back', 'routes/desk/call-back.ts'),
  route('desk/files/:id/opened', 'routes/desk/opened-file.ts'),
  route('messages/:id', 'routes/messages/exchange.ts'),
  route('unsent/:id/:kind', 'routes/messages/unsent.ts'),
  route('confirmations/:id', 'routes/messages/confirmation.ts'),
  route('uploads/*', 'routes/uploads/tus.ts'),
  route('files/:id', 'routes/uploads/file.ts'),
] satisfies RouteConfig;
