import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { listReportYears } from '#app/transparency/report-desk.server.ts';
import { ReportYearsPage } from '#app/transparency/report-years-page.tsx';

import type { Route } from './+types/report';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActorWho(context, request, 'publish_report');
  const services = context.get(servicesContext);
  return { years: await answerPage(() => listReportYears(services, actor, new Date())) };
}

export default function Report({ loaderData }: Route.ComponentProps) {
  return <ReportYearsPage {...loaderData} />;
}
