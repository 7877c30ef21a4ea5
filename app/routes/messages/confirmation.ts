import { notFound } from '#app/domain-error.ts';
import { recordConfirmation } from '#app/emergency/confirmations.server.ts';
import { z } from '#app/forms/zod.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/confirmation';

const bodySchema = z.strictObject({ confirmedOn: z.string().max(10), sealed: sealedInput });

/** POST of either side: an emergency order was confirmed. */
export function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'record_confirmation');
  return answerJson(async () => {
    const body = await readJson(request, bodySchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    return recordConfirmation(db, actor, params.id, body, new Date());
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
