import { costsChangeSchema } from '#app/answers/costs/costs.ts';
import { findCosts, saveCosts } from '#app/answers/costs/costs.server.ts';
import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/request-costs';

/** GET `{ costs }`: the costs of a legal request, null where there are none. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_costs');
  const { db } = context.get(servicesContext);
  return answerJson(async () => ({ costs: await findCosts(db, actor, idOf(params.id)) }));
}

/** POST of `costsChangeSchema`: saves them. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'change_costs');
  const { db } = context.get(servicesContext);
  return answerJson(async () => {
    const change = await readJson(request, costsChangeSchema);
    await saveCosts(db, actor, idOf(params.id), change, new Date());
    return {};
  });
}

function idOf(id: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound();
  return id;
}
