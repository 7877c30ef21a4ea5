import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { answerTus } from '#app/uploads/tus-endpoint.server.ts';
import { openUploadStore } from '#app/uploads/upload-store.server.ts';

import type { Route } from './+types/tus';

/** The tus endpoint: POST /uploads, then HEAD, PATCH and DELETE /uploads/:fileId. Bodies are streamed. */
async function answer({ request, context }: Route.LoaderArgs | Route.ActionArgs): Promise<Response> {
  const { config, db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'send_files');
  return answerTus(request, actor, {
    db,
    store: openUploadStore(config),
    limits: config,
    origin: config.origin,
  });
}

export const loader = answer;
export const action = answer;
