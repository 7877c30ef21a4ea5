import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Override } from '#app/legal-requests/form-answers.ts';
import type { CheckOutcome } from '#app/legal-requests/check-rules.ts';
import { useText } from '#app/text/text.tsx';
import { Badge, Panel, type Tone } from '#app/ui/page.tsx';

import { canBecomeFinding } from './finding-drafts.ts';

interface ChecksPanelProps {
  /** Today's, on the opened form; null before it is open. */
  results: readonly CheckResult[] | null;
  /** The server's, on the public part at submission. */
  recorded: readonly CheckResult[];
  overrides: readonly Override[];
  ruleSetName: string;
  onFinding: ((result: CheckResult) => void) | null;
}

const tones: Record<CheckOutcome, Tone> = { pass: 'success', look: 'warning', fail: 'danger' };
const order: readonly CheckOutcome[] = ['fail', 'look', 'pass'];

/** Every automatic check in words: what is not in order first. */
export function ChecksPanel({ results, recorded, overrides, ruleSetName, onFinding }: ChecksPanelProps) {
  const t = useText();
  const { checks: text } = t.desk;
  const shown = [...(results ?? recorded)].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome),
  );
  const count = (outcome: CheckOutcome) => shown.filter((result) => result.outcome === outcome).length;
  const open = shown.filter(({ outcome }) => outcome !== 'pass');
  const passed = shown.filter(({ outcome }) => outcome === 'pass');
  return (
    <Panel title={text.title}>
      <p>{text.summary(count('fail'), count('look'), count('pass'))}</p>
      {results === null ? <p className="muted">{text.needsOpening}</p> : null}
      {open.length === 0 ? null : (
        <ul className="plain-list check-list">
          {open.map((result) => (
            <OpenCheck
              key={result.rule}
              result={result}
              recorded={recorded.find(({ rule }) => rule === result.rule)}
              override={overrides.find(({ rule }) => rule === result.rule)}
              onFinding={onFinding}
            />
          ))}
        </ul>
      )}
      {passed.length === 0 ? null : (
        <details>
          <summary>{text.passed(passed.length)}</summary>
          <ul className="passed-list">
            {passed.map(({ rule }) => (
              <li key={rule}>{t.legalRequests.checks[rule].title}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="muted">{text.ruleSet(ruleSetName)}</p>
    </Panel>
  );
}

interface OpenCheckProps {
  result: CheckResult;
  recorded: CheckResult | undefined;
  override: Override | undefined;
  onFinding: ChecksPanelProps['onFinding'];
}

function OpenCheck({ result, recorded, override, onFinding }: OpenCheckProps) {
  const t = useText();
  const { checks: text } = t.desk;
  const { title, problem } = t.legalRequests.checks[result.rule];
  const { checkOutcomes } = t.legalRequests;
  return (
    <li className="check">
      <p className="check__head">
        <Badge tone={tones[result.outcome]}>{checkOutcomes[result.outcome]}</Badge> <strong>{title}</strong>
      </p>
      <p>{problem}</p>
      {result.rows ? (
        <p className="muted">{text.rows(result.rows.map((row) => row + 1).join(', '))}</p>
      ) : null}
      {recorded && recorded.outcome !== result.outcome ? (
        <p className="muted">{text.atSubmission(checkOutcomes[recorded.outcome])}</p>
      ) : null}
      {override ? (
        <div className="check__reason">
          <p className="muted">{text.overridden}</p>
          <blockquote>{override.reason}</blockquote>
        </div>
      ) : null}
      {onFinding && canBecomeFinding(result) ? (
        <button type="button" className="plain-button" onClick={() => onFinding(result)}>
          {text.toFinding}
          <span className="sr-only">: {title}</span>
        </button>
      ) : null}
    </li>
  );
}
