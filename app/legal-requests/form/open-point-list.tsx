import { Link } from 'react-router';

import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import { sectionOfField } from '#app/legal-requests/form-schema.ts';
import { useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { useEditedForm } from './edit-context.tsx';
import type { OpenPoints } from './open-points.ts';
import { firstFaults, idOf, summaryText } from './section-form.tsx';

/** The list of what is missing or forbidden, each point a link to its field. */
export function OpenPointList({ points }: { points: OpenPoints }) {
  const t = useText();
  const { answers, context } = useEditedForm();
  const { check } = t.requests;
  const { errors, forbidden, unfinished } = points;
  return (
    <div className="stack" id="open-points" tabIndex={-1}>
      {errors.length + unfinished.length === 0 ? null : (
        <Alert tone="info" title={check.missingTitle}>
          <ul>
            {firstFaults(errors).map((error) => (
              <li key={idOf(error) + error.code}>
                <PointLink
                  field={error.field}
                  id={idOf(error)}
                  text={summaryText(t, error, answers, context)}
                />
              </li>
            ))}
            {unfinished.map(({ fileId, name }) => (
              <li key={fileId}>
                <PointLink field="attachments" id="attachments" text={check.unfinishedUpload(name)} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {forbidden.length === 0 ? null : (
        <Alert tone="danger" title={check.forbiddenTitle}>
          <ul>
            {forbidden.map(({ rule, field = 'attachments' }) => (
              <li key={rule}>
                <PointLink field={field} id={field} text={t.legalRequests.checks[rule].problem} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

export function PointLink({ field, id, text }: { field: FieldKey; id: string; text: string }) {
  const { answers, context } = useEditedForm();
  const section = sectionOfField(field, answers, context);
  if (section === null) return text;
  return (
    <Link className="kern-link" to={`../${section}?missing#${id}`} relative="path">
      {text}
    </Link>
  );
}
