import type { FoundLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { statusTone } from '#app/legal-requests/list/status-tone.ts';
import { canBeCorrected } from '#app/legal-requests/statuses.ts';
import { formatDate } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Badge } from '#app/ui/page.tsx';

/** The status in plain words, what happens next, and what can be done. */
export function StatusPart({
  legalRequest,
  isCorrectable,
}: {
  legalRequest: FoundLegalRequest;
  isCorrectable: boolean;
}) {
  const t = useText();
  const locale = useLocale();
  const { id, status, correctionEndsAt, hasDraft } = legalRequest;
  const { name, meaning, agencyNext } = t.legalRequests.statuses[status];
  const texts = t.requests.page;
  return (
    <section className="panel stack">
      <div className="row">
        <h2 className="kern-heading-small">{texts.status}</h2>
        <Badge tone={statusTone(status)}>{name}</Badge>
      </div>
      <p>{meaning}</p>
      <p>
        <strong>{texts.whatNext}:</strong> {agencyNext}
      </p>
      {canBeCorrected(status) ? (
        <p>
          {isCorrectable && correctionEndsAt !== null
            ? texts.correctUntil(formatDate(correctionEndsAt, locale))
            : texts.correctionOver}
        </p>
      ) : null}
      {isCorrectable ? (
        <div>
          <ButtonLink to={`/requests/${id}/edit`}>
            {hasDraft ? texts.continueCorrection : texts.correct}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
