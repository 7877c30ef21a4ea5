import {
  completedRegistrationSchema,
  completeRegistration,
} from '#app/accounts/complete-registration.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { registrationCookie, sessionCookie } from '#app/middleware/cookies.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { readRegistrationToken } from '#app/middleware/registration.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/register-passkey-verify.ts';

/** Finishes the registration: the passkey, the keys that the browser made, the session. */
export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const visit = { locale: localeOf(context), userAgent: request.headers.get('User-Agent') ?? '' };
  let session = '';
  const response = await answerJson(async () => {
    const token = await readRegistrationToken(request);
    const input = await readJson(request, completedRegistrationSchema);
    session = (await completeRegistration(services, token, input, visit, new Date())).token;
    return {};
  });
  if (session === '') return response;
  response.headers.append('Set-Cookie', await sessionCookie.serialize(session));
  response.headers.append('Set-Cookie', await registrationCookie.serialize('', { maxAge: 0 }));
  return response;
}
