import type { ReactNode } from 'react';

import { CheckboxGroup, RadioGroup } from '#app/forms/choices.tsx';
import { SelectField, TextArea, TextField } from '#app/forms/fields.tsx';
import { isRequired, optionsOf, type Field } from '#app/legal-requests/sections.ts';
import type { FieldKey } from '#app/legal-requests/form-answers.ts';
import type { FieldError } from '#app/legal-requests/form-schema.ts';
import { useText } from '#app/text/text.tsx';

import { AttachmentsField } from './attachments-field.tsx';
import { useEditedForm } from './edit-context.tsx';
import { fieldErrorText, fieldWords, optionText } from './field-text.ts';
import { LegalBasisField } from './legal-basis-field.tsx';
import { TargetsField } from './targets-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

/** What each kind of field gets. */
export type FieldViewProps = { field: Field; errors: readonly FieldError[] };

type TextKey = Exclude<FieldKey, 'attachments' | 'targets' | 'subscriberData' | 'trafficData'>;

/** One question of the form, with the control of its kind. Its id is its key, so that links can lead to it. */
export function FieldView({ field, errors }: FieldViewProps) {
  switch (field.kind) {
    case 'legal_basis':
      return <LegalBasisField field={field} errors={errors} />;
    case 'targets':
      return <TargetsField field={field} errors={errors} />;
    case 'attachments':
      return <AttachmentsField field={field} errors={errors} />;
    case 'checkboxes':
      return <ChecksView field={field} errors={errors} />;
    case 'radio':
      return <RadioView field={field} errors={errors} />;
    case 'time_zone':
      return <ZoneView field={field} errors={errors} />;
    case 'select':
      return <ListView field={field} errors={errors} />;
    default:
      return <LineView field={field} errors={errors} />;
  }
}

/** Label, hint and error of a field, the same for every kind. */
export function useFieldProps({ field, errors }: FieldViewProps) {
  const t = useText();
  const { answers, context } = useEditedForm();
  const { label, hint, example } = fieldWords(t, field.key, answers, context);
  const error = errors.find((one) => one.field === field.key && one.row === undefined);
  return {
    id: field.key,
    name: field.key,
    label,
    hint: <FieldHint field={field} hint={hint} example={example} />,
    error: error && fieldErrorText(t, error),
    optional: !isRequired(field, answers, context),
  };
}

function FieldHint({ field, hint, example }: { field: Field; hint: string; example: string }): ReactNode {
  const t = useText();
  return (
    <>
      {hint}
      {example === '' || field.kind === 'targets' ? null : (
        <span className="field-example">{t.requests.section.example(example)}</span>
      )}
    </>
  );
}

function useTextAnswer(key: FieldKey) {
  const { answers, setAnswers } = useEditedForm();
  const own = key as TextKey;
  return {
    value: answers[own],
    set: (value: string) => setAnswers({ [own]: value }),
  };
}

function RadioView(props: FieldViewProps) {
  const t = useText();
  const { answers, context } = useEditedForm();
  const { value, set } = useTextAnswer(props.field.key);
  const { label, ...rest } = useFieldProps(props);
  const choices = optionsOf(props.field, answers, context).map((option) =>
    toChoice(t, props.field.key, option),
  );
  return <RadioGroup {...rest} legend={label} value={value} onChange={set} choices={choices} />;
}

function ChecksView(props: FieldViewProps) {
  const t = useText();
  const { answers, context, setAnswers } = useEditedForm();
  const { label, ...rest } = useFieldProps(props);
  const key = props.field.key as 'subscriberData' | 'trafficData';
  return (
    <CheckboxGroup
      {...rest}
      legend={label}
      values={answers[key]}
      onChange={(values) => setAnswers({ [key]: values })}
      choices={optionsOf(props.field, answers, context).map((option) => toChoice(t, key, option))}
    />
  );
}

function ListView(props: FieldViewProps) {
  const t = useText();
  const { answers, context } = useEditedForm();
  const { value, set } = useTextAnswer(props.field.key);
  return (
    <SelectField
      {...useFieldProps(props)}
      value={value}
      onChange={(event) => set(event.target.value)}
      emptyLabel={t.requests.section.choose}
      choices={optionsOf(props.field, answers, context).map((option) => ({
        value: option,
        label: optionText(t, props.field.key, option).label,
      }))}
    />
  );
}

function ZoneView(props: FieldViewProps) {
  const { value, set } = useTextAnswer(props.field.key);
  return <TimeZoneField {...useFieldProps(props)} value={value} onChange={set} />;
}

const inputTypes: Partial<Record<Field['kind'], string>> = {
  date: 'date',
  datetime: 'datetime-local',
  email: 'email',
  tel: 'tel',
};

function LineView(props: FieldViewProps) {
  const { field } = props;
  const { value, set } = useTextAnswer(field.key);
  const common = { ...useFieldProps(props), value, autoComplete: 'off' };
  if (field.kind === 'textarea')
    return (
      <>
        <TextArea {...common} onChange={(event) => set(event.target.value)} />
        <CharacterCount value={value} maxLength={field.maxLength} />
      </>
    );
  const type = inputTypes[field.kind] ?? 'text';
  return (
    <div className={type === 'date' || type === 'datetime-local' ? 'field-short' : undefined}>
      <TextField
        {...common}
        type={type}
        // Times to the second only where they were typed so.
        step={type === 'datetime-local' && value.length > 16 ? 1 : undefined}
        spellCheck={field.kind === 'text' ? undefined : false}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );
}

/** Says how much room is left once it becomes short. */
function CharacterCount({ value, maxLength }: { value: string; maxLength: number | undefined }) {
  const t = useText();
  if (maxLength === undefined || value.length < maxLength * 0.8) return null;
  const left = maxLength - value.length;
  return (
    <p className="muted" role="status">
      {left < 0 ? t.requests.section.charactersOver(-left) : t.requests.section.charactersLeft(left)}
    </p>
  );
}

function toChoice(t: ReturnType<typeof useText>, key: FieldKey, value: string) {
  const { label, hint } = optionText(t, key, value);
  return hint === '' ? { value, label } : { value, label, hint };
}
