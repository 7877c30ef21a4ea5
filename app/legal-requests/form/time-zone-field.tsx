import type { ReactNode } from 'react';

import { SelectField } from '#app/forms/fields.tsx';
import { timeZones } from '#app/legal-requests/wall-time.ts';
import { useText } from '#app/text/text.tsx';

import { timeZoneName } from './field-text.ts';

type TimeZoneProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error: string | undefined;
  optional?: boolean;
  value: string;
  onChange: (zone: string) => void;
};

/** The usual zones first; an offset that was pasted stays choosable. */
export function TimeZoneField({ value, onChange, ...field }: TimeZoneProps) {
  const t = useText();
  const usual: readonly string[] = timeZones;
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !usual.includes(zone));
  const pasted = value !== '' && !usual.includes(value) && !others.includes(value) ? [value] : [];
  const toChoice = (zone: string) => ({ value: zone, label: timeZoneName(t, zone) });
  return (
    <SelectField
      {...field}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      emptyLabel={t.requests.section.choose}
      choices={[
        { label: t.requests.section.usualTimeZones, choices: [...pasted, ...usual].map(toChoice) },
        { label: t.requests.section.otherTimeZones, choices: others.map(toChoice) },
      ]}
    />
  );
}
