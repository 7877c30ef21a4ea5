import { composeCostsCsv } from '#app/answers/costs/costs-csv.ts';
import { listBilled } from '#app/answers/costs/costs.server.ts';
import { DomainError } from '#app/domain-error.ts';
import { isDate } from '#app/legal-requests/wall-time.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { localeOf, requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { loadText } from '#app/text/load-text.ts';

import type { Route } from './+types/costs-csv';

/** GET `?from&to` (calendar days, inclusive): what ended in this period, as CSV. */
export function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'read_costs');
  const { db } = context.get(servicesContext);
  const locale = localeOf(context);
  return answerJson(async () => {
    const { searchParams } = new URL(request.url);
    const [from, to] = ['from', 'to'].map((name) => searchParams.get(name) ?? '') as [string, string];
    if (!isDate(from) || !isDate(to)) throw new DomainError('bad_input');
    const csv = composeCostsCsv(await listBilled(db, actor, { from, to }), await loadText(locale), locale);
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="amtsweg-${from}-${to}.csv"`,
      },
    });
  });
}
