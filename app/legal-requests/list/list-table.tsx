import { Link } from 'react-router';

import type { ListedLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { canBeCorrected, turnOf } from '#app/legal-requests/statuses.ts';
import { formatDateTime, formatDay } from '#app/text/format.ts';
import { useLocale, useText, type Text } from '#app/text/text.tsx';
import type { Locale } from '#app/text/catalogue.ts';
import { Badge } from '#app/ui/page.tsx';

import { statusTone } from './status-tone.ts';

/** One row a legal request; on a narrow screen a card. */
export function ListTable({ rows }: { rows: readonly ListedLegalRequest[] }) {
  const t = useText();
  const { columns, caption } = t.requests.list;
  return (
    <div className="table-frame">
      <table>
        <caption className="kern-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.reference}</th>
            <th scope="col">{columns.fileNumber}</th>
            <th scope="col">{columns.category}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.turn}</th>
            <th scope="col">{columns.deadline}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: ListedLegalRequest }) {
  const t = useText();
  const locale = useLocale();
  const { columns, ...texts } = t.requests.list;
  const isDraft = row.status === 'draft';
  return (
    <tr>
      <th scope="row">
        <Link className="kern-link" to={isDraft ? `/requests/${row.id}/edit` : `/requests/${row.id}`}>
          {row.reference ?? texts.draftName}
        </Link>
        {isDraft ? (
          <span className="list-note muted">
            {texts.startedBy(row.authorName ?? '', formatDay(row.statusSince, locale))}
          </span>
        ) : null}
        {row.unreadMessages > 0 ? (
          <span className="list-note">
            <Link className="kern-link" to={`/requests/${row.id}/messages`}>
              {t.messages.unread(row.unreadMessages)}
            </Link>
          </span>
        ) : null}
      </th>
      <td data-label={columns.fileNumber} className="list-file-number">
        {isDraft && row.fileNumber === '' ? (
          <span className="muted">{texts.draftFileNumber}</span>
        ) : (
          row.fileNumber
        )}
      </td>
      <td data-label={columns.category}>
        {t.legalRequests.categories[row.category].name}
        {row.priority === 'emergency' ? (
          <span className="list-note">
            <Badge tone="danger">{texts.emergency}</Badge>
          </span>
        ) : null}
      </td>
      <td data-label={columns.status}>
        <Badge tone={statusTone(row.status)}>{t.legalRequests.statuses[row.status].name}</Badge>
        {isDraft ? null : (
          <span className="list-note muted">{texts.since(formatDay(row.statusSince, locale))}</span>
        )}
      </td>
      <td data-label={columns.turn}>{texts.turns[row.turn]}</td>
      <td data-label={columns.deadline}>{deadlineText(t, locale, row)}</td>
    </tr>
  );
}

/** The next date that matters to the agency. */
function deadlineText(t: Text, locale: Locale, row: ListedLegalRequest): string {
  const { deadlines, noDeadline } = t.requests.list;
  if (canBeCorrected(row.status) && row.correctionEndsAt !== null)
    return deadlines.correction(formatDay(row.correctionEndsAt, locale));
  if (row.pausedAt !== null) return deadlines.paused;
  if (row.status === 'accepted' && row.dueAt !== null)
    return deadlines.answer(formatDateTime(row.dueAt, locale));
  if (turnOf(row.status) === 'provider' && row.dueAt !== null)
    return deadlines.firstLook(formatDateTime(row.dueAt, locale));
  return noDeadline;
}
