import { DomainError } from '#app/domain-error.ts';
import { withdrawalSchema } from '#app/legal-requests/withdrawal.ts';
import { withdrawLegalRequest } from '#app/legal-requests/withdrawals.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/withdrawal';

const maxBodyBytes = 64 * 1024;

/** POST a signed `Withdrawal`. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'withdraw_legal_request');
  return answerJson(async () => {
    if (request.method !== 'POST') throw new DomainError('bad_input', {}, 405);
    const body = await readJson(request, withdrawalSchema, maxBodyBytes);
    await withdrawLegalRequest(services, actor, params.id, body, new Date());
  });
}
