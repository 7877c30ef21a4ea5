import { notFound } from '#app/domain-error.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeOf } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { findReportPage } from '#app/transparency/find-report.server.ts';
import { readVersion, readYear } from '#app/transparency/report-address.ts';
import { ReportPage } from '#app/transparency/report-page.tsx';

import type { Route } from './+types/transparency';

/** `/transparency`, `/transparency/2023`, `/transparency/2023/1`. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  return answerPage(async () => {
    const place = {
      year: params.year === undefined ? null : (readYear(params.year) ?? missing()),
      version: params.version === undefined ? null : (readVersion(params.version) ?? missing()),
    };
    const page = await findReportPage(services, place, localeOf(context), new Date());
    return { page, providerName: services.config.providerName };
  });
}

function missing(): never {
  throw notFound();
}

export const links = () => [
  { rel: 'alternate', type: 'application/atom+xml', href: '/transparency/feed.atom' },
];

export default function Transparency({ loaderData }: Route.ComponentProps) {
  return <ReportPage {...loaderData} />;
}
