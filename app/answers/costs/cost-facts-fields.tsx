import { Checkbox } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import type { CostFacts } from './propose-costs.ts';

interface CostFactsProps {
  category: Category;
  facts: CostFacts;
  onChange: (facts: CostFacts) => void;
  onPropose: () => void;
}

/** What the amount depends on, as far as the category knows it; begins with what the portal knows. */
export function CostFactsFields({ category, facts, onChange, onPropose }: CostFactsProps) {
  const { facts: text } = useText().costs;
  if (category === 'mailbox_seizure') return null;
  const numberField = (name: 'targetCount' | 'byIpCount' | 'furtherAnswers', label: string) => (
    <TextField
      id={`costs-${name}`}
      label={label}
      type="number"
      min={0}
      max={10_000}
      value={String(facts[name])}
      onChange={(event) =>
        onChange({ ...facts, [name]: Math.max(0, event.currentTarget.valueAsNumber || 0) })
      }
    />
  );
  const dayField = (name: 'firstDay' | 'lastDay') => (
    <TextField
      id={`costs-${name}`}
      label={text[name]}
      type="date"
      value={facts[name] ?? ''}
      onChange={(event) => onChange({ ...facts, [name]: event.currentTarget.value || null })}
    />
  );
  return (
    <details>
      <summary>{text.title}</summary>
      <div className="stack">
        {numberField('targetCount', text.targets)}
        {category === 'subscriber_data' ? numberField('byIpCount', text.byIp) : null}
        {category === 'traffic_data' ? numberField('furtherAnswers', text.furtherAnswers) : null}
        {category === 'interception' ? (
          <>
            {dayField('firstDay')}
            {dayField('lastDay')}
            <Checkbox
              id="costs-extension"
              name="isExtension"
              label={text.extension}
              checked={facts.isExtension}
              onChange={(isExtension) => onChange({ ...facts, isExtension })}
            />
          </>
        ) : null}
        <div>
          <Button weight="secondary" onClick={onPropose}>
            {text.propose}
          </Button>
        </div>
      </div>
    </details>
  );
}
