import { lanes } from '#app/mail-intake/arrival-values.ts';
import { ArrivalsPage } from '#app/mail-intake/arrivals-page.tsx';
import { listArrivals } from '#app/mail-intake/arrivals.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/arrivals';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_arrivals');
  const { db } = context.get(servicesContext);
  const wanted = new URL(request.url).searchParams.get('lane');
  const lane = lanes.find((one) => one === wanted) ?? 'waiting';
  return answerPage(async () => ({ lane, ...(await listArrivals(db, actor, lane)) }));
}

export default function Arrivals({ loaderData }: Route.ComponentProps) {
  return <ArrivalsPage {...loaderData} />;
}
