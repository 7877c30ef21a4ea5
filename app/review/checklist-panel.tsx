import { useState } from 'react';

import type { ChecklistKey } from '#app/legal-requests/rule-sets/rule-set.ts';
import { useText } from '#app/text/text.tsx';
import { Panel } from '#app/ui/page.tsx';

/** A memory aid for one person: ticks live in this page only (docs/decisions/0010). */
export function ChecklistPanel({ points }: { points: readonly ChecklistKey[] }) {
  const t = useText();
  const { checklist: text } = t.desk;
  const [ticked, setTicked] = useState<readonly ChecklistKey[]>([]);
  const toggle = (key: ChecklistKey) =>
    setTicked(ticked.includes(key) ? ticked.filter((one) => one !== key) : [...ticked, key]);
  return (
    <Panel title={text.title}>
      <p className="muted">
        {text.done(ticked.length, points.length)}. {text.hint}
      </p>
      <ul className="plain-list checklist">
        {points.map((key) => (
          <li key={key} className="kern-form-check">
            <input
              type="checkbox"
              className="kern-form-check__checkbox"
              id={`point-${key}`}
              checked={ticked.includes(key)}
              onChange={() => toggle(key)}
              aria-describedby={`point-${key}-hint`}
            />
            <label className="kern-label" htmlFor={`point-${key}`}>
              {t.legalRequests.checklist[key].title}
              <span className="muted choice-hint" id={`point-${key}-hint`}>
                {t.legalRequests.checklist[key].hint}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
