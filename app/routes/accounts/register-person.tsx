import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from 'react-router';

import { useFormFault } from '#app/accounts/form-errors.tsx';
import { parseForm } from '#app/accounts/parse-form.ts';
import { mayDo } from '#app/accounts/permissions.ts';
import { RegistrationHeading } from '#app/accounts/registration-heading.tsx';
import { officerSchema, staffSchema } from '#app/accounts/registration-schemas.ts';
import { saveRegistrationDetails, type Registration } from '#app/accounts/registrations.server.ts';
import { TextField } from '#app/forms/fields.tsx';
import { requireRegistrationAt } from '#app/middleware/registration.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/register-person.ts';

const isStaff = ({ invitation }: Registration) =>
  invitation !== null && !mayDo(invitation.role, 'write_legal_request');

export async function loader({ request, context }: Route.LoaderArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'person');
  return {
    email: registration.email,
    person: registration.details.person ?? null,
    isInvited: registration.invitation !== null,
    isStaff: isStaff(registration),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'person');
  const { db } = context.get(servicesContext);
  const form = parseForm(await request.formData(), isStaff(registration) ? staffSchema : officerSchema);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
  await saveRegistrationDetails(db, registration, { person: form.value });
  return redirect(registration.progress.hasAgency ? '/register/passkey' : '/register/agency');
}

export default function RegisterPerson() {
  const t = useText();
  const { person: text } = t.accounts.register;
  const known = useLoaderData<typeof loader>();
  const { valueOf, errorOf, summary } = useFormFault(useActionData<typeof action>());
  const isBusy = useNavigation().state === 'submitting';
  const field = (name: 'name' | 'rank' | 'unit' | 'telephone') => ({
    id: name,
    name,
    label: text[name],
    defaultValue: valueOf(name, known.person?.[name]),
    error: errorOf(name),
  });
  return (
    <PageMain narrow>
      {summary}
      <RegistrationHeading step={known.isInvited ? null : 3}>{text.title}</RegistrationHeading>
      <p>{text.lead(known.email)}</p>
      <Form method="post" className="stack" noValidate>
        <TextField {...field('name')} autoComplete="name" />
        {known.isStaff ? null : (
          <>
            <TextField {...field('rank')} hint={text.rankHint} autoComplete="organization-title" />
            <TextField {...field('unit')} hint={text.unitHint} />
          </>
        )}
        <TextField {...field('telephone')} hint={text.telephoneHint} type="tel" autoComplete="tel" />
        <div>
          <Button type="submit" busy={isBusy}>
            {t.layout.next}
          </Button>
        </div>
      </Form>
    </PageMain>
  );
}
