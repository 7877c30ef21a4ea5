import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { loadText } from '#app/text/load-text.ts';
import { listAllEditions } from '#app/transparency/editions.server.ts';
import { composeReportFeed } from '#app/transparency/report-feed.ts';

import type { Route } from './+types/transparency-feed';

/** Every publication, in the language of whoever asks. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const locale = localeOf(context);
  const { transparency: text } = await loadText(locale);
  const { origin, providerName: provider } = config;
  const feed = composeReportFeed(await listAllEditions(db), { origin, provider, text, locale });
  return new Response(feed, {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', Vary: 'Accept-Language, Cookie' },
  });
}
