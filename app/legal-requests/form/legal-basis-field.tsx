import { useState } from 'react';

import { RadioGroup } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { basesFor } from '#app/legal-requests/foreign-authorities.ts';
import { findLegalBasis, type LegalBasis } from '#app/legal-requests/rule-sets/rule-set.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { useEditedForm } from './edit-context.tsx';
import { legalBasisTitle } from './field-text.ts';
import { useFieldProps, type FieldViewProps } from './field-view.tsx';

/** From so many bases on, a filter helps more than it disturbs. */
const filterFrom = 7;

/** The bases that this authority may rest on for this category, with what each is for. */
export function LegalBasisField(props: FieldViewProps) {
  const t = useText();
  const { answers, context, setAnswers } = useEditedForm();
  const [word, setWord] = useState('');
  const { label, ...rest } = useFieldProps(props);
  const { ruleSet, agency } = context;
  const all = basesFor(ruleSet, agency, answers);
  // The general hint speaks of the "other" basis, which there is in German law only.
  const hint = all.some(({ purpose }) => purpose === 'other') ? rest.hint : t.requests.legalBasis.foreignHint;
  const shown = all.filter((basis) => basis.key === answers.legalBasis || matches(t, basis, word));
  if (all.length === 0)
    return (
      <div id={rest.id} tabIndex={-1}>
        <Alert tone="danger" title={t.requests.legalBasis.noneAtAllTitle}>
          <p>{t.requests.legalBasis.noneAtAll}</p>
        </Alert>
      </div>
    );
  return (
    <>
      {all.length < filterFrom ? null : (
        <div className="field-short">
          <TextField
            id="legalBasisFilter"
            type="search"
            label={t.requests.legalBasis.filter}
            hint={t.requests.legalBasis.filterHint}
            value={word}
            onChange={(event) => setWord(event.target.value)}
            autoComplete="off"
          />
          <p className="muted" role="status">
            {shown.length === 0 ? t.requests.legalBasis.none : t.requests.legalBasis.found(shown.length)}
          </p>
        </div>
      )}
      <RadioGroup
        {...rest}
        hint={hint}
        legend={label}
        value={answers.legalBasis}
        onChange={(legalBasis) => setAnswers({ legalBasis })}
        choices={shown.map((basis) => ({
          value: basis.key,
          label: basis.citation,
          hint: <BasisHint basis={basis} />,
        }))}
      />
      <ChosenBasis basis={findLegalBasis(ruleSet, answers.legalBasis)} />
    </>
  );
}

function BasisHint({ basis }: { basis: LegalBasis }) {
  const t = useText();
  const bases: Partial<Record<string, { explanation: string }>> = t.ruleSets.bases;
  const title = legalBasisTitle(t, basis);
  return (
    <>
      {title === basis.citation ? null : <span>{title}. </span>}
      {bases[basis.key]?.explanation}
    </>
  );
}

/** What is not yet confirmed by the lawyer of the chosen entry, so that nobody relies on it blindly. */
function ChosenBasis({ basis }: { basis: LegalBasis | null }) {
  const t = useText();
  if (!basis || basis.confirmed || basis.purpose === 'other') return null;
  return (
    <p className="muted">
      {t.ruleSets.toConfirmLabel}: {basis.toConfirm.map((part) => t.ruleSets.toConfirm[part]).join(', ')}
    </p>
  );
}

function matches(t: Text, basis: LegalBasis, word: string): boolean {
  const wanted = word.trim().toLowerCase();
  const text = `${basis.citation} ${legalBasisTitle(t, basis)} ${t.legalRequests.purposes[basis.purpose]}`;
  return wanted === '' || text.toLowerCase().includes(wanted);
}
