import type { Dispatch } from 'react';

import { SelectField, TextArea } from '#app/forms/fields.tsx';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import { listReasons, type ReasonContext, type ReasonCode } from '#app/legal-requests/reasons.ts';
import type { Locale } from '#app/text/catalogue.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { wholeRequest, type FindingField } from './decision-statement.ts';
import type { FindingChange, FindingDraft, FindingFault } from './finding-drafts.ts';

interface FindingsEditorProps {
  category: Category;
  reasons: ReasonContext;
  drafts: readonly FindingDraft[];
  /** Faults by key of the draft; shown after the first try to sign. */
  faults: ReadonlyMap<number, readonly FindingFault[]>;
  agencyLocale: Locale;
  onChange: Dispatch<FindingChange>;
}

/** What is wrong, each at its field: the agency sees them on top of its form, as links. */
export function FindingsEditor(props: FindingsEditorProps) {
  const t = useText();
  const { findings: text } = t.desk;
  const { drafts, onChange } = props;
  return (
    <section className="stack stack--small" aria-labelledby="findings-title">
      <h3 className="kern-title" id="findings-title" tabIndex={-1}>
        {text.title}
      </h3>
      {drafts.length === 0 ? <p className="muted">{text.none}</p> : null}
      {drafts.map((draft, index) => (
        <FindingFields key={draft.key} draft={draft} number={index + 1} {...props} />
      ))}
      <div>
        <Button weight="secondary" onClick={() => onChange({ type: 'add' })}>
          {text.add}
        </Button>
      </div>
    </section>
  );
}

type FieldsProps = FindingsEditorProps & { draft: FindingDraft; number: number };

export const findingId = (key: number, part: 'field' | 'code' | 'text') => `finding-${key}-${part}`;

function FindingFields({ draft, number, category, reasons, faults, agencyLocale, onChange }: FieldsProps) {
  const t = useText();
  const { findings: text } = t.desk;
  const { key } = draft;
  const errorOf = (fault: FindingFault) =>
    faults.get(key)?.includes(fault) ? text.errors[fault] : undefined;
  return (
    <fieldset className="finding">
      <legend className="kern-label">{text.legend(number)}</legend>
      <SelectField
        id={findingId(key, 'code')}
        label={text.code}
        emptyLabel={text.chooseCode}
        value={draft.code}
        error={errorOf('code_missing')}
        choices={useReasonChoices(category, reasons)}
        onChange={(event) =>
          onChange({ type: 'choose_code', key, code: event.target.value as ReasonCode | '' })
        }
      />
      <SelectField
        id={findingId(key, 'field')}
        label={text.field}
        emptyLabel={text.chooseField}
        value={draft.field}
        error={errorOf('field_missing')}
        choices={useFieldChoices(category)}
        onChange={(event) =>
          onChange({ type: 'choose_field', key, field: event.target.value as FindingField | '' })
        }
      />
      <TextArea
        id={findingId(key, 'text')}
        rows={5}
        maxLength={5000}
        label={text.text}
        hint={text.textHint(text.languages[agencyLocale])}
        lang={agencyLocale}
        value={draft.text}
        error={errorOf('text_missing')}
        onChange={(event) => onChange({ type: 'write', key, text: event.target.value })}
      />
      <div>
        <button type="button" className="plain-button" onClick={() => onChange({ type: 'remove', key })}>
          {text.remove}
        </button>
      </div>
    </fieldset>
  );
}

function useReasonChoices(category: Category, context: ReasonContext) {
  const t = useText();
  const { findings: text } = t.desk;
  return listReasons(category, context).map(({ code, defaultOutcome }) => ({
    value: code,
    label: `${t.legalRequests.reasons[code].title} – ${defaultOutcome === 'return' ? text.usuallyReturn : text.usuallyReject}`,
  }));
}

function useFieldChoices(category: Category) {
  const t = useText();
  const { findings: text } = t.desk;
  const sections = formOf(category).sections.map((section) => ({
    label: t.legalRequests.sections[section.key].title,
    choices: section.fields.map(({ key }) => ({ value: key, label: t.legalRequests.fields[key].label })),
  }));
  return [{ label: text.wholeGroup, choices: [{ value: wholeRequest, label: text.whole }] }, ...sections];
}
