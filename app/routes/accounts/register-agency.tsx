import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from 'react-router';
import { useState } from 'react';

import { CountryAndKind } from '#app/accounts/country-and-kind.tsx';
import { nameCountries } from '#app/accounts/countries.ts';
import { domainOf } from '#app/accounts/email-domains.ts';
import { useFormFault } from '#app/accounts/form-errors.tsx';
import { faultOf, parseForm } from '#app/accounts/parse-form.ts';
import { RegistrationHeading } from '#app/accounts/registration-heading.tsx';
import { newAgencySchema } from '#app/accounts/registration-schemas.ts';
import {
  listAgenciesFor,
  requireAgencyFor,
  saveRegistrationDetails,
} from '#app/accounts/registrations.server.ts';
import { RadioGroup } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireRegistrationAt } from '#app/middleware/registration.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/register-agency.ts';

const newChoice = 'new';
const choiceSchema = z.object({ agency: z.union([z.literal(newChoice), z.uuid()], 'agency_missing') });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'agency');
  const { db, config } = context.get(servicesContext);
  return {
    agencies: await listAgenciesFor(db, registration.email),
    chosen: registration.details.agency ?? null,
    domain: domainOf(registration.email),
    countries: nameCountries(localeOf(context), config.providerCountry),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'agency');
  const { db } = context.get(servicesContext);
  const sent = await request.formData();
  const choice = parseForm(sent, choiceSchema);
  if (!choice.ok) return data(faultOf(choice.values, 'agency', 'agency_missing'), 400);
  if (choice.value.agency === newChoice) {
    const form = parseForm(sent, newAgencySchema);
    if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
    await saveRegistrationDetails(db, registration, { agency: { choice: 'new', ...form.value } });
  } else {
    const teamId = choice.value.agency;
    await answerPage(async () => requireAgencyFor(db, registration.email, teamId));
    await saveRegistrationDetails(db, registration, { agency: { choice: 'known', teamId } });
  }
  return redirect('/register/passkey');
}

export default function RegisterAgency() {
  const t = useText();
  const { agency: text } = t.accounts.register;
  const { agencies, chosen } = useLoaderData<typeof loader>();
  const { valueOf, errorOf, summary } = useFormFault(useActionData<typeof action>());
  const isBusy = useNavigation().state === 'submitting';
  const before = chosen?.choice === 'known' ? chosen.teamId : chosen?.choice;
  const [agency, setAgency] = useState(valueOf('agency', before ?? (agencies.length === 0 ? newChoice : '')));
  return (
    <PageMain narrow>
      {summary}
      <RegistrationHeading step={4}>{text.title}</RegistrationHeading>
      <Form method="post" className="stack" noValidate>
        {agencies.length === 0 ? (
          <>
            <p>{text.noneKnown}</p>
            <input type="hidden" name="agency" value={newChoice} />
          </>
        ) : (
          <RadioGroup
            id="agency"
            name="agency"
            legend={text.choose}
            hint={text.chooseHint}
            error={errorOf('agency')}
            value={agency}
            onChange={setAgency}
            choices={[
              ...agencies.map(({ id, name }) => ({ value: id, label: name })),
              { value: newChoice, label: text.other },
            ]}
          />
        )}
        {agency === newChoice ? <NewAgencyFields valueOf={valueOf} errorOf={errorOf} /> : null}
        <div>
          <Button type="submit" busy={isBusy}>
            {t.layout.next}
          </Button>
        </div>
      </Form>
    </PageMain>
  );
}

function NewAgencyFields({ valueOf, errorOf }: Pick<ReturnType<typeof useFormFault>, 'valueOf' | 'errorOf'>) {
  const t = useText();
  const { agency: text } = t.accounts.register;
  const { chosen, countries, domain } = useLoaderData<typeof loader>();
  const known = chosen?.choice === 'new' ? chosen : null;
  return (
    <>
      <TextField
        id="name"
        name="name"
        label={text.name}
        hint={text.nameHint}
        autoComplete="organization"
        defaultValue={valueOf('name', known?.name)}
        error={errorOf('name')}
      />
      <CountryAndKind
        countries={countries}
        words={text}
        known={known ?? {}}
        valueOf={valueOf}
        errorOf={errorOf}
      />
      <p className="muted">{text.domain(domain)}</p>
    </>
  );
}
