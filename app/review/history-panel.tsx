import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Panel } from '#app/ui/page.tsx';

import type { ReviewEvent } from './review.ts';

/** What happened, newest first: the events themselves. */
export function HistoryPanel({ events }: { events: readonly ReviewEvent[] }) {
  const t = useText();
  const locale = useLocale();
  const { history: text } = t.desk;
  return (
    <Panel title={text.title}>
      <ol className="plain-list history" reversed>
        {[...events].reverse().map(({ version, type, at, actorName, revision }) => (
          <li key={version}>
            <span>
              {text.events[type]}
              {revision === null ? null : <span className="muted"> ({t.desk.head.revision(revision)})</span>}
            </span>
            <span className="muted">
              {actorName ?? text.system}, <time dateTime={at}>{formatDateTime(at, locale)}</time>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
