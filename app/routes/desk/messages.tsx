import { useMemo } from 'react';
import { data } from 'react-router';

import { z } from '#app/forms/zod.ts';
import { cannedWords } from '#app/messages/canned-words.ts';
import { listCannedTexts } from '#app/messages/canned-texts.server.ts';
import { findCounterpart, requireConversation } from '#app/messages/conversation.server.ts';
import { listMessages } from '#app/messages/messages.server.ts';
import { MessagesPage } from '#app/messages/messages-page.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { noteOpenedFile } from '#app/review/note-opened-file.client.ts';
import { useAgencyText } from '#app/review/use-agency-text.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/messages';

import '#app/review/review.css';

/** GET changes nothing: what was seen, the opened page says itself. */
export function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_sealed_legal_request');
  if (!z.uuid().safeParse(params.id).success) throw data({ code: 'not_found' }, 404);
  return answerPage(async () => {
    const conversation = await requireConversation(db, actor, params.id);
    const { id, reference, category, status, waitsFor, pausedAt } = conversation;
    return {
      legalRequest: {
        id,
        reference,
        category,
        status,
        waitsFor,
        pausedAt: pausedAt?.toISOString() ?? null,
      },
      counterpart: await findCounterpart(db, conversation),
      messages: await listMessages(db, actor, params.id),
      cannedTexts: await listCannedTexts(db, actor),
      limits: { maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles },
    };
  });
}

export default function Messages({ loaderData }: Route.ComponentProps) {
  const { legalRequest, counterpart, messages, cannedTexts, limits } = loaderData;
  const { agencyKey, agencyLocale } = counterpart;
  const agencyText = useAgencyText(agencyLocale);
  const canned = useMemo(
    () => cannedWords(agencyText, agencyLocale, cannedTexts),
    [agencyText, agencyLocale, cannedTexts],
  );
  return (
    <div className="desk">
      <MessagesPage
        key={legalRequest.id}
        legalRequest={legalRequest}
        backTo={`/desk/requests/${legalRequest.id}`}
        messages={messages}
        composer={{ side: 'provider', agencyKey, agencyLocale, canned, limits }}
        onFile={(fileId) => void noteOpenedFile(fileId)}
      />
    </div>
  );
}
