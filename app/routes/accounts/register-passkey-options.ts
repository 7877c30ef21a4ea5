import { prepareRegistration } from '#app/accounts/complete-registration.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readRegistrationToken } from '#app/middleware/registration.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/register-passkey-options.ts';

export function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  return answerJson(async () =>
    prepareRegistration(services, await readRegistrationToken(request), new Date()),
  );
}
