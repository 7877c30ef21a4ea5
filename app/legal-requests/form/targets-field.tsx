import { useCallback } from 'react';

import { FieldError } from '#app/forms/fields.tsx';
import type { Target } from '#app/legal-requests/form-answers.ts';
import { emptyTarget, maxTargets, targetKindsFor } from '#app/legal-requests/target-schema.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { useEditedForm } from './edit-context.tsx';
import { useFieldProps, type FieldViewProps } from './field-view.tsx';
import { TargetImport } from './target-import.tsx';
import { TargetRow } from './target-row.tsx';

/** The identifiers: row by row, or many at once from a table. */
export function TargetsField(props: FieldViewProps) {
  const t = useText();
  const { answers, draft, facts } = useEditedForm();
  const { change } = draft;
  const kinds = targetKindsFor(facts.category);
  const { id, label, hint, error } = useFieldProps(props);
  const firstKind = kinds[0] ?? 'email';
  // There is always a row to type into; an untouched one is no answer.
  const rows = answers.targets.length === 0 ? [emptyTarget(firstKind)] : answers.targets;

  const setTargets = useCallback(
    (next: (targets: Target[]) => Target[]) =>
      change((content) => {
        const current =
          content.answers.targets.length === 0 ? [emptyTarget(firstKind)] : content.answers.targets;
        return { ...content, answers: { ...content.answers, targets: next(current) } };
      }),
    [change, firstKind],
  );
  const setRow = useCallback(
    (row: number, target: Target) =>
      setTargets((targets) => targets.map((one, at) => (at === row ? target : one))),
    [setTargets],
  );
  const removeRow = useCallback(
    (row: number) => setTargets((targets) => targets.filter((_, at) => at !== row)),
    [setTargets],
  );
  const addRow = () => {
    const last = rows.at(-1);
    setTargets((targets) => [
      ...targets,
      emptyTarget(last?.kind ?? firstKind, last?.kind === 'ip' ? last.timeZone : undefined),
    ]);
    focusLater(`targets-${rows.length}`);
  };

  return (
    <div className="stack">
      <fieldset className="kern-fieldset" aria-describedby={`${id}-hint`}>
        <legend className="kern-label kern-label--large">{label}</legend>
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
        <FieldError base={id} error={error} />
        <ol className="target-rows plain-list" id={id} tabIndex={-1}>
          {rows.map((target, row) => (
            <TargetRow
              // Rows have no identity of their own; they are removed by place.
              key={row}
              row={row}
              target={target}
              kinds={kinds}
              errors={errorsOfRow(props.errors, row)}
              isOnly={rows.length === 1}
              onChange={setRow}
              onRemove={removeRow}
            />
          ))}
        </ol>
      </fieldset>
      <div className="row">
        <Button weight="secondary" onClick={addRow} disabled={rows.length >= maxTargets}>
          {t.requests.targets.add}
        </Button>
        <span className="muted" role="status">
          {t.requests.targets.count(answers.targets.length)}
        </span>
      </div>
      <TargetImport
        onTake={(taken) => setTargets((targets) => [...targets.filter(isTouched), ...taken])}
        listed={answers.targets.filter(isTouched)}
      />
    </div>
  );
}

const none: FieldViewProps['errors'] = [];

/** The same empty list for rows without errors, so that they are not drawn again. */
function errorsOfRow(errors: FieldViewProps['errors'], row: number): FieldViewProps['errors'] {
  const own = errors.filter((one) => one.row === row);
  return own.length === 0 ? none : own;
}

/** Somebody typed something into it. */
function isTouched(target: Target): boolean {
  return (
    JSON.stringify(target) !==
    JSON.stringify(emptyTarget(target.kind, 'timeZone' in target ? target.timeZone : undefined))
  );
}

/** The new row is there after the next drawing. */
function focusLater(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus(), 50);
}
