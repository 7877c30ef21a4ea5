import { useState } from 'react';

import { CountryAndKind } from '#app/accounts/country-and-kind.tsx';
import { SelectField, TextField } from '#app/forms/fields.tsx';
import { categories } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';

import { newAgencyChoice } from './arrival-schemas.ts';
import type { ChoosableAgency } from './arrivals.server.ts';

export type FormFault = { values: Record<string, string>; errors: Record<string, string> };

export type AgencyFieldsProps = {
  agencies: readonly ChoosableAgency[];
  countries: readonly { value: string; label: string }[];
  /** What is chosen at first. */
  agency: string;
  valueOf: (name: string, fallback?: string) => string;
  errorOf: (name: string) => string | undefined;
};

/** Which authority, known or newly described, and what it wants. */
export function AgencyFields({ agencies, countries, agency, valueOf, errorOf }: AgencyFieldsProps) {
  const t = useText();
  const { register: text } = t.mailIntake;
  const [chosen, setChosen] = useState(valueOf('agency', agency));
  const options = (hasKey: boolean) =>
    agencies
      .filter((one) => one.hasKey === hasKey)
      .map(({ id, name, country }) => ({ value: id, label: `${name} (${country})` }));
  return (
    <>
      <SelectField
        id="agency"
        name="agency"
        label={text.agency}
        hint={text.agencyHint}
        emptyLabel={text.agencyEmpty}
        error={errorOf('agency')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        choices={[
          { label: text.known, choices: options(true) },
          {
            label: text.outside,
            choices: [...options(false), { value: newAgencyChoice, label: text.other }],
          },
        ].filter(({ choices }) => choices.length > 0)}
      />
      {chosen === newAgencyChoice ? (
        <>
          <TextField
            id="name"
            name="name"
            label={text.name}
            hint={text.nameHint}
            autoComplete="off"
            defaultValue={valueOf('name')}
            error={errorOf('name')}
          />
          <CountryAndKind countries={countries} words={text} valueOf={valueOf} errorOf={errorOf} />
        </>
      ) : null}
      <SelectField
        id="category"
        name="category"
        label={text.category}
        emptyLabel={text.agencyEmpty}
        choices={categories.map((one) => ({ value: one, label: t.legalRequests.categories[one].name }))}
        defaultValue={valueOf('category')}
        error={errorOf('category')}
      />
    </>
  );
}
