import { createCookie } from 'react-router';

import { days, hours } from '#app/durations.ts';

const strict = { httpOnly: true, secure: true, sameSite: 'lax' as const, path: '/' };

/** The session's token. `__Host-`: this host only, TLS only. Lax, so that a link in a notification still finds it. */
export const sessionCookie = createCookie('__Host-session', { ...strict, maxAge: hours(12) / 1000 });

/** A registration on its way. */
export const registrationCookie = createCookie('__Host-registration', {
  ...strict,
  sameSite: 'strict',
  maxAge: hours(2) / 1000,
});

/** The chosen language; not a secret. */
export const localeCookie = createCookie('__Host-language', { ...strict, maxAge: days(365) / 1000 });
