import { Outlet, type ShouldRevalidateFunctionArgs } from 'react-router';

import { findRegistrationFacts } from '#app/mail-intake/registration-facts.server.ts';
import { RegistrationFrame } from '#app/mail-intake/registration-frame.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/registration';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'register_legal_request');
  return answerPage(() => findRegistrationFacts(db, config, actor, params.id, new Date()));
}

/** The draft is opened once; from then on what stands in this tab is newer than what the server would send. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['id'] !== nextParams['id'];
}

export default function Registration({ loaderData }: Route.ComponentProps) {
  return (
    <RegistrationFrame {...loaderData}>
      <Outlet />
    </RegistrationFrame>
  );
}
