import { Link } from 'react-router';

import { sectionOfField } from '#app/legal-requests/form-schema.ts';
import { useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { useEditedForm } from './edit-context.tsx';
import { fieldLabel } from './field-text.ts';
import { fieldToCorrect, type ReadFinding } from './findings.ts';

/** All findings on top of the form, each a link to its field. */
export function FindingList() {
  const t = useText();
  const { findings, remark, isCorrected } = useEditedForm();
  if (findings.length === 0 && remark === '') return null;
  return (
    <Alert tone="warning" title={t.requests.page.findings}>
      <ul className="finding-list">
        {findings.map((finding) => (
          <li key={finding.position} data-corrected={isCorrected(finding)}>
            <FindingLink finding={finding} />
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      {remark === '' ? null : (
        <>
          <p className="kern-label">{t.requests.section.findingOverall}</p>
          <p className="as-typed">{remark}</p>
        </>
      )}
    </Alert>
  );
}

function FindingLink({ finding }: { finding: ReadFinding }) {
  const t = useText();
  const { answers, context, facts, isCorrected } = useEditedForm();
  const field = fieldToCorrect(finding, answers);
  const section = field && sectionOfField(field, answers, context);
  const title = t.legalRequests.reasons[finding.code].title;
  const name = field === null ? title : t.requests.check.missing(fieldLabel(t, field), title);
  return (
    <p className="kern-label">
      {section ? (
        <Link className="kern-link" to={`${facts.addresses.edit}/${section}#${field}`}>
          {name}
        </Link>
      ) : (
        name
      )}
      {isCorrected(finding) ? <span className="muted"> – {t.requests.section.changed}</span> : null}
    </p>
  );
}

/** What the desk wrote, else what the code means; then what to do. */
export function FindingText({ finding }: { finding: ReadFinding }) {
  const t = useText();
  const { explanation, advice } = t.legalRequests.reasons[finding.code];
  return (
    <>
      <p className="as-typed">{finding.text === '' ? explanation : finding.text}</p>
      <p className="muted">
        {t.requests.section.whatToDo}: {advice}
      </p>
    </>
  );
}

/** The findings of one field, right above it. */
export function FieldFindings({ findings }: { findings: readonly ReadFinding[] }) {
  const t = useText();
  return findings.map((finding) => (
    <Alert key={finding.position} tone="warning" title={t.legalRequests.reasons[finding.code].title}>
      <FindingText finding={finding} />
    </Alert>
  ));
}
