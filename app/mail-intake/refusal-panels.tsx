import { Form } from 'react-router';

import { CountryAndKind } from '#app/accounts/country-and-kind.tsx';
import { SelectField, TextField } from '#app/forms/fields.tsx';
import { categories } from '#app/legal-requests/legal-request-values.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/buttons.tsx';
import { Panel } from '#app/ui/page.tsx';

import type { ArrivalPageProps } from './arrival-page.tsx';
import type { FoundArrival } from './arrivals.server.ts';
import { useIntakeFault } from './use-intake-fault.tsx';

/** The answer to what was refused, while it waits for staff. */
export function AnswerPanel({ arrival }: { arrival: FoundArrival }) {
  const { refusal: text } = useText().mailIntake;
  if (arrival.answer !== 'open') return null;
  if (arrival.channel === 'fax')
    return (
      <Panel title={text.title}>
        <div>
          <ButtonLink to={`/desk/arrivals/${arrival.id}/letter`}>{text.letter}</ButtonLink>
        </div>
        <Intent intent="printed" weight="secondary" label={text.printed} />
      </Panel>
    );
  return (
    <Panel title={text.title}>
      <p>{text.sendHint}</p>
      <ButtonRow>
        <Intent intent="send" label={text.send} />
        <Intent intent="withhold" weight="secondary" label={text.withhold} />
      </ButtonRow>
    </Panel>
  );
}

/** What cannot be opened: asked for again, or put aside. */
export function UnreadablePanel({ arrival }: { arrival: FoundArrival }) {
  const { refusal: text } = useText().mailIntake;
  return (
    <Panel title={text.title}>
      {arrival.senderAddress === null ? (
        <Intent intent="unreadable" label={text.unreadableSilent} />
      ) : (
        <>
          <p>{text.unreadableHint}</p>
          <Intent intent="unreadable" label={text.unreadable} />
        </>
      )}
      <DismissForm />
    </Panel>
  );
}

export function DismissForm() {
  const { refusal: text } = useText().mailIntake;
  return (
    <div className="stack stack--small">
      <Intent intent="dismiss" weight="tertiary" label={text.dismiss} />
      <p className="muted">{text.dismissHint}</p>
    </div>
  );
}

/** One button that posts what it says. */
export function Intent({
  intent,
  label,
  weight = 'primary',
}: {
  intent: string;
  label: string;
  weight?: 'primary' | 'secondary' | 'tertiary';
}) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button type="submit" weight={weight}>
        {label}
      </Button>
    </Form>
  );
}

/** Whose request it was, for the report. */
export function DescribePanel({ arrival, countries, fault }: ArrivalPageProps) {
  const t = useText();
  const { refusal: text, register } = t.mailIntake;
  const { valueOf, errorOf, summary } = useIntakeFault(fault);
  const said = { true: text.described, false: text.describedNot, null: null }[
    String(arrival.isLegalRequest) as 'true'
  ];
  return (
    <Panel title={text.describeTitle}>
      {summary}
      {said === null ? <p>{text.describeLead}</p> : <p role="status">{said}</p>}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="describe" />
        <CountryAndKind
          countries={countries}
          words={register}
          known={arrival}
          valueOf={valueOf}
          errorOf={errorOf}
        />
        <SelectField
          id="category"
          name="category"
          label={register.category}
          emptyLabel={text.categoryEmpty}
          choices={categories.map((one) => ({ value: one, label: t.legalRequests.categories[one].name }))}
          defaultValue={valueOf('category', arrival.category ?? '')}
        />
        <TextField
          id="reference"
          name="reference"
          label={text.reference}
          hint={text.referenceHint}
          optional
          autoComplete="off"
          defaultValue={valueOf('reference', arrival.reference ?? '')}
          error={errorOf('reference')}
        />
        <div>
          <Button type="submit" weight="secondary">
            {text.describe}
          </Button>
        </div>
      </Form>
      {arrival.state === 'refused' && arrival.isLegalRequest === null ? <DismissForm /> : null}
    </Panel>
  );
}
