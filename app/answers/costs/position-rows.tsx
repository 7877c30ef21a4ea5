import { SelectField, TextField } from '#app/forms/fields.tsx';
import type { FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { formatCents, plainCents } from './amounts.ts';
import { positionCents, positionCodes, type PositionCode } from './positions.ts';
import { readPosition, typePosition, type TypedPosition } from './typed-costs.ts';

interface PositionRowsProps {
  rows: readonly TypedPosition[];
  onChange: (rows: TypedPosition[]) => void;
  discountPercent: number;
  schedule: FeeSchedule;
}

/** Each position with what it is, how often and how much; to change, add and take out. */
export function PositionRows({ rows, onChange, discountPercent, schedule }: PositionRowsProps) {
  const { costs: text } = useText();
  const locale = useLocale();
  const change = (key: string, patch: Partial<TypedPosition>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const add = () => onChange([...rows, typePosition({ code: 'other', count: 1, unitCents: 0 }, locale)]);
  /** Another service brings its own amount along. */
  const changeCode = (key: string, code: PositionCode) =>
    change(key, code === 'other' ? { code } : { code, amount: plainCents(schedule.unitCents[code], locale) });
  return (
    <div className="stack">
      {rows.length === 0 ? <p className="muted">{text.none}</p> : null}
      {rows.map((row) => {
        const position = readPosition(row);
        return (
          <div key={row.key} className="costs-row">
            <SelectField
              id={`costs-code-${row.key}`}
              label={text.columns.fee}
              value={row.code}
              choices={positionCodes.map((value) => ({ value, label: text.fees[value] }))}
              onChange={(event) => changeCode(row.key, event.currentTarget.value as PositionCode)}
            />
            <TextField
              id={`costs-count-${row.key}`}
              label={text.columns.count}
              inputMode="numeric"
              value={row.count}
              onChange={(event) => change(row.key, { count: event.currentTarget.value })}
            />
            <TextField
              id={`costs-amount-${row.key}`}
              label={text.columns.unit}
              inputMode="decimal"
              value={row.amount}
              onChange={(event) => change(row.key, { amount: event.currentTarget.value })}
            />
            <div className="row row--spread">
              <span>{position ? formatCents(positionCents(position, discountPercent), locale) : '–'}</span>
              <Button
                weight="tertiary"
                aria-label={text.remove(text.fees[row.code])}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              >
                {text.columns.actions}
              </Button>
            </div>
          </div>
        );
      })}
      <div>
        <Button weight="tertiary" onClick={add}>
          {text.add}
        </Button>
      </div>
    </div>
  );
}
