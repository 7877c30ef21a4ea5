import { DomainError } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { maxDraftBytes } from '#app/legal-requests/draft-content.ts';
import { discardDraft, findDraft, saveDraft } from '#app/legal-requests/drafts.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readBody } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/registration-draft';

/** What staff is registering: `StoredDraft`, or `{}` before the first save. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'register_legal_request');
  return answerJson(() => findDraft(db, actor, params.id));
}

const versionSchema = z.coerce.number().int().min(0);

/** PUT `?version=N` with the sealed octets saves on top of version N; DELETE throws the draft away. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'register_legal_request');
  return answerJson(async () => {
    if (request.method === 'DELETE') return discardDraft(db, actor, params.id, new Date());
    const version = versionSchema.safeParse(new URL(request.url).searchParams.get('version'));
    if (request.method !== 'PUT' || !version.success) throw new DomainError('bad_input');
    const sealed = await readBody(request, maxDraftBytes);
    return saveDraft(db, actor, params.id, { version: version.data, sealed }, new Date());
  });
}
