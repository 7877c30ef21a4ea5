import { Link } from 'react-router';

import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Panel } from '#app/ui/page.tsx';

import type { EarlierReview } from './review.ts';

const shownAtMost = 10;

/** Other legal requests that may belong to the same matter. */
export function EarlierPanel({
  earlier,
  fileNumber,
}: {
  earlier: readonly EarlierReview[];
  fileNumber: string;
}) {
  const t = useText();
  const { earlier: text } = t.desk;
  const same = earlier.filter((one) => one.fileNumber === fileNumber);
  const others = earlier.filter((one) => one.fileNumber !== fileNumber);
  return (
    <Panel title={text.title}>
      {earlier.length === 0 ? <p className="muted">{text.none}</p> : null}
      <EarlierList title={text.sameFileNumber} rows={same} />
      <EarlierList title={text.sameAgency} rows={others} />
    </Panel>
  );
}

function EarlierList({ title, rows }: { title: string; rows: readonly EarlierReview[] }) {
  const t = useText();
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="kern-title">{title}</h3>
      <ul className="plain-list history">
        {rows.slice(0, shownAtMost).map((row) => (
          <li key={row.id}>
            <Link className="kern-link" to={`/desk/requests/${row.id}`}>
              {row.reference}
            </Link>
            <span className="muted">
              {t.legalRequests.categories[row.category].name}, {row.fileNumber},{' '}
              {t.legalRequests.statuses[row.status].name}
              {row.receivedAt === null ? '' : `, ${formatDate(row.receivedAt, locale)}`}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shownAtMost ? (
        <p className="muted">{t.desk.earlier.more(rows.length - shownAtMost)}</p>
      ) : null}
    </div>
  );
}
