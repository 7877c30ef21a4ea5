import { memo } from 'react';

import { SelectField, TextField } from '#app/forms/fields.tsx';
import type { Target } from '#app/legal-requests/form-answers.ts';
import type { FieldError } from '#app/legal-requests/form-schema.ts';
import type { TargetKind } from '#app/legal-requests/legal-request-values.ts';
import { toKind } from '#app/legal-requests/target-schema.ts';
import { useText } from '#app/text/text.tsx';

import { fieldErrorText } from './field-text.ts';
import { TimeZoneField } from './time-zone-field.tsx';

type TargetRowProps = {
  /** From 0. */
  row: number;
  target: Target;
  kinds: readonly TargetKind[];
  errors: readonly FieldError[];
  isOnly: boolean;
  onChange: (row: number, target: Target) => void;
  onRemove: (row: number) => void;
};

/** One identifier. Drawn again only when it changes: lists may have hundreds. */
export const TargetRow = memo(function TargetRow(props: TargetRowProps) {
  const t = useText();
  const { row, target, kinds, isOnly, onChange, onRemove } = props;
  const first = `targets-${row}`;
  return (
    <li className="target-row">
      <div className="target-row__head">
        <span className="kern-label">{t.requests.targets.one(row + 1)}</span>
        {isOnly ? null : (
          <button
            type="button"
            className="plain-button"
            aria-label={t.requests.targets.remove(row + 1)}
            onClick={() => onRemove(row)}
          >
            {t.requests.targets.removeShort}
          </button>
        )}
      </div>
      <div className="target-row__fields">
        {kinds.length === 1 ? null : (
          <SelectField
            id={`${first}-kind`}
            label={t.legalRequests.targetParts.kind}
            value={target.kind}
            onChange={(event) => onChange(row, toKind(target, event.target.value as TargetKind))}
            choices={kinds.map((kind) => ({ value: kind, label: t.legalRequests.targetKinds[kind].label }))}
          />
        )}
        <TargetParts {...props} first={first} />
      </div>
    </li>
  );
});

type PartInput = {
  part: string;
  label: string;
  value: string;
  type?: string;
  set: (value: string) => Target;
};

function TargetParts({ row, target, errors, onChange, first }: TargetRowProps & { first: string }) {
  const t = useText();
  return partsOf(target, t.legalRequests.targetParts).map(({ part, label, value, type, set }, position) => {
    const error = errors.find((one) => one.part === part);
    const common = {
      id: position === 0 ? first : `${first}-${part}`,
      name: `${first}-${part}`,
      label,
      error: error && fieldErrorText(t, error),
      value,
    };
    if (part === 'timeZone')
      return <TimeZoneField key={part} {...common} onChange={(zone) => onChange(row, set(zone))} />;
    return (
      <TextField
        key={part}
        {...common}
        type={type ?? 'text'}
        step={type === 'datetime-local' ? 1 : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(row, set(event.target.value))}
      />
    );
  });
}

type PartLabels = Record<
  'address' | 'ipAddress' | 'at' | 'timeZone' | 'reference' | 'name' | 'dateOfBirth' | 'number',
  string
>;

function partsOf(target: Target, label: PartLabels): PartInput[] {
  switch (target.kind) {
    case 'email':
      return [
        {
          part: 'address',
          label: label.address,
          value: target.address,
          set: (address) => ({ ...target, address }),
        },
      ];
    case 'ip':
      return [
        {
          part: 'address',
          label: label.ipAddress,
          value: target.address,
          set: (address) => ({ ...target, address }),
        },
        {
          part: 'at',
          label: label.at,
          value: target.at,
          type: 'datetime-local',
          set: (at) => ({ ...target, at }),
        },
        {
          part: 'timeZone',
          label: label.timeZone,
          value: target.timeZone,
          set: (timeZone) => ({ ...target, timeZone }),
        },
      ];
    case 'payment':
      return [
        {
          part: 'reference',
          label: label.reference,
          value: target.reference,
          set: (reference) => ({ ...target, reference }),
        },
      ];
    case 'person':
      return [
        { part: 'name', label: label.name, value: target.name, set: (name) => ({ ...target, name }) },
        {
          part: 'dateOfBirth',
          label: label.dateOfBirth,
          value: target.dateOfBirth,
          type: 'date',
          set: (dateOfBirth) => ({ ...target, dateOfBirth }),
        },
      ];
    case 'customer':
      return [
        {
          part: 'number',
          label: label.number,
          value: target.number,
          set: (number) => ({ ...target, number }),
        },
      ];
  }
}
