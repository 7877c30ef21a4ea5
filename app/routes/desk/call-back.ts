import { notFound } from '#app/domain-error.ts';
import { recordCallBack } from '#app/emergency/call-backs.server.ts';
import { z } from '#app/forms/zod.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/call-back';

const bodySchema = z.strictObject({ sealed: sealedInput });

/** POST `{ sealed }`: the completed call-back checklist, an OpenPGP message to the intake key. */
export function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'record_call_back');
  return answerJson(async () => {
    const { sealed } = await readJson(request, bodySchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    return recordCallBack(db, actor, params.id, sealed, new Date());
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
