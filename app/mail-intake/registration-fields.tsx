import { useState, type ReactNode } from 'react';

import { RadioGroup } from '#app/forms/choices.tsx';
import { SelectField } from '#app/forms/fields.tsx';
import { formatDay } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';

import { AgencyFields, type AgencyFieldsProps } from './agency-fields.tsx';
import type { Correctable } from './corrections.server.ts';

type RegistrationFieldsProps = AgencyFieldsProps & {
  corrections: readonly Correctable[];
  /** Further fields of a new legal request. */
  children?: ReactNode;
};

/** Whether it is a new legal request, and whose; or which one it corrects. */
export function RegistrationFields({ corrections, children, ...fields }: RegistrationFieldsProps) {
  const { register: text } = useText().mailIntake;
  const { valueOf, errorOf } = fields;
  // Whoever wrote before may be correcting: then nothing is chosen for staff.
  const isLikely = corrections.some(({ isOfSender }) => isOfSender);
  const [what, setWhat] = useState(valueOf('what', isLikely ? '' : 'new'));
  return (
    <>
      {corrections.length === 0 ? (
        <input type="hidden" name="what" value="new" />
      ) : (
        <RadioGroup
          id="what"
          name="what"
          legend={text.what}
          {...(isLikely && { hint: text.likely })}
          value={what}
          onChange={setWhat}
          error={errorOf('what')}
          choices={[
            { value: 'new', label: text.isNew },
            { value: 'correction', label: text.isCorrection },
          ]}
        />
      )}
      {what === 'new' ? (
        <>
          <AgencyFields {...fields} />
          {children}
        </>
      ) : null}
      {what === 'correction' ? <CorrectionFields corrections={corrections} {...fields} /> : null}
    </>
  );
}

/** First the authority, then its legal requests whose correction period runs. */
function CorrectionFields({
  corrections,
  agency,
  valueOf,
  errorOf,
}: Pick<RegistrationFieldsProps, 'corrections' | 'agency' | 'valueOf' | 'errorOf'>) {
  const t = useText();
  const locale = useLocale();
  const { register: text } = t.mailIntake;
  const agencies = new Map(corrections.map(({ teamId, agencyName }) => [teamId, agencyName]));
  const sent = corrections.find(({ id }) => id === valueOf('corrects'));
  const ofSender = corrections.find(({ isOfSender }) => isOfSender);
  const [only] = agencies.size === 1 ? [...agencies.keys()] : [];
  const first = sent?.teamId ?? ofSender?.teamId ?? (agencies.has(agency) ? agency : only);
  const [chosen, setChosen] = useState(first ?? '');
  const ofAgency = corrections.filter(({ teamId }) => teamId === chosen);
  const wordsFor = ({ reference, fileNumber, category, status, correctionEndsAt }: Correctable) =>
    text.correctable({
      reference,
      fileNumber,
      category: t.legalRequests.categories[category].name,
      status: t.legalRequests.statuses[status].name,
      until: correctionEndsAt === null ? '' : formatDay(correctionEndsAt, locale),
    });
  return (
    <>
      <SelectField
        id="corrects-agency"
        label={text.agency}
        emptyLabel={text.agencyEmpty}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        choices={[...agencies].map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        key={chosen}
        id="corrects"
        name="corrects"
        label={text.corrects}
        hint={text.correctsHint}
        emptyLabel={text.agencyEmpty}
        defaultValue={valueOf('corrects')}
        error={errorOf('corrects')}
        choices={ofAgency.map((one) => ({ value: one.id, label: wordsFor(one) }))}
      />
    </>
  );
}
