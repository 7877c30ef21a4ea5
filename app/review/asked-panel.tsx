import type { ReactNode } from 'react';

import { failureText } from '#app/accounts/failure-text.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import type { FormContext } from '#app/legal-requests/sections.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import { AskedForm } from './asked-form.tsx';
import { isSame, type FormDifference } from './form-difference.ts';
import type { OpenedRevision } from './use-opened-revision.ts';

interface AskedPanelProps {
  opened: OpenedRevision;
  difference: FormDifference | null;
  context: FormContext;
  files: ReactNode;
  onFinding: ((field: FieldKey) => void) | null;
  onRetry: () => void;
}

/** The opened form, or why nothing of it is shown. */
export function AskedPanel({ opened, difference, context, files, onFinding, onRetry }: AskedPanelProps) {
  const t = useText();
  const { asked: text, blocked } = t.desk;
  if (opened.state === 'refused')
    return (
      <Alert tone="danger" title={blocked.title} announce>
        <p>{blocked.text}</p>
        <ul>
          {opened.problems.map((problem) => (
            <li key={problem}>{blocked.problems[problem]}</li>
          ))}
        </ul>
      </Alert>
    );
  if (opened.state === 'failed')
    return (
      <Alert tone="danger" title={blocked.cannotOpenTitle} announce>
        <p>{failureText(t, opened.error)}</p>
        <p>{blocked.cannotOpen}</p>
        <div>
          <Button weight="secondary" onClick={onRetry}>
            {blocked.retry}
          </Button>
        </div>
      </Alert>
    );
  if (opened.state !== 'open')
    return (
      <Panel title={text.title}>
        <p role="status">{text.opening}</p>
      </Panel>
    );
  return (
    <section className="stack" aria-labelledby="asked-title">
      <h2 className="kern-heading-small" id="asked-title">
        {text.title}
      </h2>
      <p className="muted">{text.verified}</p>
      {opened.contradictsPublicPart ? (
        <Alert tone="warning" title={text.contradictionTitle}>
          <p>{text.contradiction}</p>
        </Alert>
      ) : null}
      {difference ? <ChangeSummary difference={difference} opened={opened} /> : null}
      <AskedForm
        form={opened.form}
        before={opened.before}
        difference={difference}
        context={context}
        files={files}
        onFinding={onFinding}
      />
    </section>
  );
}

interface ChangeSummaryProps {
  difference: FormDifference;
  opened: Extract<OpenedRevision, { state: 'open' }>;
}

/** What the correction changed, as links: also answers that are no longer asked, which the form below does not show. */
function ChangeSummary({ difference, opened }: ChangeSummaryProps) {
  const t = useText();
  const { asked: text } = t.desk;
  const { category } = opened.form.answers;
  const keys = formOf(category)
    .sections.flatMap((section) => section.fields.map(({ key }) => key))
    .filter((key) => difference.fields[key] !== undefined);
  return (
    <div className="panel stack stack--small">
      <h3 className="kern-title">{text.correctionTitle(opened.manifest.revision - 1)}</h3>
      <p>{isSame(difference) ? text.nothingChanged : text.changedFields(keys.length)}</p>
      <ul className="change-list">
        {keys.map((key) => {
          const change = difference.fields[key];
          const { label } = t.legalRequests.fields[key];
          return (
            <li key={key}>
              <a
                className="kern-link"
                href={key === 'attachments' ? '#section-attachments' : `#asked-${key}`}
              >
                {label}
              </a>
              {change ? ` (${text.changes[change]})` : ''}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
