import { completedRecoverySchema, completeRecovery } from '#app/accounts/recovery.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { sessionCookie } from '#app/middleware/cookies.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';

import type { Route } from './+types/recover-verify.ts';

/** The new passkey and code take the place of the old ones; the person waits for a second one to confirm. */
export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { clientAddress } = context.get(visitContext);
  let session = '';
  const response = await answerJson(async () => {
    await limitRate(services, 'recovery_by_address', networkOf(clientAddress));
    const input = await readJson(request, completedRecoverySchema);
    const userAgent = request.headers.get('User-Agent') ?? '';
    session = (await completeRecovery(services, input, userAgent, new Date())).token;
    return {};
  });
  if (session !== '') response.headers.append('Set-Cookie', await sessionCookie.serialize(session));
  return response;
}
