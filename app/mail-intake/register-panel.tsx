import { Form, Link, useNavigation } from 'react-router';

import { useText } from '#app/text/text.tsx';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';

import type { ArrivalPageProps } from './arrival-page.tsx';
import { DismissForm, Intent } from './refusal-panels.tsx';
import { RegistrationFields } from './registration-fields.tsx';
import { useIntakeFault } from './use-intake-fault.tsx';

/** Begins to make a legal request of it. */
export function RegisterPanel({ arrival, agencies, corrections, countries, fault }: ArrivalPageProps) {
  const t = useText();
  const { register: text } = t.mailIntake;
  const { valueOf, errorOf, summary } = useIntakeFault(fault);
  const isBusy = useNavigation().state === 'submitting';
  if (arrival.correction !== null) return <CorrectionPanel arrival={arrival} />;
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
          <RegistrationFields
            corrections={corrections}
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

/** It was said to be the correction of a legal request. */
function CorrectionPanel({ arrival }: Pick<ArrivalPageProps, 'arrival'>) {
  const { register: text } = useText().mailIntake;
  const isOver = arrival.correction?.isOver === true;
  return (
    <Panel title={text.title}>
      <p>
        {text.correctionOf}{' '}
        <Link className="kern-link" to={`/desk/requests/${arrival.legalRequestId}`}>
          {arrival.reference}
        </Link>
      </p>
      {isOver ? (
        <Alert tone="warning" title={text.correctionOver} />
      ) : (
        <div>
          <ButtonLink to={`/desk/arrivals/${arrival.id}/form`}>{text.continue}</ButtonLink>
        </div>
      )}
      <Intent intent="release" weight={isOver ? 'primary' : 'tertiary'} label={text.release} />
      <p className="muted">{text.releaseHint}</p>
    </Panel>
  );
}
