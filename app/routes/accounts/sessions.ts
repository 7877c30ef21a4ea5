import { redirect } from 'react-router';

import { endOtherSessions, endSession } from '#app/accounts/sessions.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/sessions.ts';

/** Ends one session of one's own, or all others. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const { db } = context.get(servicesContext);
  const id = (await request.formData()).get('sessionId');
  if (typeof id === 'string' && id !== 'others') await endSession(db, actor, id);
  if (id === 'others') await endOtherSessions(db, actor);
  return redirect('/account');
}

/** Opened as an address: nothing happens. */
export const loader = () => redirect('/account');
