import { useLoaderData } from 'react-router';

import { listLegalRequests } from '#app/legal-requests/legal-requests.server.ts';
import { isFiltered, listAddress, readListQuery } from '#app/legal-requests/list-filter.ts';
import { ListFilterForm } from '#app/legal-requests/list/list-filter-form.tsx';
import { ListTable } from '#app/legal-requests/list/list-table.tsx';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/list';

import '#app/legal-requests/list/list.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  const { filter, cursor } = readListQuery(new URL(request.url).searchParams);
  return { filter, ...(await listLegalRequests(db, actor, filter, cursor)) };
}

/** The agency's legal requests. Needs no keys: nothing on it is sealed. */
export default function ListPage() {
  const t = useText();
  const { filter, rows, hasNext, hasPrevious } = useLoaderData<typeof loader>();
  const texts = t.requests.list;
  const [first, last] = [rows[0], rows.at(-1)];
  const isEmpty = rows.length === 0 && !hasPrevious && !isFiltered(filter);
  return (
    <PageMain>
      <div className="row row--spread">
        <PageHeading>{texts.title}</PageHeading>
        <ButtonLink to="/requests/new">{texts.newRequest}</ButtonLink>
      </div>
      {isEmpty ? (
        <EmptyState title={texts.empty.title}>{texts.empty.text}</EmptyState>
      ) : (
        <>
          <ListFilterForm filter={filter} />
          {rows.length === 0 ? (
            <EmptyState title={texts.nothingFound.title}>{texts.nothingFound.text}</EmptyState>
          ) : (
            <ListTable rows={rows} />
          )}
        </>
      )}
      {hasNext || hasPrevious ? (
        <nav className="row" aria-label={texts.pages}>
          {hasPrevious && first ? (
            <ButtonLink weight="secondary" to={listAddress(filter, { before: first.id })}>
              {t.layout.previousPage}
            </ButtonLink>
          ) : null}
          {hasNext && last ? (
            <ButtonLink weight="secondary" to={listAddress(filter, { after: last.id })}>
              {t.layout.nextPage}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </PageMain>
  );
}
