import { changeSettings, settingsChangeSchema } from '#app/accounts/own-account.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/settings.ts';

/** Remembers sealed settings, or replaces the recovery code. */
export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const { db, config } = context.get(servicesContext);
  return answerJson(async () => {
    await changeSettings({ db, config }, actor, await readJson(request, settingsChangeSchema), new Date());
    return {};
  });
}
