import { answerJson } from '#app/middleware/answers.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { createSignInOptions } from '#app/passkeys/sign-in-passkeys.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';

import type { Route } from './+types/sign-in-options.ts';

export function action({ context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  return answerJson(async () => {
    await limitRate(services, 'sign_in_by_address', networkOf(context.get(visitContext).clientAddress));
    return createSignInOptions(services.db, services.config, new Date());
  });
}
