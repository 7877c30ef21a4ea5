import { Link, useLoaderData } from 'react-router';

import { listAgencies } from '#app/accounts/agencies.server.ts';
import { AgencyStatus } from '#app/accounts/agency-status.tsx';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Badge, EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/agencies.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'see_agencies');
  const { db } = context.get(servicesContext);
  return { agencies: await answerPage(async () => listAgencies(db, actor, new Date())) };
}

type Listed = Awaited<ReturnType<typeof loader>>['agencies'][number];

export default function Agencies() {
  const t = useText();
  const { agencies: text } = t.accounts.desk;
  const { agencies } = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      <p>{text.lead}</p>
      {agencies.length === 0 ? (
        <EmptyState title={text.none}>{text.noneText}</EmptyState>
      ) : (
        <div className="table-frame">
          <table>
            <caption className="visually-hidden">{text.title}</caption>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.status}</th>
                <th scope="col">{text.todo}</th>
                <th scope="col">{text.people}</th>
                <th scope="col">{text.nextVerification}</th>
              </tr>
            </thead>
            <tbody>
              {agencies.map((agency) => (
                <AgencyRow key={agency.id} agency={agency} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PageMain>
  );
}

function AgencyRow({ agency }: { agency: Listed }) {
  const t = useText();
  const locale = useLocale();
  const { agencies: text } = t.accounts.desk;
  const kinds: Readonly<Record<string, string>> = t.accounts.agencyKinds;
  const todo = todoOf(agency);
  return (
    <tr>
      <th scope="row">
        <Link className="kern-link" to={`/desk/agencies/${agency.id}`}>
          {agency.name}
        </Link>
        <div className="person-details">
          {kinds[agency.agencyKind ?? ''] ?? agency.agencyKind} · {agency.country}
        </div>
      </th>
      <td data-label={text.status}>
        <AgencyStatus status={agency.status} />
      </td>
      <td data-label={text.todo}>
        {todo === null ? text.nothingTodo : <Badge tone="warning">{text.todos[todo]}</Badge>}
      </td>
      <td data-label={text.people}>{text.peopleCount(agency.active, agency.waiting)}</td>
      <td data-label={text.nextVerification}>
        {agency.verificationDueAt === null ? '–' : formatDate(agency.verificationDueAt, locale)}
      </td>
    </tr>
  );
}

function todoOf(agency: Listed): 'confirm' | 'certify' | 'verify' | 'due' | null {
  if (agency.hasProposal) return 'confirm';
  if (agency.needsCertification) return 'certify';
  if (agency.status === 'pending') return 'verify';
  return agency.isDue ? 'due' : null;
}
