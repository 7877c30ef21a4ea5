import { data, Form, Link, redirect, useActionData, useLoaderData, useNavigation } from 'react-router';

import { useFormFault } from '#app/accounts/form-errors.tsx';
import { faultOf, parseForm } from '#app/accounts/parse-form.ts';
import { RegistrationHeading } from '#app/accounts/registration-heading.tsx';
import { codeSchema } from '#app/accounts/registration-schemas.ts';
import { confirmCode, startRegistration } from '#app/accounts/registrations.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { TextField } from '#app/forms/fields.tsx';
import { z } from '#app/forms/zod.ts';
import { registrationCookie } from '#app/middleware/cookies.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { requireRegistrationAt } from '#app/middleware/registration.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/register-code.ts';

const schema = z.object({ code: codeSchema });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { registration } = await requireRegistrationAt(context, request, 'code');
  const { config } = context.get(servicesContext);
  return {
    email: registration.email,
    isDemo: config.mode === 'demo',
    isAgain: new URL(request.url).searchParams.has('again'),
  };
}

/** Compares the code, or sends a new one. */
export async function action({ request, context }: Route.ActionArgs) {
  const { token, registration } = await requireRegistrationAt(context, request, 'code');
  const services = context.get(servicesContext);
  const network = networkOf(context.get(visitContext).clientAddress);
  const sent = await request.formData();
  try {
    if (sent.get('intent') === 'again') {
      await limitRate(services, 'code_request_by_address', network);
      await limitRate(services, 'code_request_by_email', registration.email);
      const visitor = { email: registration.email, locale: localeOf(context) };
      const next = await startRegistration(services, visitor, new Date());
      return redirect('/register/code?again', {
        headers: { 'Set-Cookie': await registrationCookie.serialize(next) },
      });
    }
    await limitRate(services, 'code_try_by_address', network);
    const form = parseForm(sent, schema);
    if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
    await confirmCode(services.db, token, form.value.code, new Date());
    return redirect('/register/person');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data(faultOf({}, 'code', error.code), error.status);
  }
}

export default function RegisterCode() {
  const t = useText();
  const { code } = t.accounts.register;
  const { email, isDemo, isAgain } = useLoaderData<typeof loader>();
  const { errorOf, summary } = useFormFault(useActionData<typeof action>());
  const isBusy = useNavigation().state === 'submitting';
  return (
    <PageMain narrow>
      {summary}
      <RegistrationHeading step={2}>{code.title}</RegistrationHeading>
      {isAgain ? <Alert tone="success" title={code.sentAgain} announce /> : null}
      <p>{code.lead(email)}</p>
      {isDemo ? (
        <Alert tone="info" title={code.demoTitle}>
          <p>
            {code.demoText}{' '}
            <Link className="kern-link" to="/dev/mail">
              {t.layout.footerLinks.demoMail}
            </Link>
          </p>
        </Alert>
      ) : null}
      <Form method="post" className="stack" noValidate>
        <TextField
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={code.label}
          hint={code.hint}
          error={errorOf('code')}
          maxLength={12}
        />
        <div>
          <Button type="submit" busy={isBusy}>
            {t.layout.next}
          </Button>
        </div>
      </Form>
      <Form method="post" className="row">
        <span>{code.notArrived}</span>
        <input type="hidden" name="intent" value="again" />
        <button type="submit" className="plain-button">
          {code.sendAgain}
        </button>
        <Link className="kern-link" to="/register">
          {code.otherAddress}
        </Link>
      </Form>
    </PageMain>
  );
}
