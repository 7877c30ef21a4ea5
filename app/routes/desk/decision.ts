import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { assertionSchema } from '#app/passkeys/signed-action.ts';
import { decideLegalRequest } from '#app/review/decide.server.ts';
import { setProposalAside } from '#app/review/proposals.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/decision';

const expectedVersion = z.int().min(1);

const decisionSchema = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('sign'),
    statement: z.string().max(20_000),
    sealedExplanation: sealedInput.nullable(),
    assertion: assertionSchema,
    expectedVersion,
  }),
  z.strictObject({
    intent: z.literal('set_aside'),
    decisionId: z.uuid(),
    sealedNote: sealedInput,
    expectedVersion,
  }),
]);

/** POST: one signature under a decision, or a proposal set aside. */
export function action({ request, context, params }: Route.ActionArgs) {
  // Which role may decide what, the domain knows; returning is the least that there is.
  const actor = requireActorWho(context, request, 'return_legal_request');
  const { db, config, jobs } = context.get(servicesContext);
  return answerJson(async () => {
    const body = await readJson(request, decisionSchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    const now = new Date();
    if (body.intent === 'sign') return decideLegalRequest({ db, config, jobs }, actor, params.id, body, now);
    await setProposalAside(db, actor, params.id, body, now);
    return { outcome: 'set_aside' };
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
