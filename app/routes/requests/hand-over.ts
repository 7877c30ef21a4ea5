import { DomainError } from '#app/domain-error.ts';
import { handOver } from '#app/legal-requests/hand-over.server.ts';
import { handOverSchema } from '#app/legal-requests/hand-over.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/hand-over';

/** POST a `HandOver`. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'hand_over_legal_request');
  return answerJson(async () => {
    if (request.method !== 'POST') throw new DomainError('bad_input', {}, 405);
    await handOver(services, actor, params.id, await readJson(request, handOverSchema), new Date());
  });
}
