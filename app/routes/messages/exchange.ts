import { notFound } from '#app/domain-error.ts';
import { z } from '#app/forms/zod.ts';
import { intents } from '#app/legal-requests/clock.ts';
import { maxMessageFiles } from '#app/messages/message.ts';
import { giveTurnBack, markRead, sendMessage } from '#app/messages/messages.server.ts';
import { sealedInput } from '#app/middleware/sealed-input.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/exchange';

const bodySchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('send'),
    messageId: z.uuid(),
    intent: z.enum(intents),
    sealed: sealedInput,
    fileIds: z.array(z.uuid()).max(maxMessageFiles),
  }),
  z.strictObject({ do: z.literal('read'), messageId: z.uuid() }),
  z.strictObject({ do: z.literal('give_back') }),
]);

/** POST of either side: a message, that messages up to one were seen, or that a question is settled. */
export function action({ request, context, params }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_message');
  return answerJson(async () => {
    const body = await readJson(request, bodySchema);
    if (!z.uuid().safeParse(params.id).success) throw notFound();
    switch (body.do) {
      case 'send':
        return sendMessage(services, actor, params.id, body, new Date());
      case 'read':
        return markRead(services.db, actor, params.id, body.messageId);
      case 'give_back':
        return giveTurnBack(services, actor, params.id, new Date());
    }
  });
}

export function loader() {
  return new Response('Not found', { status: 404 });
}
