import { SelectField, TextArea } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';

import type { AnswerDraft } from './answer-draft.ts';
import { targetOutcomes, type TargetOutcome } from './certificate/certificate-facts.ts';

type TargetDraft = AnswerDraft['targets'][number];

/** One outcome for each target; one click sets all of them. */
export function TargetOutcomes({
  labels,
  targets,
  onChange,
}: {
  labels: readonly string[];
  targets: readonly TargetDraft[];
  onChange: (change: (targets: TargetDraft[]) => TargetDraft[]) => void;
}) {
  const { answers: text } = useText();
  const choices = targetOutcomes.map((value) => ({ value, label: text.outcomes[value] }));
  const changeAt = (index: number, change: Partial<TargetDraft>) =>
    onChange((all) => all.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <div className="stack">
      {labels.length > 1 ? (
        <div className="stack stack--small">
          <p>{text.allTargets}</p>
          <ButtonRow>
            {choices.map(({ value, label }) => (
              <Button
                key={value}
                weight="secondary"
                onClick={() => onChange((all) => all.map((one) => ({ ...one, outcome: value })))}
              >
                {label}
              </Button>
            ))}
          </ButtonRow>
        </div>
      ) : null}
      {labels.map((label, index) => (
        <div key={index} className="answer-target stack stack--small">
          <bdi className="answer-target__label">{label}</bdi>
          <SelectField
            label={text.outcome}
            aria-label={`${text.outcome}: ${label}`}
            emptyLabel="–"
            value={targets[index]?.outcome ?? ''}
            choices={choices}
            onChange={({ currentTarget }) =>
              changeAt(index, { outcome: (currentTarget.value || null) as TargetOutcome | null })
            }
          />
          {targets[index]?.outcome === 'refused_in_part' ? (
            <TextArea
              label={text.reason}
              aria-label={`${text.reason}: ${label}`}
              value={targets[index].reason}
              maxLength={2000}
              rows={2}
              onChange={({ currentTarget }) => changeAt(index, { reason: currentTarget.value })}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}
