import { maxAnswerDraftBytes, saveAnswerDraft } from '#app/answers/answer-drafts.server.ts';
import { DomainError, notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readBody } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/answer-draft';

const versionSchema = z.coerce.number().int().min(0);

/** PUT `?version=N` with the sealed octets saves the draft of the answer on top of version N. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'prepare_answer');
  const { db } = context.get(servicesContext);
  return answerJson(async () => {
    const version = versionSchema.safeParse(new URL(request.url).searchParams.get('version'));
    if (request.method !== 'PUT' || !version.success) throw new DomainError('bad_input');
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    const sealed = await readBody(request, maxAnswerDraftBytes);
    return saveAnswerDraft(db, actor, params.id, { version: version.data, sealed }, new Date());
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
