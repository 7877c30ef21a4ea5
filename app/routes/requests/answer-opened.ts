import { noteAnswerOpened } from '#app/answers/note-reading.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/answer-opened';

/** POST: this person has opened the answer. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  const { db } = context.get(servicesContext);
  const place = { legalRequestId: params.id, answerId: params.answerId };
  return answerJson(() => noteAnswerOpened(db, actor, place, new Date()));
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
