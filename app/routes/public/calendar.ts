import { findFeedOwner } from '#app/calendar/calendar-feeds.server.ts';
import { composeCalendar } from '#app/calendar/calendar-file.ts';
import { listCalendarDeadlines } from '#app/calendar/deadlines.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { loadText } from '#app/text/load-text.ts';

import type { Route } from './+types/calendar';

/**
 * GET: a person's deadlines as iCalendar. The token in the address stands for the person, because calendar programs have
 * no session; it never comes into the log (server.ts) and unknown ones answer like addresses that do not exist.
 */
export function loader({ context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const now = new Date();
  return answerJson(async () => {
    await limitRate(
      { db, config },
      'calendar_by_address',
      networkOf(context.get(visitContext).clientAddress),
    );
    const owner = await findFeedOwner(db, params.token);
    if (!owner) return new Response('Not found', { status: 404 });
    const { calendar: text } = (await loadText(owner.locale)).notifications;
    const words = { name: text.name, kinds: text.deadlines };
    const deadlines = await listCalendarDeadlines(db, owner, now);
    const body = composeCalendar(deadlines, words, { host: new URL(config.origin).host, now });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="amtsweg.ics"',
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Robots-Tag': 'noindex',
      },
    });
  });
}
