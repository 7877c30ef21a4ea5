import { data } from 'react-router';

import { DeskAnswerPage } from '#app/answers/desk-answer-page.tsx';
import { findOpenAnswer, listReleasedAnswers } from '#app/answers/find-answers.server.ts';
import { findAnswerByMail, listMailedAnswers } from '#app/answers/mail-answer.server.ts';
import { z } from '#app/forms/zod.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { findReview } from '#app/review/find-review.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/answer';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'prepare_answer');
  const { db, config } = context.get(servicesContext);
  if (!z.uuid().safeParse(params.id).success) throw data({ code: 'not_found' }, 404);
  return answerPage(async () => {
    const { agencyLocale, ...review } = await findReview(db, actor, params.id, new Date());
    const { personId, name, role } = actor;
    return {
      review,
      place: {
        legalRequest: review.legalRequest,
        agency: review.agency,
        agencyLocale,
        byMail: await findAnswerByMail(db, config, actor, params.id),
        providerName: config.providerName,
        person: { personId, name, role },
      },
      open: await findOpenAnswer(db, actor, params.id),
      released: await listReleasedAnswers(db, actor, params.id),
      mailed: await listMailedAnswers(db, actor, params.id),
      limits: { maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles },
      receiptKey: receiptKeyOf(config).publicKey,
    };
  });
}

export default function Answer({ loaderData }: Route.ComponentProps) {
  return <DeskAnswerPage key={loaderData.review.legalRequest.id} {...loaderData} />;
}
