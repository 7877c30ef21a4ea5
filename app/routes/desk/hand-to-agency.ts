import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { handToAgencySchema } from '#app/mail-intake/hand-to-agency.ts';
import { handToAgency, listPacketsToHand } from '#app/mail-intake/hand-to-agency.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { openUploadStore } from '#app/uploads/upload-store.server.ts';

import type { Route } from './+types/hand-to-agency';

/** `SealedPackets`: what must be sealed to the agency as well. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'hand_to_agency');
  const { db, config } = context.get(servicesContext);
  return answerJson(() => listPacketsToHand(db, openUploadStore(config), actor, requireId(params.id)));
}

/** POST a `HandToAgency`. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'hand_to_agency');
  const services = context.get(servicesContext);
  return answerJson(async () =>
    handToAgency(
      services,
      actor,
      requireId(params.id),
      await readJson(request, handToAgencySchema),
      new Date(),
    ),
  );
}

function requireId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound();
  return id;
}
