import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { writeNote } from '#app/review/notes.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/notes';

const noteSchema = z.strictObject({ sealed: sealedInput });

/** POST `{ sealed }`: an internal note, an OpenPGP message to the intake key. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'write_note');
  const { db } = context.get(servicesContext);
  return answerJson(async () => {
    const { sealed } = await readJson(request, noteSchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    return writeNote(db, actor, params.id, sealed, new Date());
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
