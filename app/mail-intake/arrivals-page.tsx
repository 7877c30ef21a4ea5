import { Link } from 'react-router';

import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Badge, EmptyState, PageHeading, PageMain, type Tone } from '#app/ui/page.tsx';

import { lanes, type Lane } from './arrival-values.ts';
import type { ListedArrival } from './arrivals.server.ts';

import '#app/review/review.css';

type PageProps = { lane: Lane; rows: ListedArrival[]; counts: Record<Lane, number> };

/** What came beside the portal, lane by lane. */
export function ArrivalsPage({ lane, rows, counts }: PageProps) {
  const t = useText();
  const text = t.mailIntake;
  return (
    <div className="desk">
      <PageMain>
        <div className="row row--spread">
          <PageHeading>{text.title}</PageHeading>
          <ButtonLink to="/desk/arrivals/new" weight="secondary">
            {text.newPaper}
          </ButtonLink>
        </div>
        <p>{text.lead}</p>
        <nav aria-label={text.lanesLabel} className="tab-row">
          {lanes.map((one) => (
            <Link
              key={one}
              to={one === 'waiting' ? '/desk/arrivals' : `/desk/arrivals?lane=${one}`}
              aria-current={one === lane ? 'true' : undefined}
            >
              {t.desk.filters.counted(text.lanes[one], counts[one])}
            </Link>
          ))}
        </nav>
        {rows.length === 0 ? (
          <EmptyState title={text.empty[lane]} />
        ) : (
          <ArrivalTable rows={rows} lane={lane} />
        )}
        <p>
          <Link className="kern-link" to="/desk">
            {t.desk.queue.title}
          </Link>
        </p>
      </PageMain>
    </div>
  );
}

function ArrivalTable({ rows, lane }: { rows: readonly ListedArrival[]; lane: Lane }) {
  const { columns, lanes: names } = useText().mailIntake;
  return (
    <div className="table-frame queue-table">
      <table>
        <caption className="sr-only">{names[lane]}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ArrivalRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tones: Record<ListedArrival['state'], Tone> = {
  waiting: 'warning',
  quarantined: 'warning',
  refused: 'danger',
  registered: 'success',
  dismissed: 'info',
};

function ArrivalRow({ row }: { row: ListedArrival }) {
  const t = useText();
  const locale = useLocale();
  const text = t.mailIntake;
  const from = row.agencyName ?? row.senderDomain ?? text.unknownSender;
  return (
    <tr>
      <th scope="row">
        <Link className="kern-link" to={`/desk/arrivals/${row.id}`}>
          {formatDateTime(row.receivedAt, locale)}
        </Link>
      </th>
      <td data-label={text.columns.channel}>{t.legalRequests.channels[row.channel]}</td>
      <td data-label={text.columns.from}>
        <bdi>{from}</bdi>
        {row.fileNumber === '' ? null : <div className="queue-detail">{row.fileNumber}</div>}
      </td>
      <td data-label={text.columns.state}>
        <Badge tone={tones[row.state]}>{text.states[row.state]}</Badge>{' '}
        {row.answer === 'open' ? <Badge tone="warning">{text.answers.open}</Badge> : text.answers[row.answer]}
        {row.reference !== null && row.legalRequestId !== null ? (
          <Link className="kern-link queue-detail" to={`/desk/requests/${row.legalRequestId}`}>
            {row.reference}
          </Link>
        ) : null}
      </td>
    </tr>
  );
}
