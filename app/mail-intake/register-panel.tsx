import { Form, useNavigation } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Panel } from '#app/ui/page.tsx';

import { AgencyFields } from './agency-fields.tsx';
import type { ArrivalPageProps } from './arrival-page.tsx';
import { DismissForm } from './refusal-panels.tsx';
import { useIntakeFault } from './use-intake-fault.tsx';

/** Begins to make a legal request of it. */
export function RegisterPanel({ arrival, agencies, countries, fault }: ArrivalPageProps) {
  const t = useText();
  const { register: text } = t.mailIntake;
  const { valueOf, errorOf, summary } = useIntakeFault(fault);
  const isBusy = useNavigation().state === 'submitting';
  if (arrival.legalRequestId !== null)
    return (
      <Panel title={text.title}>
        <p>{text.begun}</p>
        <div>
          <ButtonLink to={`/desk/arrivals/${arrival.id}/form`}>{text.continue}</ButtonLink>
        </div>
      </Panel>
    );
  return (
    <>
      <Panel title={text.title}>
        {summary}
        <p>{text.lead}</p>
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="intent" value="register" />
          <AgencyFields
            agencies={agencies}
            countries={countries}
            agency={arrival.teamId ?? ''}
            valueOf={valueOf}
            errorOf={errorOf}
          />
          <div>
            <Button type="submit" busy={isBusy}>
              {text.start}
            </Button>
          </div>
        </Form>
      </Panel>
      <DismissForm />
    </>
  );
}
