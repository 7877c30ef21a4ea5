import { findPublishedKey } from '#app/accounts/published-key.server.ts';
import { notFound } from '#app/domain-error.ts';
import { findArrival } from '#app/mail-intake/arrivals.server.ts';
import { RefusalLetter } from '#app/mail-intake/refusal-letter.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/arrival-letter';

/** The letter with which a fax is refused, for printing. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_arrivals');
  const { db, config } = context.get(servicesContext);
  return answerPage(async () => {
    const arrival = await findArrival(db, actor, params.id);
    if (arrival.channel !== 'fax') throw notFound();
    const key = await findPublishedKey(db, config);
    return {
      arrival,
      now: new Date().toISOString(),
      providerName: config.providerName,
      portal: config.origin,
      address: config.mailIntake.address,
      fingerprint: key?.fingerprint ?? null,
    };
  });
}

export default function ArrivalLetter({ loaderData }: Route.ComponentProps) {
  return <RefusalLetter {...loaderData} />;
}
