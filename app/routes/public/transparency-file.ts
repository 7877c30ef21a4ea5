import { notFound } from '#app/domain-error.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { requireEdition } from '#app/transparency/find-report.server.ts';
import { readVersion, readYear } from '#app/transparency/report-address.ts';
import { composeReportCsv } from '#app/transparency/report-csv.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';

import type { Route } from './+types/transparency-file';

/** A version of a year as `report.csv` or `report.json`. What was published never changes. */
export function loader({ params, context }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  return answerJson(async () => {
    const [year, version] = [readYear(params.year), readVersion(params.version)];
    if (year === null || version === null) throw notFound();
    const edition = await requireEdition(db, year, version);
    const name = `transparency-${year}-${version}`;
    if (params.file === 'report.csv')
      return download(composeReportCsv([edition.content]), 'text/csv; charset=utf-8', `${name}.csv`);
    if (params.file === 'report.json')
      return download(canonicalJson(edition), 'application/json', `${name}.json`);
    throw notFound();
  });
}

function download(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'public, max-age=86400',
    },
  });
}
