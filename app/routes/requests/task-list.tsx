import { useLoaderData } from 'react-router';

import { TaskListPage } from '#app/legal-requests/form/task-list-page.tsx';
import { findHandOver } from '#app/legal-requests/hand-over.server.ts';
import { requireLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { HandOverPart } from '#app/legal-requests/pages/hand-over-part.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/task-list';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'hand_over_legal_request');
  return answerPage(async () => {
    const { status, authorName } = await requireLegalRequest(db, actor, params.id);
    // The page of a submitted legal request has this part itself.
    const choices = status === 'draft' ? await findHandOver(db, actor, params.id) : null;
    return { legalRequestId: params.id, ownId: actor.personId, inCharge: authorName, choices };
  });
}

export default function TaskListRoute() {
  const { choices, ...facts } = useLoaderData<typeof loader>();
  return (
    <div className="stack stack--large">
      <TaskListPage />
      {choices === null ? null : (
        <div className="narrow">
          <HandOverPart {...facts} choices={choices} />
        </div>
      )}
    </div>
  );
}
