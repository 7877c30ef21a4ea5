import { Link } from 'react-router';

import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Badge, PageHeading } from '#app/ui/page.tsx';

import type { Review } from './review.ts';

interface ReviewHeadingProps {
  review: Review;
  /** ISO 8601; what counts as overdue. */
  now: string;
}

/** What the server knows of it, in one look: number, category, where it stands, until when. */
export function ReviewHeading({ review, now }: ReviewHeadingProps) {
  const t = useText();
  const { legalRequest } = review;
  const category = t.legalRequests.categories[legalRequest.category].name;
  return (
    <>
      <PageHeading
        above={
          <Link className="kern-link" to="/desk">
            {t.desk.head.back}
          </Link>
        }
        title={`${legalRequest.reference} ${category}`}
      >
        {legalRequest.reference} <span className="review-category">{category}</span>
      </PageHeading>
      <ReviewMarks review={review} now={now} />
      <ReviewFacts review={review} />
    </>
  );
}

function ReviewMarks({ review, now }: { review: Review; now: string }) {
  const t = useText();
  const { status, priority, dueAt, pausedAt, turn, currentRevision } = review.legalRequest;
  const isOverdue = dueAt !== null && dueAt < now && turn === 'provider';
  return (
    <p className="row">
      <Badge tone="info">{t.legalRequests.statuses[status].name}</Badge>
      {priority === 'emergency' ? <Badge tone="danger">{t.desk.queue.emergency}</Badge> : null}
      {pausedAt === null ? null : <Badge tone="warning">{t.desk.queue.paused}</Badge>}
      {isOverdue ? <Badge tone="danger">{t.desk.queue.overdue}</Badge> : null}
      <span>{t.desk.head.revision(currentRevision)}</span>
      <span className="muted">{t.legalRequests.statuses[status].providerNext}</span>
    </p>
  );
}

function ReviewFacts({ review }: { review: Review }) {
  const t = useText();
  const locale = useLocale();
  const { head: text } = t.desk;
  const { legalRequest, agency } = review;
  const facts: [label: string, value: string | null][] = [
    [text.agency, `${agency.name} (${agency.country})`],
    [text.fileNumber, legalRequest.fileNumber],
    [text.author, legalRequest.authorName],
    [t.desk.queue.columns.channel, t.legalRequests.channels[legalRequest.channel]],
    [text.received, legalRequest.receivedAt && formatDateTime(legalRequest.receivedAt, locale)],
    legalRequest.correctionEndsAt === null
      ? [text.due, legalRequest.dueAt && formatDateTime(legalRequest.dueAt, locale)]
      : [text.correctionEnds, formatDateTime(legalRequest.correctionEndsAt, locale)],
  ];
  return (
    <dl className="review-facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
