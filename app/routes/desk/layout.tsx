import { data, Outlet } from 'react-router';

import { requireAdmitted } from '#app/middleware/session.server.ts';

import type { Route } from './+types/layout';

/** The provider's side. Which of its pages a role sees, each page and each domain function checks itself. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    const actor = requireAdmitted(context, request);
    if (actor.teamKind !== 'provider' || actor.status !== 'active') throw data({ code: 'forbidden' }, 403);
  },
];

/** Without a loader the middleware would not run when a page is reached by a click. */
export function loader() {
  return null;
}

export default function DeskLayout() {
  return <Outlet />;
}
