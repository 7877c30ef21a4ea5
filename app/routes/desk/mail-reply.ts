import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import {
  saveCorrespondentKey,
  sendDecisionMail,
  writeToCorrespondent,
} from '#app/mail-intake/mail-reply.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/mail-reply';

const replySchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('send'), decisionId: z.uuid(), sealed: sealedInput }),
  z.strictObject({ intent: z.literal('save_key'), publicKey: z.string().max(200_000) }),
  z.strictObject({ intent: z.literal('ask_key') }),
  z.strictObject({ intent: z.literal('invite') }),
]);

/** POST: a sealed decision to an authority outside of the portal, its key, or words that ask for the key or invite. */
export function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'register_legal_request');
  const services = context.get(servicesContext);
  return answerJson(async () => {
    const body = await readJson(request, replySchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    if (body.intent === 'send') return sendDecisionMail(services, actor, params.id, body, new Date());
    if (body.intent === 'save_key')
      return saveCorrespondentKey(services.db, actor, params.id, body.publicKey, new Date());
    const template = body.intent === 'invite' ? 'portal_invitation' : 'key_wanted';
    return writeToCorrespondent(services, actor, params.id, template);
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
