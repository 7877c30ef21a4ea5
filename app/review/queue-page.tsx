import { Link } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

import { formatQueueFilter, type QueueFilter } from './queue-filter.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTable } from './queue-table.tsx';
import type { QueuePage as QueueRows } from './queue.server.ts';
import type { SavedView } from './saved-views.server.ts';
import { SavedViews } from './saved-views.tsx';

import './review.css';
import './queue.css';

interface QueuePageProps {
  filter: QueueFilter;
  isLaterPage: boolean;
  /** Of those who give the second signature. */
  canSign: boolean;
  queue: QueueRows;
  views: SavedView[];
  /** Mails, letters and faxes that wait for somebody. */
  openArrivals: number;
}

/** The desk's list: what to do next stands on top. */
export function QueuePage({ filter, isLaterPage, canSign, queue, views, openArrivals }: QueuePageProps) {
  const t = useText();
  const { queue: text } = t.desk;
  const query = formatQueueFilter(filter);
  return (
    <div className="desk">
      <PageMain>
        <div className="row row--spread">
          <PageHeading>{text.title}</PageHeading>
          <div className="row">
            <p className="muted" role="status">
              {text.shown(queue.counts.shown)}
            </p>
            <Link className="kern-link" to="/desk/arrivals">
              {t.mailIntake.link(openArrivals)}
            </Link>
          </div>
        </div>
        <QueueFilters filter={filter} counts={queue.counts} agencies={queue.agencies} canSign={canSign} />
        {queue.rows.length === 0 ? (
          <NothingThere isFiltered={query !== ''} />
        ) : (
          <QueueLanes rows={queue.rows} />
        )}
        <QueuePaging query={query} next={queue.next} isLaterPage={isLaterPage} />
        <SavedViews views={views} query={query} />
      </PageMain>
    </div>
  );
}

/** Emergencies stand in a lane of their own on top, and say so in words. */
function QueueLanes({ rows }: { rows: QueueRows['rows'] }) {
  const t = useText();
  const { emergencyLane, otherLane, title } = t.desk.queue;
  const urgent = rows.filter(({ priority }) => priority === 'emergency');
  const others = rows.filter(({ priority }) => priority !== 'emergency');
  if (urgent.length === 0) return <QueueTable rows={others} caption={title} />;
  return (
    <>
      <section className="stack stack--small emergency-lane" aria-labelledby="emergency-lane">
        <h2 className="kern-heading-small" id="emergency-lane">
          {emergencyLane}
        </h2>
        <QueueTable rows={urgent} caption={emergencyLane} />
      </section>
      {others.length === 0 ? null : (
        <section className="stack stack--small" aria-labelledby="other-lane">
          <h2 className="kern-heading-small" id="other-lane">
            {otherLane}
          </h2>
          <QueueTable rows={others} caption={otherLane} />
        </section>
      )}
    </>
  );
}

function NothingThere({ isFiltered }: { isFiltered: boolean }) {
  const t = useText();
  const { empty, emptyFiltered } = t.desk.queue;
  if (!isFiltered) return <EmptyState title={empty.title}>{empty.text}</EmptyState>;
  return (
    <EmptyState title={emptyFiltered.title}>
      <p>{emptyFiltered.text}</p>
      <p>
        <Link className="kern-link" to="/desk">
          {t.desk.filters.reset}
        </Link>
      </p>
    </EmptyState>
  );
}

function QueuePaging({
  query,
  next,
  isLaterPage,
}: {
  query: string;
  next: string | null;
  isLaterPage: boolean;
}) {
  const t = useText();
  if (next === null && !isLaterPage) return null;
  const after = new URLSearchParams(query);
  if (next !== null) after.set('after', next);
  return (
    <nav className="row" aria-label={t.desk.queue.pages}>
      {isLaterPage ? (
        <Link className="kern-link" to={`/desk?${query}`}>
          {t.desk.queue.first}
        </Link>
      ) : null}
      {next === null ? null : (
        <Link className="kern-link" to={`/desk?${after.toString()}`}>
          {t.desk.queue.next}
        </Link>
      )}
    </nav>
  );
}
