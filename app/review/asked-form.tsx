import type { ReactNode } from 'react';

import { formOf } from '#app/legal-requests/categories/categories.ts';
import { answerText } from '#app/legal-requests/form/answer-text.ts';
import { fieldWords } from '#app/legal-requests/form/field-text.ts';
import type { FieldKey, Target } from '#app/legal-requests/form-answers.ts';
import {
  applicableSections,
  type Field,
  type FormContext,
  type Section,
} from '#app/legal-requests/sections.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { targetKey, targetText } from '#app/legal-requests/target-schema.ts';
import { useLocale, useText } from '#app/text/text.tsx';

import type { FormDifference } from './form-difference.ts';

interface AskedFormProps {
  form: SealedForm;
  before: SealedForm | null;
  difference: FormDifference | null;
  context: FormContext;
  /** Stands where the form has its attachments. */
  files: ReactNode;
  /** Null when nothing is to be decided. */
  onFinding: ((field: FieldKey) => void) | null;
}

/** What was asked, section by section, in the words of the form. */
export function AskedForm(props: AskedFormProps) {
  const { form, context } = props;
  return applicableSections(formOf(form.answers.category), form.answers, context).map((section) => (
    <AskedSection key={section.key} section={section} {...props} />
  ));
}

function AskedSection({ section, ...props }: AskedFormProps & { section: Section }) {
  const t = useText();
  return (
    <section className="asked-section" id={`section-${section.key}`}>
      <h3 className="kern-title">{t.legalRequests.sections[section.key].title}</h3>
      {section.key === 'attachments' ? (
        props.files
      ) : (
        <dl className="asked-list">
          {section.fields.map((field) => (
            <AskedField key={field.key} field={field} {...props} />
          ))}
        </dl>
      )}
    </section>
  );
}

function AskedField({ field, ...props }: AskedFormProps & { field: Field }) {
  const t = useText();
  const { form, before, difference, context, onFinding } = props;
  const { label } = fieldWords(t, field.key, form.answers, context);
  const change = difference?.fields[field.key];
  const shown = useShownAnswer(field, form, context);
  const shownBefore = useShownAnswer(field, before ?? form, context);
  return (
    <div id={`asked-${field.key}`} className={change ? 'asked-field asked-field--changed' : 'asked-field'}>
      <dt>
        {label}
        {change ? <ChangeMark change={change} /> : null}
      </dt>
      <dd>
        {field.key === 'targets' ? (
          <Targets form={form} before={before} difference={difference} />
        ) : (
          <Answer text={shown} />
        )}
        {change && field.key !== 'targets' && shownBefore !== '' ? (
          <p className="asked-before">
            {t.desk.asked.before}: <del>{shownBefore.replaceAll('\n', ', ')}</del>
          </p>
        ) : null}
      </dd>
      {onFinding ? (
        <dd className="asked-action">
          <button
            type="button"
            className="plain-button"
            aria-label={t.desk.asked.addFinding(label)}
            onClick={() => onFinding(field.key)}
          >
            {t.desk.asked.noFinding}
          </button>
        </dd>
      ) : null}
    </div>
  );
}

function useShownAnswer(field: Field, { answers }: SealedForm, context: FormContext): string {
  const t = useText();
  const locale = useLocale();
  return answerText(t, locale, field, answers, context);
}

export function ChangeMark({ change }: { change: 'added' | 'removed' | 'changed' }) {
  const t = useText();
  return <span className="change-mark"> ({t.desk.asked.changes[change]})</span>;
}

function Answer({ text }: { text: string }) {
  const t = useText();
  if (text === '') return <span className="muted">{t.desk.asked.unanswered}</span>;
  return <p className="asked-line">{text}</p>;
}

function Targets({ form, before, difference }: Pick<AskedFormProps, 'form' | 'before' | 'difference'>) {
  const t = useText();
  const changeOf = (target: Target) => difference?.targets.get(targetKey(target));
  const removed = before?.answers.targets.filter((target) => changeOf(target) === 'removed') ?? [];
  const { targets } = form.answers;
  return (
    <>
      <p className="muted">{t.desk.asked.targets(targets.length)}</p>
      <ol className="asked-targets">
        {targets.map((target) => (
          <li key={targetKey(target)}>
            <TargetLine target={target} />
            {changeOf(target) === 'added' ? <ChangeMark change="added" /> : null}
          </li>
        ))}
      </ol>
      {removed.length === 0 ? null : (
        <ul className="asked-targets">
          {removed.map((target) => (
            <li key={targetKey(target)}>
              <del>
                <TargetLine target={target} />
              </del>
              <ChangeMark change="removed" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TargetLine({ target }: { target: Target }) {
  const t = useText();
  return (
    <>
      {target.kind === 'email' ? null : (
        <span className="muted">{t.legalRequests.targetKinds[target.kind].label}: </span>
      )}
      <span className="asked-target">{targetText(target)}</span>
    </>
  );
}
