import { redirect, type ActionFunctionArgs } from 'react-router';

import { localeCookie } from '#app/middleware/cookies.server.ts';
import { isLocale } from '#app/text/catalogue.ts';

/** Remembers the language and goes back to where the person was. */
export async function action({ request }: ActionFunctionArgs) {
  const locale = (await request.formData()).get('locale');
  const origin = new URL(request.url).origin;
  const referrer = request.headers.get('Referer');
  const back = referrer !== null && URL.canParse(referrer) ? new URL(referrer) : null;
  const headers = isLocale(locale) ? { 'Set-Cookie': await localeCookie.serialize(locale) } : undefined;
  return redirect(back?.origin === origin ? back.pathname + back.search : '/', { status: 303, headers });
}
