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
  optional?: boolean | undefined;
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

/** What ties a control to its label, hint and error. */
interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** Label, hint and error around one control. `id` names the control; without it one is made. */
function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { id: string | undefined; children: (control: ControlProps) => ReactNode }) {
  const made = useId();
  const base = id ?? made;
  const described = [hint === undefined ? '' : `${base}-hint`, error === undefined ? '' : `${base}-error`];
  const control = {
    id: base,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': error !== undefined,
  };
  return (
    <div className={error === undefined ? 'kern-form-input' : 'kern-form-input kern-form-input--error'}>
      <Label id={base} label={label} optional={optional} />
      <Hint base={base} hint={hint} />
      {children(control)}
      <FieldError base={base} error={error} />
    </div>
  );
}

const controlClass = (kind: 'input' | 'select', error: string | undefined): string => {
  const name = `kern-form-input__${kind}`;
  return error === undefined ? name : `${name} ${name}--error`;
};

export function TextField({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame {...{ label, hint, error, optional }} id={input.id}>
      {(control) => <input {...input} {...control} className={controlClass('input', error)} />}
    </FieldFrame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  ...input
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame {...{ label, hint, error, optional }} id={input.id}>
      {(control) => <textarea rows={6} {...input} {...control} className={controlClass('input', error)} />}
    </FieldFrame>
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
  return (
    <FieldFrame {...{ label, hint, error, optional }} id={select.id}>
      {(control) => (
        <div className="kern-form-input__select-wrapper">
          <select {...select} {...control} className={controlClass('select', error)}>
            {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
            {choices.map((choice) =>
              'choices' in choice ? (
                <optgroup key={choice.label} label={choice.label}>
                  {choice.choices.map((inner) => (
                    <Option key={inner.value} choice={inner} />
                  ))}
                </optgroup>
              ) : (
                <Option key={choice.value} choice={choice} />
              ),
            )}
          </select>
        </div>
      )}
    </FieldFrame>
  );
}

function Option({ choice }: { choice: Choice }) {
  return <option value={choice.value}>{choice.label}</option>;
}
