import { data } from 'react-router';

import { requireLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { listMessages } from '#app/messages/messages.server.ts';
import { MessagesPage } from '#app/messages/messages-page.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/messages';

/** GET changes nothing: what was seen, the opened page says itself. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  return answerPage(async () => {
    const found = await requireLegalRequest(db, actor, params.id);
    if (found.status === 'draft') throw data({ code: 'not_found' }, 404);
    const { id, reference, category, status, waitsFor, pausedAt } = found;
    return {
      legalRequest: { id, reference: reference ?? '', category, status, waitsFor, pausedAt },
      messages: await listMessages(db, actor, params.id),
      limits: { maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles },
      locale: actor.locale,
    };
  });
}

export default function Messages({ loaderData }: Route.ComponentProps) {
  const { legalRequest, messages, limits, locale } = loaderData;
  return (
    <MessagesPage
      key={legalRequest.id}
      legalRequest={legalRequest}
      backTo={`/requests/${legalRequest.id}`}
      messages={messages}
      composer={{ side: 'agency', agencyKey: null, agencyLocale: locale, canned: null, limits }}
    />
  );
}
