import { Link, useLoaderData } from 'react-router';

import { formatCents } from '#app/answers/costs/amounts.ts';
import { claimState, type ClaimState } from '#app/answers/costs/costs.ts';
import { listOpenClaims } from '#app/answers/costs/costs.server.ts';
import { TextField } from '#app/forms/fields.tsx';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { addMonths, toDate } from '#app/legal-requests/wall-time.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { can } from '#app/accounts/actor.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDay } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Badge, EmptyState, PageHeading, PageMain, Panel, type Tone } from '#app/ui/page.tsx';

import '#app/answers/costs/costs.css';
import type { Route } from './+types/costs';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_costs');
  const { db } = context.get(servicesContext);
  const now = new Date();
  const thisMonth = `${toDate(now).slice(0, 7)}-01`;
  const claims = await answerPage(() => listOpenClaims(db, actor));
  return {
    claims: claims.map((claim) => ({ ...claim, state: claimState(claim, now) })),
    mayOpen: can(actor, 'read_sealed_legal_request'),
    period: { from: addMonths(thisMonth, -1), to: toDate(now) },
  };
}

const tones: Record<ClaimState, Tone> = {
  running: 'info',
  open: 'info',
  soon: 'warning',
  lapsed: 'danger',
  claimed: 'success',
};

export default function Costs() {
  const { list: text } = useText().costs;
  const { claims, period } = useLoaderData<typeof loader>();
  return (
    <PageMain>
      <PageHeading>{text.title}</PageHeading>
      <p className="lead">{text.lead}</p>
      {claims.length === 0 ? (
        <EmptyState title={text.empty}>
          <p>{text.emptyHint}</p>
        </EmptyState>
      ) : (
        <ClaimsTable />
      )}
      <Panel title={text.csvTitle}>
        <p>{text.csvLead}</p>
        <form method="get" action="/desk/costs.csv" className="costs-period">
          <TextField
            id="from"
            name="from"
            type="date"
            label={text.from}
            defaultValue={period.from}
            required
          />
          <TextField id="to" name="to" type="date" label={text.to} defaultValue={period.to} required />
          <Button type="submit" weight="secondary">
            {text.download}
          </Button>
        </form>
      </Panel>
    </PageMain>
  );
}

function ClaimsTable() {
  const t = useText();
  const { list, claims: states } = t.costs;
  const { columns } = list;
  const locale = useLocale();
  const { claims, mayOpen } = useLoaderData<typeof loader>();
  const dayText = (day: Date | string | null) => (day === null ? '–' : formatDay(day, locale));
  return (
    <div className="table-frame">
      <table>
        <caption className="kern-sr-only">{list.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.agency}</th>
            <th scope="col">{columns.category}</th>
            <th scope="col">{columns.measureEndedOn}</th>
            <th scope="col">{columns.claimEnds}</th>
            <th scope="col">{columns.total}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">
                {mayOpen ? (
                  <Link className="kern-link" to={`/desk/requests/${claim.id}`}>
                    {claim.reference}
                  </Link>
                ) : (
                  claim.reference
                )}
              </th>
              <td data-label={columns.agency}>{claim.agencyName}</td>
              <td data-label={columns.category}>
                {t.legalRequests.categories[claim.category as Category].name}
              </td>
              <td data-label={columns.measureEndedOn}>{dayText(claim.measureEndedOn)}</td>
              <td data-label={columns.claimEnds}>{dayText(claim.claimEndsAt)}</td>
              <td data-label={columns.total}>{formatCents(claim.totalCents, locale)}</td>
              <td data-label={columns.state}>
                <Badge tone={tones[claim.state]}>{states[claim.state]}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
