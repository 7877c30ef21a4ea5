import { storedGrantSchema, storeGrant } from '#app/accounts/team-grants.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/grants.ts';

/** A holder's browser sealed the team's key to a colleague who was let in. */
export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'use_account');
  const { db } = context.get(servicesContext);
  return answerJson(async () => {
    await storeGrant(db, actor, await readJson(request, storedGrantSchema), new Date());
    return {};
  });
}
