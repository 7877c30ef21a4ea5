import { data, redirect } from 'react-router';

import { nameCountries } from '#app/accounts/countries.ts';
import { faultOf, parseForm } from '#app/accounts/parse-form.ts';
import { DomainError } from '#app/domain-error.ts';
import { ArrivalPage } from '#app/mail-intake/arrival-page.tsx';
import { chosenIn, descriptionSchema, registrationSchemaFor } from '#app/mail-intake/arrival-schemas.ts';
import { findArrival, listChoosableAgencies } from '#app/mail-intake/arrivals.server.ts';
import {
  answerRefusal,
  describeArrival,
  dismissArrival,
  refuseUnreadable,
} from '#app/mail-intake/change-arrivals.server.ts';
import {
  listCorrectable,
  releaseMailedCorrection,
  startMailedCorrection,
} from '#app/mail-intake/corrections.server.ts';
import { listSignerKeys } from '#app/mail-intake/mail-reply.server.ts';
import { startRegistration } from '#app/mail-intake/register.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeOf, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/arrival';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_arrivals');
  const { db, config } = context.get(servicesContext);
  return answerPage(async () => {
    const arrival = await findArrival(db, actor, params.id);
    return {
      arrival,
      signers: await listSignerKeys(db, actor, arrival),
      corrections: await listCorrectable(db, actor, arrival),
      agencies: await listChoosableAgencies(db, actor),
      countries: nameCountries(localeOf(context), config.providerCountry),
    };
  });
}

/** `intent` says what: register, release, describe, dismiss, or one of the answers. */
export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const actor = requireActorWho(context, request, 'register_legal_request');
  const services = context.get(servicesContext);
  const { db } = services;
  const now = new Date();
  const sent = await request.formData();
  const intent = sent.get('intent');
  if (intent === 'register') {
    const form = parseForm(sent, registrationSchemaFor(chosenIn(sent)));
    if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
    const { value } = form;
    await answerPage<unknown>(() =>
      value.what === 'correction'
        ? startMailedCorrection(db, actor, id, value.corrects)
        : startRegistration(db, actor, id, value, now),
    );
    return redirect(`/desk/arrivals/${id}/form`);
  }
  if (intent === 'describe') {
    const form = parseForm(sent, descriptionSchema);
    if (!form.ok) return data({ values: form.values, errors: form.errors }, 400);
    try {
      await describeArrival(db, actor, id, form.value, now);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'reference_unknown') throw error;
      const values = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
      return data(faultOf(values, 'reference', error.code), 422);
    }
    return redirect(`/desk/arrivals/${id}`);
  }
  await answerPage(async () => {
    if (intent === 'release') await releaseMailedCorrection(db, actor, id);
    else if (intent === 'dismiss') await dismissArrival(db, actor, id, now);
    else if (intent === 'unreadable') await refuseUnreadable(services, actor, id, now);
    else if (intent === 'send' || intent === 'withhold' || intent === 'printed')
      await answerRefusal(services, actor, id, intent, now);
    else throw new DomainError('bad_input');
  });
  return redirect(`/desk/arrivals/${id}`);
}

export default function Arrival({ loaderData, actionData }: Route.ComponentProps) {
  return <ArrivalPage key={loaderData.arrival.id} {...loaderData} fault={actionData} />;
}
