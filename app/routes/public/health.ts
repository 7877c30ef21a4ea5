import type { LoaderFunctionArgs } from 'react-router';

import { isHealthy } from '#app/health.server.ts';
import { servicesContext } from '#app/services.server.ts';

/** For load balancers: 200 while the database answers, 503 otherwise. */
export async function loader({ context }: LoaderFunctionArgs) {
  const healthy = await isHealthy(context.get(servicesContext).db);
  return Response.json({ status: healthy ? 'ok' : 'unavailable' }, { status: healthy ? 200 : 503 });
}
