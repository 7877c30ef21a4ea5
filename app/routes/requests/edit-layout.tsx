import { Link, Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import { findEditFacts } from '#app/legal-requests/edit-facts.server.ts';
import { DraftNotice } from '#app/legal-requests/form/draft-notice.tsx';
import { EditedFormProvider } from '#app/legal-requests/form/edit-context.tsx';
import { foreignRoutes } from '#app/legal-requests/legal-request-values.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/edit-layout';

import '#app/legal-requests/form/form.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'write_legal_request');
  const query = new URL(request.url).searchParams;
  const place = {
    id: params.id,
    foreignRoute: foreignRoutes.find((one) => one === query.get('route')) ?? null,
    sourceId: query.get('from'),
  };
  return answerPage(() => findEditFacts(db, config, actor, place, new Date()));
}

/** The draft is opened once; from then on what stands in this tab is newer than what the server would send. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams.id !== nextParams.id;
}

export default function EditLayout() {
  const t = useText();
  const facts = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <NeedsUnlock key={facts.legalRequestId}>
        <EditedFormProvider facts={facts}>
          <div className="edit-bar row row--spread">
            <span className="muted">
              <Link
                className="kern-link"
                to={facts.reference === null ? '/requests' : `/requests/${facts.legalRequestId}`}
              >
                {facts.reference ?? t.requests.list.title}
              </Link>
              {' · '}
              {t.legalRequests.categories[facts.category].name}
            </span>
            <DraftNotice />
          </div>
          <SealingBlockNotice />
          <Outlet />
        </EditedFormProvider>
      </NeedsUnlock>
    </PageMain>
  );
}
