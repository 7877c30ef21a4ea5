import { redirect } from 'react-router';

import { endSession } from '#app/accounts/sessions.server.ts';
import { sessionCookie } from '#app/middleware/cookies.server.ts';
import { findActorOf } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/sign-out.ts';

/** Ends the session; the browser throws away what it staged for uploads (promise 19). */
export async function action({ context }: Route.ActionArgs) {
  const actor = findActorOf(context);
  if (actor) await endSession(context.get(servicesContext).db, actor, actor.sessionId);
  return redirect('/', {
    headers: {
      'Set-Cookie': await sessionCookie.serialize('', { maxAge: 0 }),
      'Clear-Site-Data': '"storage"',
    },
  });
}

/** Opened as an address: nothing happens. */
export const loader = () => redirect('/');
