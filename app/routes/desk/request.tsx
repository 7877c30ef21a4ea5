import { data } from 'react-router';

import { findCallBack } from '#app/emergency/call-backs.server.ts';
import { findEmergency } from '#app/emergency/confirmations.server.ts';
import { z } from '#app/forms/zod.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { holidaysOf } from '#app/legal-requests/submission-checks.server.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { listCannedTexts } from '#app/messages/canned-texts.server.ts';
import { countUnread } from '#app/messages/messages.server.ts';
import { findArrivalOf } from '#app/mail-intake/arrivals.server.ts';
import { canBeHanded, listHandableAgencies } from '#app/mail-intake/hand-to-agency.server.ts';
import { findMailReply } from '#app/mail-intake/mail-reply.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { findReview } from '#app/review/find-review.server.ts';
import { ReviewPage } from '#app/review/review-page.tsx';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/request';

/** GET changes nothing: the review starts when the opened page says so (`claim.ts`). */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_sealed_legal_request');
  const { db, config } = context.get(servicesContext);
  if (!z.uuid().safeParse(params.id).success) throw data({ code: 'not_found' }, 404);
  const now = new Date();
  return answerPage(async () => {
    const { agencyLocale, ...review } = await findReview(db, actor, params.id, now);
    const mailReply = await findMailReply(db, actor, params.id);
    const isHandable = mailReply !== null && canBeHanded(review.legalRequest.status);
    return {
      review,
      agencyLocale,
      person: { personId: actor.personId, role: actor.role },
      now: now.toISOString(),
      today: toDate(now),
      holidays: holidaysOf(config, now),
      providerDomains: config.providerDomains,
      unreadMessages: await countUnread(db, actor, params.id),
      emergency: await findEmergency(db, actor, params.id, now),
      callBack: await findCallBack(db, actor, params.id),
      cannedTexts: await listCannedTexts(db, actor),
      receiptKey: receiptKeyOf(config).publicKey,
      mailReply,
      handable: isHandable ? await listHandableAgencies(db, config, actor, mailReply.address) : null,
      site: { portal: config.origin, providerName: config.providerName },
      arrivalId: await findArrivalOf(db, actor, params.id),
    };
  });
}

export default function Request({ loaderData }: Route.ComponentProps) {
  const { review } = loaderData;
  // Another legal request is another page: nothing of the one before may stay, least of all findings.
  return <ReviewPage key={review.legalRequest.id} {...loaderData} />;
}
