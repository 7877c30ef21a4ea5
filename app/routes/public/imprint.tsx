import type { LoaderFunctionArgs } from 'react-router';

import { localeOf } from '#app/middleware/session.server.ts';
import { readOperatorText } from '#app/operator-texts.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { OperatorTextPage } from '#app/ui/operator-text-page.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const { config } = context.get(servicesContext);
  return { paragraphs: await readOperatorText(config, 'imprint', localeOf(context)) };
}

export default function ImprintPage({ loaderData }: { loaderData: Awaited<ReturnType<typeof loader>> }) {
  return <OperatorTextPage name="imprint" paragraphs={loaderData.paragraphs} />;
}
