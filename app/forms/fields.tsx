import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';

import { useText } from '#app/text/text.tsx';

/** What every field says of itself. `error` is text from the catalogue, not a code. */
interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Marks it "optional"; all other fields are needed. */
  optional?: boolean;
}

/** Ids that tie hint and error to a control. */
function useFieldIds(id: string | undefined, hint: unknown, error: unknown) {
  const made = useId();
  const base = id ?? made;
  const described = [hint === undefined ? '' : `${base}-hint`, error === undefined ? '' : `${base}-error`];
  return { base, describedBy: described.filter(Boolean).join(' ') || undefined };
}

function Label({
  id,
  label,
  optional = false,
}: {
  id: string;
  label: ReactNode;
  optional?: boolean | undefined;
}) {
  const t = useText();
  return (
    <label className="kern-label" htmlFor={id}>
      {label}
      {optional ? <span className="kern-label__optional"> – {t.layout.optional}</span> : null}
    </label>
  );
}

function Hint({ base, hint }: { base: string; hint: ReactNode }) {
  return hint === undefined ? null : (
    <div className="kern-hint" id={`${base}-hint`}>
      {hint}
    </div>
  );
}

export function FieldError({ base, error }: { base: string; error: string | undefined }) {
  return error === undefined ? null : (
    <p className="kern-error" id={`${base}-error`}>
      <span className="kern-icon kern-icon--danger" aria-hidden="true" />
      <span className="kern-body">{error}</span>
    </p>
  );
}

export function TextField({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const { base, describedBy } = useFieldIds(input.id, hint, error);
  return (
    <div className={error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'}>
      <Label id={base} label={label} optional={optional} />
      <Hint base={base} hint={hint} />
      <input
        {...input}
        id={base}
        className={
          error === undefined
            ? 'kern-form-input__input'
            : 'kern-form-input__input kern-form-input__input--error'
        }
        aria-describedby={describedBy}
        aria-invalid={error !== undefined}
      />
      <FieldError base={base} error={error} />
    </div>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { base, describedBy } = useFieldIds(input.id, hint, error);
  return (
    <div className={error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'}>
      <Label id={base} label={label} optional={optional} />
      <Hint base={base} hint={hint} />
      <textarea
        rows={6}
        {...input}
        id={base}
        className={
          error === undefined
            ? 'kern-form-input__input'
            : 'kern-form-input__input kern-form-input__input--error'
        }
        aria-describedby={describedBy}
        aria-invalid={error !== undefined}
      />
      <FieldError base={base} error={error} />
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** Choices may stand in groups, each with its own heading. */
export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
}

type SelectProps = FieldProps &
  SelectHTMLAttributes<HTMLSelectElement> & {
    choices: readonly (Choice | ChoiceGroup)[];
    emptyLabel?: string;
  };

export function SelectField({ label, hint, error, optional, choices, emptyLabel, ...select }: SelectProps) {
  const { base, describedBy } = useFieldIds(select.id, hint, error);
  return (
    <div className={error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'}>
      <Label id={base} label={label} optional={optional} />
      <Hint base={base} hint={hint} />
      <div className="kern-form-input__select-wrapper">
        <select
          {...select}
          id={base}
          className={
            error === undefined
              ? 'kern-form-input__select'
              : 'kern-form-input__select kern-form-input__select--error'
          }
          aria-describedby={describedBy}
          aria-invalid={error !== undefined}
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {choices.map((choice) =>
            'choices' in choice ? (
              <optgroup key={choice.label} label={choice.label}>
                {choice.choices.map((inner) => (
                  <option key={inner.value} value={inner.value}>
                    {inner.label}
                  </option>
                ))}
              </optgroup>
            ) : (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ),
          )}
        </select>
      </div>
      <FieldError base={base} error={error} />
    </div>
  );
}
