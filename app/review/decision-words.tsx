import { useText } from '#app/text/text.tsx';

import { wholeRequest, type FindingField } from './decision-statement.ts';
import type { DecisionGroup } from './decisions.ts';
import type { OpenedExplanation } from './use-explanation.ts';

/** The findings of a decision, each with its field, its reason and its words. */
export function DecisionWords({ group, words }: { group: DecisionGroup; words: OpenedExplanation }) {
  const t = useText();
  const { findings } = group.statement;
  const opened = typeof words === 'string' ? null : words;
  return (
    <>
      {findings.length === 0 ? (
        <p>{t.desk.proposal.noFindings}</p>
      ) : (
        <ol className="finding-list">
          {findings.map(({ field, code }, position) => (
            // Positions never move: a statement is signed as it is.
            <li key={`${field} ${code} ${opened?.texts[position] ?? ''}`}>
              <p>
                <strong>{t.legalRequests.reasons[code].title}</strong>
                <FieldName field={field} />
              </p>
              {opened ? <p className="finding-text">{opened.texts[position]}</p> : null}
            </li>
          ))}
        </ol>
      )}
      {words === 'unreadable' ? <p className="kern-error">{t.desk.proposal.textsMissing}</p> : null}
      {opened && opened.general !== '' ? (
        <div>
          <p className="muted">{t.desk.decision.general}</p>
          <p className="finding-text">{opened.general}</p>
        </div>
      ) : null}
    </>
  );
}

function FieldName({ field }: { field: FindingField }) {
  const t = useText();
  const label = field === wholeRequest ? t.desk.findings.whole : t.legalRequests.fields[field].label;
  return <span className="muted"> – {label}</span>;
}
