import { notFound } from '#app/domain-error.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { isLocale } from '#app/text/catalogue.ts';
import { requireEdition } from '#app/transparency/find-report.server.ts';
import { findReportPdf } from '#app/transparency/report-pdf.server.ts';
import { readVersion, readYear } from '#app/transparency/report-address.ts';
import { composeReportCsv } from '#app/transparency/report-csv.ts';
import { canonicalJson } from '#app/sealing/canonical-json.ts';

import type { Route } from './+types/transparency-file';

/** A version of a year as `report.csv`, `report.json` or `report.de.pdf`. What was published never changes. */
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
    const [, locale] = /^report\.([a-z]{2})\.pdf$/.exec(params.file) ?? [];
    if (!isLocale(locale)) throw notFound();
    return download(await findReportPdf(db, edition, locale), 'application/pdf', `${name}-${locale}.pdf`);
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
