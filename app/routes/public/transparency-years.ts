import { servicesContext } from '#app/services.server.ts';
import { listNewestEditions } from '#app/transparency/editions.server.ts';
import { composeReportCsv } from '#app/transparency/report-csv.ts';

import type { Route } from './+types/transparency-years';

/** The newest version of every year, as one CSV. */
export async function loader({ context }: Route.LoaderArgs) {
  const editions = await listNewestEditions(context.get(servicesContext).db);
  return new Response(composeReportCsv(editions.map(({ content }) => content)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="transparency.csv"',
    },
  });
}
