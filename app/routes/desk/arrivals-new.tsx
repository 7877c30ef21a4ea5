import { data, redirect } from 'react-router';

import { nameCountries } from '#app/accounts/countries.ts';
import { faultOf, parseForm } from '#app/accounts/parse-form.ts';
import { DomainError } from '#app/domain-error.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { chosenIn, paperSchemaFor } from '#app/mail-intake/arrival-schemas.ts';
import { listChoosableAgencies } from '#app/mail-intake/arrivals.server.ts';
import { listCorrectable } from '#app/mail-intake/corrections.server.ts';
import { PaperPage } from '#app/mail-intake/paper-page.tsx';
import { recordPaper } from '#app/mail-intake/register.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeOf, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/arrivals-new';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'register_legal_request');
  const { db, config } = context.get(servicesContext);
  return answerPage(async () => ({
    today: toDate(new Date()),
    corrections: await listCorrectable(db, actor, null),
    agencies: await listChoosableAgencies(db, actor),
    countries: nameCountries(localeOf(context), config.providerCountry),
  }));
}

/** Whether a correction came in time is known only from the day that is typed in. */
const faultyFields: Record<string, string> = {
  date_in_future: 'receivedOn',
  correction_period_over: 'corrects',
};

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'register_legal_request');
  const { db } = context.get(servicesContext);
  const sent = await request.formData();
  const form = parseForm(sent, paperSchemaFor(chosenIn(sent)));
  if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
  try {
    const { arrivalId, legalRequestId } = await recordPaper(db, actor, form.value, new Date());
    return redirect(`/desk/arrivals/${arrivalId}${legalRequestId === null ? '/letter' : '/form'}`);
  } catch (error) {
    const field = error instanceof DomainError ? faultyFields[error.code] : undefined;
    if (!(error instanceof DomainError) || field === undefined) throw error;
    const values = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
    return data(faultOf(values, field, error.code), 422);
  }
}

export default function NewArrival({ loaderData, actionData }: Route.ComponentProps) {
  return <PaperPage {...loaderData} fault={actionData} />;
}
