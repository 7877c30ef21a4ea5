import { Link } from 'react-router';

import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Badge } from '#app/ui/page.tsx';

import type { QueuedLegalRequest } from './queue.server.ts';

const columns = [
  'reference',
  'category',
  'agency',
  'fileNumber',
  'status',
  'received',
  'due',
  'claimedBy',
] as const;

export function QueueTable({ rows, caption }: { rows: readonly QueuedLegalRequest[]; caption: string }) {
  const t = useText();
  const { columns: labels } = t.desk.queue;
  return (
    <div className="table-frame queue-table">
      <table className="queue-columns">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {labels[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <QueueRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueRow({ row }: { row: QueuedLegalRequest }) {
  const t = useText();
  const locale = useLocale();
  const { columns: labels } = t.desk.queue;
  return (
    <tr>
      <th scope="row">
        <Link className="kern-link" to={`/desk/requests/${row.id}`}>
          {row.reference}
        </Link>
        <QueueMarks row={row} />
        {row.unreadMessages > 0 ? (
          <Link className="kern-link queue-detail" to={`/desk/requests/${row.id}/messages`}>
            {t.messages.unread(row.unreadMessages)}
          </Link>
        ) : null}
      </th>
      <td data-label={labels.category}>{t.legalRequests.categories[row.category].name}</td>
      <td data-label={labels.agency}>{row.agencyName}</td>
      <td data-label={labels.fileNumber}>
        {row.fileNumber}
        {row.channel === 'portal' ? null : (
          <span className="queue-detail">{t.legalRequests.channels[row.channel]}</span>
        )}
      </td>
      <td data-label={labels.status}>
        {t.legalRequests.statuses[row.status].name}
        {row.proposal ? (
          <span className="queue-detail">
            {t.desk.queue.proposal(row.proposal.decision, row.proposal.role)}
          </span>
        ) : null}
      </td>
      <td data-label={labels.received}>
        {row.receivedAt === null ? '' : formatDateTime(row.receivedAt, locale)}
      </td>
      <td data-label={labels.due}>
        {row.dueAt === null ? (
          <span className="muted">{t.desk.queue.noDueDate}</span>
        ) : (
          formatDateTime(row.dueAt, locale)
        )}
        {row.pausedAt === null ? null : <span className="queue-detail">{t.desk.queue.paused}</span>}
        {row.isOverdue ? (
          <span className="queue-detail queue-detail--late">{t.desk.queue.overdue}</span>
        ) : null}
      </td>
      <td data-label={labels.claimedBy}>{row.isMine ? t.desk.queue.me : row.claimedByName}</td>
    </tr>
  );
}

function QueueMarks({ row }: { row: QueuedLegalRequest }) {
  const t = useText();
  if (row.priority !== 'emergency' && !row.isLapsed && !row.isAnswerUnsent) return null;
  return (
    <span className="queue-marks">
      {row.priority === 'emergency' ? <Badge tone="danger">{t.desk.queue.emergency}</Badge> : null}
      {row.isLapsed ? <Badge tone="warning">{t.desk.queue.lapsed}</Badge> : null}
      {row.isAnswerUnsent ? <Badge tone="danger">{t.desk.queue.answerUnsent}</Badge> : null}
    </span>
  );
}
