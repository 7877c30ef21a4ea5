import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { noteOpenedFile } from '#app/review/opened-files.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/opened-file';

/** POST without a body: this person has opened the file in the viewer. */
export function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_sealed_legal_request');
  return answerJson(async () => {
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    return noteOpenedFile(db, actor, params.id, new Date());
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
