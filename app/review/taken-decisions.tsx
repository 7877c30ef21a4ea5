import { useText } from '#app/text/text.tsx';

import { DecisionWords } from './decision-words.tsx';
import type { DecisionGroup } from './decisions.ts';
import { Signatures } from './proposal-panel.tsx';
import { useExplanation } from './use-explanation.ts';

/** Decisions that took effect, newest first, with their words. */
export function TakenDecisions({ decisions }: { decisions: readonly DecisionGroup[] }) {
  const t = useText();
  if (decisions.length === 0) return null;
  return (
    <section className="stack stack--small">
      <h3 className="kern-title">{t.desk.decision.takenTitle}</h3>
      {decisions.map((group) => (
        <TakenDecision key={group.text} group={group} />
      ))}
    </section>
  );
}

function TakenDecision({ group }: { group: DecisionGroup }) {
  const t = useText();
  const { decision: text } = t.desk;
  const words = useExplanation(group);
  return (
    <div className="taken-decision">
      <p>
        <strong>{text.taken[group.statement.decision]}</strong> {text.revision(group.statement.revision)}
      </p>
      <Signatures group={group} />
      {group.statement.findings.length > 0 || words !== 'none' ? (
        <DecisionWords group={group} words={words} />
      ) : null}
    </div>
  );
}
