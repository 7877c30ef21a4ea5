import { submitLegalRequest } from '#app/legal-requests/submissions.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readSubmission } from '#app/middleware/form-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/submission';

/** POST a `Submission`, get the receipt. Sending it again gives the same receipt. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'submit_legal_request');
  return answerJson(async () =>
    submitLegalRequest(services, actor, params.id, await readSubmission(request), new Date()),
  );
}
