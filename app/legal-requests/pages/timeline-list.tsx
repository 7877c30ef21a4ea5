import type { TimelineEntry } from '#app/legal-requests/timeline.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';

/** What happened, the newest first. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useText();
  const locale = useLocale();
  const texts = t.requests.page;
  return (
    <section className="stack stack--small">
      <h2 className="kern-heading-small">{texts.timeline}</h2>
      <ol className="timeline plain-list">
        {[...entries].reverse().map((entry) => (
          <li key={entry.version}>
            <p>
              <strong>{texts.events[entry.type]}</strong>
              {entry.revision === null ? null : <> ({texts.revision(entry.revision)})</>}
              {entry.toName === null ? null : <>: {entry.toName}</>}
            </p>
            <p className="muted">
              <time dateTime={entry.at}>{formatDateTime(entry.at, locale)}</time>
              {' · '}
              {entry.by === 'agency' ? entry.name : texts.by[entry.by]}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
