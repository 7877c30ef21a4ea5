import { addPasskey, passkeyChangeSchema, prepareFurtherPasskey } from '#app/accounts/own-passkeys.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/passkeys.ts';

/** A further passkey: first its options, then the passkey with the key locked for it. */
export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const services = context.get(servicesContext);
  return answerJson(async () => {
    const change = await readJson(request, passkeyChangeSchema);
    if (change.intent === 'options') return prepareFurtherPasskey(services, actor, new Date());
    await addPasskey(services, actor, change, new Date());
    return {};
  });
}
