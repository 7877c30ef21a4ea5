import { discardDraft, findDraft, saveDraft } from '#app/legal-requests/drafts.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readDraftChange } from '#app/middleware/form-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/draft';

/** The stored draft: `StoredDraft`, or `{}` before the first save. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  return answerJson(() => findDraft(db, actor, params.id));
}

/** Saves it, or throws it away (`readDraftChange`). */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_legal_request');
  return answerJson(async () => {
    const draft = await readDraftChange(request);
    if (draft) return saveDraft(db, actor, params.id, draft, new Date());
    return discardDraft(db, actor, params.id, new Date());
  });
}
