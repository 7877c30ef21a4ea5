import { z } from '#app/forms/zod.ts';
import { notFound } from '#app/domain-error.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { claimLegalRequest, releaseClaim } from '#app/review/claims.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/claim';

const claimSchema = z.strictObject({ intent: z.enum(['look', 'take_over', 'release']) });

/** POST `{ intent }`: somebody has the page open, takes over, or gives back. Answers who looks at it now. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'claim_legal_request');
  const services = context.get(servicesContext);
  return answerJson(async () => {
    const { intent } = await readJson(request, claimSchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    const now = new Date();
    if (intent !== 'release')
      return claimLegalRequest(services, actor, params.id, { takeOver: intent === 'take_over' }, now);
    await releaseClaim(services.db, actor, params.id, now);
    return { claim: null };
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
