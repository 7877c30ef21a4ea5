import { createSignatureOptions } from '#app/passkeys/signed-action.server.ts';
import { signatureRequestSchema } from '#app/passkeys/signed-action.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/signature.ts';

/** Before a signed action: notes what is about to be signed. */
export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const { db, config } = context.get(servicesContext);
  return answerJson(async () =>
    createSignatureOptions(db, config, actor, await readJson(request, signatureRequestSchema), new Date()),
  );
}
