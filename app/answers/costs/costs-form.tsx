import { useEffect, useEffectEvent, useState } from 'react';
import { useFetcher } from 'react-router';

import { Checkbox } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import type { FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { errorText } from '#app/text/error-text.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import { formatCents } from './amounts.ts';
import { CostFactsFields } from './cost-facts-fields.tsx';
import type { CostsChange, CostsView } from './costs.ts';
import { PositionRows } from './position-rows.tsx';
import { discountOf, totalCents } from './positions.ts';
import { proposeCosts } from './propose-costs.ts';
import { readPosition, typePosition } from './typed-costs.ts';

interface CostsFormProps {
  costs: CostsView;
  schedule: FeeSchedule;
  /** Where it is saved. */
  address: string;
  onSaved: () => void;
}

/** Positions to edit, the end of the measure and the day of the invoice. */
export function CostsForm({ costs, schedule, address, onSaved }: CostsFormProps) {
  const t = useText();
  const { costs: text } = t;
  const locale = useLocale();
  const { saved, canChange } = costs;
  const [facts, setFacts] = useState(costs.facts);
  const [rows, setRows] = useState(() =>
    (saved?.positions ?? proposeCosts(costs.category, costs.facts, schedule)).map((position) =>
      typePosition(position, locale),
    ),
  );
  const [viaContactPoint, setViaContactPoint] = useState(saved?.viaContactPoint ?? false);
  const [measureEndedOn, setMeasureEndedOn] = useState(
    saved ? (saved.measureEndedOn ?? '') : (costs.suggestedEnd ?? ''),
  );
  const [claimedOn, setClaimedOn] = useState(saved?.claimedOn ?? '');
  const [isTried, setTried] = useState(false);
  const { save, isBusy, problem } = useSaving(address, onSaved);
  const read = rows.map(readPosition);
  const positions = read.filter((position) => position !== null);
  const isComplete = positions.length === rows.length;
  const discount = discountOf(schedule, viaContactPoint);
  const send = () => {
    setTried(true);
    if (!isComplete) return;
    save({
      version: saved?.version ?? 0,
      positions,
      viaContactPoint,
      measureEndedOn: measureEndedOn === '' ? null : measureEndedOn,
      claimedOn: claimedOn === '' ? null : claimedOn,
    });
  };
  const propose = () =>
    setRows(proposeCosts(costs.category, facts, schedule).map((position) => typePosition(position, locale)));
  return (
    <fieldset className="costs-form stack" disabled={!canChange}>
      <legend className="kern-sr-only">{text.title}</legend>
      <CostFactsFields category={costs.category} facts={facts} onChange={setFacts} onPropose={propose} />
      <PositionRows rows={rows} onChange={setRows} discountPercent={discount} schedule={schedule} />
      <Checkbox
        id="costs-contact-point"
        name="viaContactPoint"
        label={text.viaContactPoint(String(schedule.contactPointDiscountPercent))}
        checked={viaContactPoint}
        onChange={setViaContactPoint}
      />
      <p className="costs-total">
        <strong>{text.total}</strong> <output>{formatCents(totalCents(positions, discount), locale)}</output>
      </p>
      <TextField
        id="costs-measure-ended"
        type="date"
        label={text.measureEndedOn}
        hint={text.measureHint}
        value={measureEndedOn}
        onChange={(event) => setMeasureEndedOn(event.currentTarget.value)}
      />
      <TextField
        id="costs-claimed"
        type="date"
        label={text.claimedOn}
        hint={text.claimedHint}
        value={claimedOn}
        onChange={(event) => setClaimedOn(event.currentTarget.value)}
      />
      {isTried && !isComplete ? <Alert tone="danger" title={text.badAmount} announce /> : null}
      {problem === null ? null : (
        <Alert tone="danger" title={t.errors.titles.failed} announce>
          <p>{errorText(t, problem)}</p>
        </Alert>
      )}
      {canChange ? (
        <div>
          <Button weight="secondary" busy={isBusy} onClick={send}>
            {text.save}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** Posts the costs as JSON. `problem`: the error's code. */
function useSaving(address: string, onSaved: () => void) {
  const { submit, state, data: answer } = useFetcher<{ code?: string }>();
  // Only a new answer counts, not a new function of the parent.
  const tellSaved = useEffectEvent(onSaved);
  useEffect(() => {
    if (state === 'idle' && answer && answer.code === undefined) tellSaved();
  }, [answer, state]);
  const save = (change: CostsChange) =>
    void submit(JSON.stringify(change), { method: 'post', action: address, encType: 'application/json' });
  return { save, isBusy: state !== 'idle', problem: state === 'idle' ? (answer?.code ?? null) : null };
}
