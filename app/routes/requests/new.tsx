import { redirect, useLoaderData } from 'react-router';

import { createDraft } from '#app/legal-requests/drafts.server.ts';
import { foreignNotice, routesFor } from '#app/legal-requests/foreign-authorities.ts';
import { categories, foreignRoutes } from '#app/legal-requests/legal-request-values.ts';
import { CategoryChooser } from '#app/legal-requests/list/category-chooser.tsx';
import { findAgencyFacts } from '#app/legal-requests/own-legal-request.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/new';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_legal_request');
  const { country } = await findAgencyFacts(db, actor.teamId);
  return {
    notice: foreignNotice(country, config.providerCountry),
    routes: routesFor(country, config.providerCountry, null),
  };
}

/** Begins a draft: the category, and for a foreign authority the route, which goes into the form. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_legal_request');
  const form = await request.formData();
  const category = categories.find((one) => one === form.get('category'));
  const sourceId = form.get('from');
  if (category && typeof sourceId === 'string') {
    const id = await createDraft(db, actor, category, new Date());
    throw redirect(`/requests/${id}/edit?from=${encodeURIComponent(sourceId)}`);
  }
  const { country } = await findAgencyFacts(db, actor.teamId);
  const routes = routesFor(country, config.providerCountry, category ?? null);
  const named = foreignRoutes.find((one) => one === form.get('route'));
  const route = routes.find((one) => one === named);
  if (!category || (routes.length > 0 && !route))
    return {
      categoryMissing: !category,
      routeMissing: routes.length > 0 && !named,
      routeUnfit: routes.length > 0 && named !== undefined && !route,
    };
  const id = await createDraft(db, actor, category, new Date());
  const search = route === undefined ? '' : `?route=${route}`;
  throw redirect(`/requests/${id}/edit${search}`);
}

const noFaults = { categoryMissing: false, routeMissing: false, routeUnfit: false };

/** Which data? Foreign authorities read first how they may ask at all. */
export default function NewPage({ actionData }: Route.ComponentProps) {
  const t = useText();
  const { notice, routes } = useLoaderData<typeof loader>();
  return (
    <PageMain narrow>
      <PageHeading>{t.requests.start.title}</PageHeading>
      <CategoryChooser notice={notice} routes={routes} faults={actionData ?? noFaults} />
    </PageMain>
  );
}
