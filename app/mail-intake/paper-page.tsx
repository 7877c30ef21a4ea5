import { Form, Link, useNavigation } from 'react-router';

import { RadioGroup } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { PageHeading, PageMain } from '#app/ui/page.tsx';

import type { FormFault } from './agency-fields.tsx';
import { paperChannels } from './arrival-values.ts';
import type { ChoosableAgency } from './arrivals.server.ts';
import type { Correctable } from './corrections.server.ts';
import { RegistrationFields } from './registration-fields.tsx';
import { useIntakeFault } from './use-intake-fault.tsx';

import '#app/review/review.css';

type PaperPageProps = {
  today: string;
  agencies: ChoosableAgency[];
  corrections: Correctable[];
  countries: { value: string; label: string }[];
  fault: FormFault | undefined;
};

/** Records a letter or a fax. */
export function PaperPage({ today, agencies, corrections, countries, fault }: PaperPageProps) {
  const t = useText();
  const { paper: text, page } = t.mailIntake;
  const { valueOf, errorOf, summary } = useIntakeFault(fault);
  const isBusy = useNavigation().state === 'submitting';
  return (
    <div className="desk">
      <PageMain narrow>
        {summary}
        <PageHeading>{text.title}</PageHeading>
        <p>{text.lead}</p>
        <Form method="post" className="stack" noValidate>
          <RadioGroup
            id="channel"
            name="channel"
            legend={text.channel}
            defaultValue={valueOf('channel')}
            error={errorOf('channel')}
            choices={paperChannels.map((value) => ({ value, label: text.channels[value] }))}
          />
          <TextField
            id="receivedOn"
            name="receivedOn"
            type="date"
            label={text.receivedOn}
            max={today}
            defaultValue={valueOf('receivedOn', today)}
            error={errorOf('receivedOn')}
          />
          <RegistrationFields
            corrections={corrections}
            agencies={agencies}
            countries={countries}
            agency=""
            valueOf={valueOf}
            errorOf={errorOf}
          >
            <TextField
              id="fileNumber"
              name="fileNumber"
              label={text.fileNumber}
              optional
              autoComplete="off"
              defaultValue={valueOf('fileNumber')}
              error={errorOf('fileNumber')}
            />
          </RegistrationFields>
          <div>
            <Button type="submit" busy={isBusy}>
              {text.save}
            </Button>
          </div>
        </Form>
        <p>
          <Link className="kern-link" to="/desk/arrivals">
            {page.back}
          </Link>
        </p>
      </PageMain>
    </div>
  );
}
