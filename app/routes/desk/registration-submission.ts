import { DomainError } from '#app/domain-error.ts';
import { maxSealedFormBytes } from '#app/legal-requests/sealed-form.ts';
import { submissionSchema } from '#app/legal-requests/submission.ts';
import { submitLegalRequest } from '#app/legal-requests/submissions.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/registration-submission';

/** POST a `Submission` that staff has signed, get the receipt. Sending it again gives the same receipt. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'register_legal_request');
  return answerJson(async () => {
    if (request.method !== 'POST') throw new DomainError('bad_input', {}, 405);
    const body = await readJson(request, submissionSchema, 3 * maxSealedFormBytes);
    return submitLegalRequest(services, actor, params.id, body, new Date());
  });
}
