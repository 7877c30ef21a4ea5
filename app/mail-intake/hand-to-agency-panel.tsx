import { useState } from 'react';

import { ConfirmButton } from '#app/accounts/confirm-button.tsx';
import { useSealingKeys } from '#app/accounts/sealing-keys-context.tsx';
import { SelectField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Fingerprint, Panel } from '#app/ui/page.tsx';

import { handToAgency } from './hand-to-agency.client.ts';
import type { HandableAgency } from './hand-to-agency.ts';
import { useStep } from './use-step.tsx';

type HandToAgencyPanelProps = { legalRequestId: string; agencies: readonly HandableAgency[] };

/** The authority has registered since: its legal request goes over to it, and answers go the usual way. */
export function HandToAgencyPanel({ legalRequestId, agencies }: HandToAgencyPanelProps) {
  const { hand: text } = useText().mailIntake;
  const keys = useSealingKeys();
  const [chosen, setChosen] = useState(agencies.find(({ isOfSender }) => isOfSender)?.id ?? '');
  const { isBusy, run, notice } = useStep();
  const agency = agencies.find(({ id }) => id === chosen);
  return (
    <Panel title={text.title}>
      <p>{text.lead}</p>
      {agencies.length === 0 ? <p className="muted">{text.none}</p> : null}
      {agencies.length > 0 && keys.state !== 'ready' ? <p className="muted">{text.locked}</p> : null}
      {agencies.length > 0 && keys.state === 'ready' ? (
        <>
          <SelectField
            id="hand-to"
            label={text.agency}
            hint={text.agencyHint}
            emptyLabel={text.choose}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            choices={agencies.map(({ id, name, country }) => ({ value: id, label: `${name} (${country})` }))}
          />
          {agency ? (
            <div>
              <ConfirmButton
                label={text.hand}
                title={text.confirmTitle(agency.name)}
                busy={isBusy}
                onConfirm={() => run(() => handToAgency(legalRequestId, agency, keys), text.done)}
              >
                <p>{text.confirm}</p>
                <p>
                  {text.key} <Fingerprint value={agency.fingerprint} />
                </p>
              </ConfirmButton>
            </div>
          ) : null}
        </>
      ) : null}
      {notice}
    </Panel>
  );
}
