import type { AgencyKind } from '#app/legal-requests/legal-request-values.ts';
import type { FoundLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import type { FoundDecision, FoundRevision } from '#app/legal-requests/revisions.server.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';

import { DecisionWords } from './decision-words.tsx';
import { SubmittedForm } from './submitted-form.tsx';

type RevisionListProps = {
  legalRequest: FoundLegalRequest;
  agency: { kind: AgencyKind; country: string };
  revisions: readonly FoundRevision[];
  decisions: readonly FoundDecision[];
};

/** The newest revision in full, earlier ones folded away; each with what was found fault with. */
export function RevisionList({ legalRequest, agency, revisions, decisions }: RevisionListProps) {
  const t = useText();
  const [newest, ...earlier] = [...revisions].reverse();
  const part = (revision: FoundRevision) => (
    <RevisionPart
      key={revision.number}
      legalRequest={legalRequest}
      agency={agency}
      revision={revision}
      decisions={decisions.filter((decision) => decision.revision === revision.number)}
    />
  );
  return (
    <>
      {newest ? part(newest) : null}
      {earlier.length === 0 ? null : (
        <section className="stack">
          <h2 className="kern-heading-medium">{t.requests.page.earlier}</h2>
          {earlier.map((revision) => (
            <details key={revision.number} className="panel">
              <summary className="kern-label">{t.requests.page.revision(revision.number)}</summary>
              {part(revision)}
            </details>
          ))}
        </section>
      )}
    </>
  );
}

type RevisionPartProps = Omit<RevisionListProps, 'revisions'> & { revision: FoundRevision };

function RevisionPart({ legalRequest, agency, revision, decisions }: RevisionPartProps) {
  const t = useText();
  const locale = useLocale();
  const { number, submittedAt, submittedBy } = revision;
  return (
    <div className="stack">
      {decisions.map((decision) => (
        <DecisionWords key={decision.decisionId} decision={decision} category={legalRequest.category} />
      ))}
      <section className="stack">
        <div className="stack stack--small">
          <h2 className="kern-heading-medium">{t.requests.page.answers}</h2>
          <p className="muted">
            {t.requests.page.answersOf(
              number,
              formatDateTime(submittedAt, locale),
              submittedBy ?? t.requests.page.by.provider,
            )}
          </p>
        </div>
        <SubmittedForm legalRequestId={legalRequest.id} agency={agency} revision={revision} />
      </section>
    </div>
  );
}
