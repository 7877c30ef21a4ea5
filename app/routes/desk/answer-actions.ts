import { beginAnswer } from '#app/answers/answer-drafts.server.ts';
import { maxSealedManifestBytes, prepareAnswer } from '#app/answers/prepare-answer.server.ts';
import { releaseAnswer, setAnswerAside } from '#app/answers/release-answer.server.ts';
import { sendAnswerAgain } from '#app/answers/unsent-answer.server.ts';
import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { assertionSchema } from '#app/passkeys/signed-action.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/answer-actions';

const expectedVersion = z.int().min(1);

const actionSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin') }),
  z.strictObject({
    intent: z.literal('prepare'),
    statement: z.string().max(500_000),
    sealedManifest: sealedInput,
    assertion: assertionSchema,
    expectedVersion,
  }),
  z.strictObject({
    intent: z.literal('release'),
    answerId: z.uuid(),
    assertion: assertionSchema,
    expectedVersion,
  }),
  z.strictObject({
    intent: z.literal('set_aside'),
    answerId: z.uuid(),
    sealedNote: sealedInput,
    expectedVersion,
  }),
  z.strictObject({ intent: z.literal('send_again'), answerId: z.uuid() }),
]);

/** POST: begins, signs, releases or sets aside an answer, or sends one again that did not get through. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'prepare_answer');
  const services = context.get(servicesContext);
  return answerJson(async () => {
    const body = await readJson(request, actionSchema, 2 * maxSealedManifestBytes);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    const now = new Date();
    if (body.intent === 'begin') return beginAnswer(services.db, actor, params.id, now);
    if (body.intent === 'prepare') await prepareAnswer(services, actor, params.id, body, now);
    if (body.intent === 'release') await releaseAnswer(services, actor, params.id, body, now);
    if (body.intent === 'set_aside') await setAnswerAside(services.db, actor, params.id, body, now);
    if (body.intent === 'send_again') await sendAnswerAgain(services, actor, params.id, body, now);
    return { done: body.intent };
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
