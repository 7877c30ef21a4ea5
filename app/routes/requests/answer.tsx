import { AgencyAnswerPage } from '#app/answers/agency-answer-page.tsx';
import { requireOwnAnswer } from '#app/answers/find-answers.server.ts';
import { requireOwnLegalRequest } from '#app/legal-requests/own-legal-request.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/answer';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  const { db } = context.get(servicesContext);
  return answerPage(async () => {
    const { id, reference } = await requireOwnLegalRequest(db, actor, 'read_own_legal_requests', params.id);
    const answer = await requireOwnAnswer(db, actor, id, params.answerId);
    return { legalRequestId: id, reference: reference ?? '', answer };
  });
}

export default function Answer({ loaderData }: Route.ComponentProps) {
  return <AgencyAnswerPage key={loaderData.answer.id} {...loaderData} />;
}
