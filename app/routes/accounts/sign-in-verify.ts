import { signIn } from '#app/accounts/sign-in.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { sessionCookie } from '#app/middleware/cookies.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { passkeyAnswerSchema } from '#app/passkeys/passkey-schemas.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';

import type { Route } from './+types/sign-in-verify.ts';

/** Signs in: the session's cookie, and what the browser unlocks the keys with. */
export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { clientAddress } = context.get(visitContext);
  let session = '';
  const response = await answerJson(async () => {
    await limitRate(services, 'sign_in_by_address', networkOf(clientAddress));
    const answer = await readJson(request, passkeyAnswerSchema);
    const userAgent = request.headers.get('User-Agent') ?? '';
    const { token, home, material } = await signIn(services, answer, userAgent, new Date());
    session = token;
    return { home, material };
  });
  if (session !== '') response.headers.append('Set-Cookie', await sessionCookie.serialize(session));
  return response;
}
