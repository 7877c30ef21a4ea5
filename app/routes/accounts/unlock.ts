import { findUnlockMaterial } from '#app/accounts/unlock-material.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/unlock.ts';

/** What the browser needs to unlock after a reload. Changes nothing: the touch that unlocks stays in the browser. */
export function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const { db, config } = context.get(servicesContext);
  return answerJson(async () => findUnlockMaterial(db, config, actor.personId));
}
