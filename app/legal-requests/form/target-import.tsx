import { useId, useState, type ChangeEvent } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';

import { TextArea } from '#app/forms/fields.tsx';
import { isFieldErrorCode } from '#app/legal-requests/field-error-codes.ts';
import type { Target } from '#app/legal-requests/form-answers.ts';
import {
  parseTargets,
  type TargetRowError,
  type TargetRowErrorCode,
} from '#app/legal-requests/targets-csv.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Dialog } from '#app/ui/page.tsx';

import { useEditedForm } from './edit-context.tsx';

/** Larger files are no list of 500 identifiers. */
const maxImportBytes = 1024 * 1024;

type ImportResult = { taken: number; errors: TargetRowError[] };
type ImportProblem = 'fileUnreadable' | 'fileTooLarge' | 'fieldNotEmpty';

/** Many identifiers at once: pasted lines or a CSV file. Good rows are taken over, the others stay with their errors. */
export function TargetImport({
  onTake,
  listed,
}: {
  onTake: (targets: Target[]) => void;
  listed: readonly Target[];
}) {
  const t = useText();
  const { facts } = useEditedForm();
  const [text, setText] = useState('');
  const [result, setResult] = useState<ImportResult | null>(null);
  const [problem, setProblem] = useState<ImportProblem | null>(null);
  const id = useId();
  const take = (source: string) => {
    const { targets, errors, rest } = parseTargets(source, facts.category, listed);
    if (targets.length > 0) onTake(targets);
    setResult({ taken: targets.length, errors });
    setText(rest);
  };
  const readFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    setProblem(null);
    if (!file) return;
    if (text.trim() !== '') return setProblem('fieldNotEmpty');
    if (file.size > maxImportBytes) return setProblem('fileTooLarge');
    readText(file).then(take, () => setProblem('fileUnreadable'));
  };
  const { targetList } = t.legalRequests;
  return (
    <details className="panel">
      <summary className="kern-label">{t.requests.targets.import}</summary>
      <div className="stack">
        <TextArea
          id={`${id}-text`}
          label={t.requests.targets.paste}
          hint={
            <>
              {targetList.hint}
              <pre className="target-example">{targetList.example}</pre>
            </>
          }
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="row">
          <Button weight="secondary" onClick={() => take(text)} disabled={text.trim() === ''}>
            {t.requests.targets.take}
          </Button>
          <label className="kern-label" htmlFor={`${id}-file`}>
            {t.requests.targets.file}
          </label>
          <input type="file" id={`${id}-file`} accept=".csv,.txt,text/csv,text/plain" onChange={readFile} />
        </div>
        {problem === null ? null : <Alert tone="danger" title={t.requests.targets[problem]} announce />}
        {result === null ? null : <ImportOutcome {...result} />}
      </div>
      <LeavingDialog hasRows={text.trim() !== ''} />
    </details>
  );
}

/** What was pasted and not taken over is in no draft yet: nobody leaves it behind without knowing. */
function LeavingDialog({ hasRows }: { hasRows: boolean }) {
  const t = useText();
  const texts = t.requests.targets.leaving;
  const blocker = useBlocker(hasRows);
  useBeforeUnload((event) => {
    if (hasRows) event.preventDefault();
  });
  return (
    <Dialog
      title={texts.title}
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      footer={
        <ButtonRow>
          <Button onClick={() => blocker.reset?.()}>{texts.stay}</Button>
          <Button weight="secondary" onClick={() => blocker.proceed?.()}>
            {texts.leave}
          </Button>
        </ButtonRow>
      }
    >
      <p>{texts.text}</p>
    </Dialog>
  );
}

function ImportOutcome({ taken, errors }: ImportResult) {
  const t = useText();
  const { targetList } = t.legalRequests;
  return (
    <>
      {taken === 0 ? null : <Alert tone="success" title={targetList.taken(taken)} announce />}
      {errors.length === 0 ? null : (
        <Alert tone="warning" title={targetList.notTaken(errors.length)} announce>
          <ul>
            {withoutFollowing(errors).map((error) => (
              <li key={error.row}>
                {targetList.rowError(error.row, rowErrorText(t, error))}
                {error.text === '' ? null : <> ({error.text})</>}
              </li>
            ))}
          </ul>
          <p>{t.requests.targets.stillThere}</p>
        </Alert>
      )}
    </>
  );
}

function rowErrorText(t: Text, { code }: TargetRowError): string {
  return isFieldErrorCode(code) ? t.legalRequests.fieldErrors[code] : t.legalRequests.targetErrors[code];
}

/** Two errors speak of the rows after theirs as well, and are said once. */
function withoutFollowing(errors: readonly TargetRowError[]): TargetRowError[] {
  const first = (code: TargetRowErrorCode) => errors.find((error) => error.code === code);
  return errors.filter(
    (error) =>
      (error.code !== 'too_many_rows' && error.code !== 'quote_not_closed') || error === first(error.code),
  );
}

/** UTF-8, else what German Excel writes. */
async function readText(file: File): Promise<string> {
  const octets = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder('windows-1252').decode(octets);
  }
}
