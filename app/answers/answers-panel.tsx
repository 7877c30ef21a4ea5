import { formatDate, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Badge, Panel } from '#app/ui/page.tsx';

import type { ReleasedAnswer } from './answer.ts';

/** The answers to a legal request, on the agency's page of it; nothing while there is none. */
export function AnswersPanel({
  legalRequestId,
  answers,
}: {
  legalRequestId: string;
  answers: readonly ReleasedAnswer[];
}) {
  const { answers: text } = useText();
  const locale = useLocale();
  if (answers.length === 0) return null;
  return (
    <Panel title={text.panelTitle}>
      <ul className="plain-list stack">
        {answers.map(({ id, number, isFinal, releasedAt, expiresAt, destroyedAt }) => (
          <li key={id} className="stack stack--small">
            <p className="row">
              <strong>{text.releasedOn(number, formatDateTime(releasedAt, locale))}</strong>
              <Badge tone="info">{isFinal ? text.finalBadge : text.partialBadge}</Badge>
            </p>
            <p className="muted">
              {destroyedAt === null
                ? text.until(formatDate(expiresAt, locale))
                : text.destroyed(formatDate(destroyedAt, locale))}
            </p>
            <div>
              <ButtonLink to={`/requests/${legalRequestId}/answers/${id}`}>{text.open}</ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
