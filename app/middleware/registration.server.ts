import { redirect, type RouterContextProvider } from 'react-router';

import { mayOpen, nextStep, type RegistrationStep } from '#app/accounts/registration-steps.ts';
import { findRegistration, type Registration } from '#app/accounts/registrations.server.ts';
import { servicesContext } from '#app/services.server.ts';

import { registrationCookie } from './cookies.server.ts';

/** The token of the registration's cookie; empty when there is none. */
export async function readRegistrationToken(request: Request): Promise<string> {
  const token: unknown = await registrationCookie.parse(request.headers.get('Cookie'));
  return typeof token === 'string' ? token : '';
}

/** @throws Response: redirect to the step that comes first, or to the beginning */
export async function requireRegistrationAt(
  context: Readonly<RouterContextProvider>,
  request: Request,
  step: RegistrationStep,
): Promise<{ token: string; registration: Registration }> {
  const { db } = context.get(servicesContext);
  const token = await readRegistrationToken(request);
  const registration = token === '' ? null : await findRegistration(db, token, new Date());
  if (!registration) throw redirect('/register');
  if (!mayOpen(step, registration.progress)) throw redirect(`/register/${nextStep(registration.progress)}`);
  return { token, registration };
}
