import { Link } from 'react-router';

import type { FoundLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import type { FoundRevision } from '#app/legal-requests/revisions.server.ts';
import { canBeCorrected, turnOf } from '#app/legal-requests/statuses.ts';
import { formatDate, formatDateTime } from '#app/text/format.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { useLocale, useText, type Text } from '#app/text/text.tsx';
import { SummaryList } from '#app/ui/page.tsx';

type FactsProps = { legalRequest: FoundLegalRequest; revisions: readonly FoundRevision[] };

/** What the server may know, at a glance; with the receipts. */
export function FactsPart({ legalRequest, revisions }: FactsProps) {
  const t = useText();
  const locale = useLocale();
  const texts = t.requests.page;
  const { priority, fileNumber, receivedAt, authorName, turn, id } = legalRequest;
  return (
    <section className="stack stack--small">
      <h2 className="kern-heading-small">{texts.facts}</h2>
      <SummaryList
        items={[
          { key: 'fileNumber', label: texts.fileNumber, value: fileNumber },
          { key: 'turn', label: texts.turn, value: t.requests.list.turns[turn] },
          { key: 'deadline', label: texts.deadline, value: deadlineText(t, locale, legalRequest) },
          {
            key: 'priority',
            label: texts.priority,
            value: t.legalRequests.options.priority[priority].label,
          },
          {
            key: 'received',
            label: texts.received,
            value: receivedAt === null ? '' : formatDateTime(receivedAt, locale),
          },
          { key: 'author', label: texts.author, value: authorName ?? texts.handOver.nobody },
          {
            key: 'receipts',
            label: texts.receipt,
            value: revisions.map(({ number }) => (
              <span key={number} className="list-note">
                <Link className="kern-link" to={`/requests/${id}/receipt?revision=${number}`}>
                  {revisions.length === 1 ? texts.receipt : texts.receiptOf(number)}
                </Link>
              </span>
            )),
          },
        ]}
      />
    </section>
  );
}

function deadlineText(
  t: Text,
  locale: Locale,
  { status, dueAt, pausedAt, correctionEndsAt }: FoundLegalRequest,
): string {
  const { deadlines, noDeadline } = t.requests.page;
  if (canBeCorrected(status) && correctionEndsAt !== null)
    return deadlines.correction(formatDate(correctionEndsAt, locale));
  if (pausedAt !== null) return deadlines.paused;
  if (status === 'accepted' && dueAt !== null) return deadlines.answer(formatDateTime(dueAt, locale));
  if (turnOf(status) === 'provider' && dueAt !== null)
    return deadlines.firstLook(formatDateTime(dueAt, locale));
  return noDeadline;
}
