import { useEffect, useMemo, useState, type SyntheticEvent } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';

import { ErrorSummary } from '#app/forms/error-summary.tsx';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { validateSection, type FieldError } from '#app/legal-requests/form-schema.ts';
import type { Field, FormContext, Section } from '#app/legal-requests/sections.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, PageHeading } from '#app/ui/page.tsx';

import { useCheckedAnswers, useEditedForm } from './edit-context.tsx';
import { fieldErrorText, fieldWords } from './field-text.ts';
import { FieldView } from './field-view.tsx';
import { FieldFindings } from './finding-notice.tsx';
import { nextSection } from './section-progress.ts';

/**
 * A section as a page. `method="dialog"` outside a dialog does nothing: without scripts, too, a sealed answer is never
 * posted (3-architecture §5).
 */
export function SectionForm({ section }: { section: Section }) {
  const t = useText();
  const navigate = useNavigate();
  const { hash, search } = useLocation();
  const { sections, answers, context, findings } = useEditedForm();
  // Whoever comes from the list of what is missing sees at once what it is.
  const [attempts, setAttempts] = useState(search === '?missing' ? 1 : 0);
  const isTried = attempts > 0;
  const errors = useMemo(
    () => (isTried ? firstFaults(validateSection(section, answers, context)) : []),
    [isTried, section, answers, context],
  );
  useFocusOnField(hash);
  const leave = () => void navigate(addressAfter(sections, section), { relative: 'path' });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (validateSection(section, answers, context).length === 0) leave();
  };
  const { title, intro } = t.legalRequests.sections[section.key];
  return (
    <form method="dialog" className="stack narrow" onSubmit={submit} noValidate>
      <ErrorSummary
        errors={errors.map((error) => ({
          field: idOf(error),
          text: summaryText(t, error, answers, context),
        }))}
        attempt={attempts}
      />
      <PageHeading>{title}</PageHeading>
      <p>{intro}</p>
      {section.fields.map((field) => (
        <div key={field.key} className="stack stack--small">
          <FieldFindings findings={findings.filter((finding) => finding.field === field.key)} />
          <FieldView field={field} errors={errors} />
        </div>
      ))}
      {isTried ? <SectionWarnings section={section} /> : null}
      <SealedNote section={section} />
      <ButtonRow>
        <Button type="submit">{t.requests.section.next}</Button>
        {errors.length === 0 ? null : (
          <Button weight="secondary" onClick={leave}>
            {t.requests.section.later}
          </Button>
        )}
      </ButtonRow>
      <p>
        <Link className="kern-link" to=".." relative="path">
          {t.requests.section.back}
        </Link>
      </p>
    </form>
  );
}

/** What the rules say of answers that are well-formed each for itself. */
function SectionWarnings({ section }: { section: Section }) {
  const t = useText();
  const { checks } = useCheckedAnswers();
  const own = checks.filter((check) => isAbout(section, check));
  return own.map(({ rule, outcome, rows }) => (
    <Alert
      key={rule}
      tone={outcome === 'fail' ? 'danger' : 'warning'}
      title={t.legalRequests.checks[rule].problem}
      announce
    >
      {rows && rows.length > 0 ? (
        <p>{rows.map((row) => t.requests.targets.one(row + 1)).join(', ')}</p>
      ) : undefined}
    </Alert>
  ));
}

const saidAtTheField: readonly string[] = [
  'form_complete',
  'targets_given',
  'legal_basis_named',
  'file_number_given',
];

function isAbout(section: Section, { rule, outcome, field }: CheckResult): boolean {
  return (
    outcome !== 'pass' && !saidAtTheField.includes(rule) && section.fields.some(({ key }) => key === field)
  );
}

/** Who can read what of this page. */
function SealedNote({ section }: { section: Section }) {
  const t = useText();
  const { answers, context } = useEditedForm();
  const texts = t.requests.section;
  const readable = section.fields.flatMap((field) =>
    readOf(t, field, fieldWords(t, field.key, answers, context).label),
  );
  return (
    <p className="muted">
      {readable.length === 0 ? texts.allSealed : texts.partlySealed(readable.join(', '))}
    </p>
  );
}

/** What the server reads of a question: all of it, nothing, or what shows from outside. */
function readOf(t: Text, { kind, visibility }: Field, label: string): string[] {
  const { quoted, readOfTargets, readOfFiles } = t.requests.section;
  if (kind === 'targets') return [readOfTargets];
  if (kind === 'attachments') return [readOfFiles];
  return visibility === 'public' ? [quoted(label)] : [];
}

/** One fault a control is enough to say. */
export function firstFaults(errors: readonly FieldError[]): FieldError[] {
  const seen = new Set<string>();
  return errors.filter((error) => !seen.has(idOf(error)) && seen.add(idOf(error)));
}

function addressAfter(sections: readonly Section[], section: Section): string {
  const next = nextSection(sections, section.key);
  return next ? `../${next.key}` : '../check';
}

/** The control at which an error points; a target's part where it has one. */
export function idOf({ field, row, part }: FieldError): string {
  if (row === undefined) return field;
  const first = `targets-${row}`;
  const isFirst = part === undefined || ['address', 'reference', 'name', 'number'].includes(part);
  return isFirst ? first : `${first}-${part}`;
}

export function summaryText(t: Text, error: FieldError, answers: Answers, context: FormContext): string {
  const problem = fieldErrorText(t, error);
  if (error.row !== undefined) {
    const parts: Partial<Record<string, string>> = t.legalRequests.targetParts;
    const part = error.part === undefined || error.part === 'address' ? '' : parts[error.part];
    return t.requests.check.missingTarget(error.row + 1, part ?? '', problem);
  }
  return t.requests.check.missing(fieldWords(t, error.field, answers, context).label, problem);
}

/** A link from a finding or from the list of what is missing leads to the control itself. */
function useFocusOnField(hash: string): void {
  useEffect(() => {
    if (hash === '') return;
    const control = document.getElementById(hash.slice(1));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }, [hash]);
}
