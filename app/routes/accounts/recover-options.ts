import { prepareRecovery, recoveryRequestSchema } from '#app/accounts/recovery.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';

import type { Route } from './+types/recover-options.ts';

export function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { clientAddress } = context.get(visitContext);
  return answerJson(async () => {
    await limitRate(services, 'recovery_by_address', networkOf(clientAddress));
    const { proof } = await readJson(request, recoveryRequestSchema);
    return prepareRecovery(services, proof, new Date());
  });
}
