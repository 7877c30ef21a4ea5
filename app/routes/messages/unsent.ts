import { DomainError, notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import {
  discardUnsent,
  findUnsent,
  maxUnsentBytes,
  saveUnsent,
  unsentKinds,
} from '#app/messages/unsent-texts.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readBody } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/unsent';

const placeSchema = z.object({ id: z.uuid(), kind: z.enum(unsentKinds) });

function requirePlace(params: unknown) {
  const place = placeSchema.safeParse(params);
  if (!place.success) throw notFound();
  return place.data;
}

/** What this person was writing here: `{ sealed }`, or `{}`. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_message');
  return answerJson(async () => {
    const { id, kind } = requirePlace(params);
    return findUnsent(db, actor, id, kind);
  });
}

/** PUT with the sealed octets keeps it; DELETE throws it away. */
export function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_message');
  return answerJson(async () => {
    const { id, kind } = requirePlace(params);
    if (request.method === 'DELETE') return discardUnsent(db, actor, id, kind);
    if (request.method !== 'PUT') throw new DomainError('bad_input', {}, 405);
    return saveUnsent(db, actor, id, kind, await readBody(request, maxUnsentBytes), new Date());
  });
}
