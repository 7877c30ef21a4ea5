import { useId, type ReactNode } from 'react';

import { useText } from '#app/text/text.tsx';

import { FieldError, type Choice } from './fields.tsx';

interface GroupProps {
  /** Also the id of the first control, so that the error summary's link lands there. */
  id?: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  choices: readonly Choice[];
}

function Group({
  base,
  legend,
  hint,
  error,
  optional = false,
  children,
}: Omit<GroupProps, 'choices' | 'name' | 'id'> & { base: string; children: ReactNode }) {
  const t = useText();
  const describedBy = [hint === undefined ? '' : `${base}-hint`, error === undefined ? '' : `${base}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset
      className={error === undefined ? 'kern-fieldset' : 'kern-fieldset kern-fieldset--error'}
      aria-describedby={describedBy || undefined}
    >
      <legend className="kern-label kern-label--large">
        {legend}
        {optional ? <span className="kern-label__optional"> – {t.layout.optional}</span> : null}
      </legend>
      {hint === undefined ? null : (
        <div className="kern-hint" id={`${base}-hint`}>
          {hint}
        </div>
      )}
      <div className="kern-fieldset__body">{children}</div>
      <FieldError base={base} error={error} />
    </fieldset>
  );
}

type RadioProps = GroupProps & { value?: string; defaultValue?: string; onChange?: (value: string) => void };

/** One of several. Controlled with `value` + `onChange`, or native with `defaultValue`. */
export function RadioGroup({ id, name, choices, value, defaultValue, onChange, ...group }: RadioProps) {
  const made = useId();
  const base = id ?? made;
  return (
    <Group base={base} {...group}>
      {choices.map((choice, position) => (
        <div className="kern-form-check" key={choice.value}>
          <input
            type="radio"
            className="kern-form-check__radio"
            id={position === 0 ? base : `${base}-${choice.value}`}
            name={name}
            value={choice.value}
            checked={value === undefined ? undefined : value === choice.value}
            defaultChecked={value === undefined ? defaultValue === choice.value : undefined}
            onChange={onChange ? () => onChange(choice.value) : undefined}
          />
          <label className="kern-label" htmlFor={position === 0 ? base : `${base}-${choice.value}`}>
            {choice.label}
            {choice.hint === undefined ? null : <span className="muted choice-hint">{choice.hint}</span>}
          </label>
        </div>
      ))}
    </Group>
  );
}

type CheckboxProps = GroupProps & { values?: readonly string[]; onChange?: (values: string[]) => void };

/** Any number of several. */
export function CheckboxGroup({ id, name, choices, values, onChange, ...group }: CheckboxProps) {
  const made = useId();
  const base = id ?? made;
  const toggle = (choice: string) =>
    onChange?.(
      values?.includes(choice) === true
        ? values.filter((value) => value !== choice)
        : [...(values ?? []), choice],
    );
  return (
    <Group base={base} {...group}>
      {choices.map((choice, position) => (
        <div className="kern-form-check" key={choice.value}>
          <input
            type="checkbox"
            className="kern-form-check__checkbox"
            id={position === 0 ? base : `${base}-${choice.value}`}
            name={name}
            value={choice.value}
            checked={values?.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          />
          <label className="kern-label" htmlFor={position === 0 ? base : `${base}-${choice.value}`}>
            {choice.label}
            {choice.hint === undefined ? null : <span className="muted choice-hint">{choice.hint}</span>}
          </label>
        </div>
      ))}
    </Group>
  );
}

/** A single yes. */
export function Checkbox(props: {
  id?: string;
  name: string;
  label: ReactNode;
  checked?: boolean;
  onChange?: (checked: boolean) => void;
  error?: string;
}) {
  const made = useId();
  const base = props.id ?? made;
  return (
    <div className="stack stack--small">
      <div className="kern-form-check">
        <input
          type="checkbox"
          className="kern-form-check__checkbox"
          id={base}
          name={props.name}
          value="yes"
          checked={props.checked}
          onChange={(event) => props.onChange?.(event.target.checked)}
          aria-describedby={props.error === undefined ? undefined : `${base}-error`}
          aria-invalid={props.error !== undefined}
        />
        <label className="kern-label" htmlFor={base}>
          {props.label}
        </label>
      </div>
      <FieldError base={base} error={props.error} />
    </div>
  );
}
