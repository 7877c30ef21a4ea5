import { data, Form, Link, redirect, useActionData, useNavigation } from 'react-router';

import { useFormFault } from '#app/accounts/form-errors.tsx';
import { faultOf, parseForm } from '#app/accounts/parse-form.ts';
import { emailSchema } from '#app/accounts/registration-schemas.ts';
import { startRegistration } from '#app/accounts/registrations.server.ts';
import { RegistrationHeading } from '#app/accounts/registration-heading.tsx';
import { DomainError } from '#app/domain-error.ts';
import { TextField } from '#app/forms/fields.tsx';
import { z } from '#app/forms/zod.ts';
import { registrationCookie } from '#app/middleware/cookies.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/register-email.ts';

const schema = z.object({ email: emailSchema });

/** Sends the code. The answer is the same whether or not the address has an account (promise 12). */
export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const form = parseForm(await request.formData(), schema);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
  const { email } = form.value;
  try {
    await limitRate(services, 'code_request_by_address', networkOf(context.get(visitContext).clientAddress));
    await limitRate(services, 'code_request_by_email', email);
    const token = await startRegistration(services, { email, locale: localeOf(context) }, new Date());
    return redirect('/register/code', {
      headers: { 'Set-Cookie': await registrationCookie.serialize(token) },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data(faultOf({ email }, 'email', error.code), error.status);
  }
}

export default function RegisterEmail() {
  const t = useText();
  const { email } = t.accounts.register;
  const { valueOf, errorOf, summary } = useFormFault(useActionData<typeof action>());
  const isBusy = useNavigation().state === 'submitting';
  return (
    <PageMain narrow>
      {summary}
      <RegistrationHeading step={1}>{email.title}</RegistrationHeading>
      <p>{email.lead}</p>
      <Form method="post" className="stack" noValidate>
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          label={email.label}
          hint={email.hint}
          defaultValue={valueOf('email')}
          error={errorOf('email')}
        />
        <div>
          <Button type="submit" busy={isBusy}>
            {email.submit}
          </Button>
        </div>
      </Form>
      <p>
        {email.haveAccount}{' '}
        <Link className="kern-link" to="/sign-in">
          {t.layout.signIn}
        </Link>
      </p>
    </PageMain>
  );
}
