import { Outlet } from 'react-router';

import { requireActorWho, requireAdmitted } from '#app/middleware/session.server.ts';

import type { Route } from './+types/layout';

/** An agency's side. Each domain function checks again whose legal request it is. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    requireAdmitted(context, request);
    requireActorWho(context, request, 'read_own_legal_requests');
  },
];

/** Without a loader the middleware would not run when a page is reached by a click. */
export function loader() {
  return null;
}

export default function RequestsLayout() {
  return <Outlet />;
}
