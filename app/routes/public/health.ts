import type { LoaderFunctionArgs } from 'react-router';

import { findHealth } from '#app/health.server.ts';
import { servicesContext } from '#app/services.server.ts';

/** For load balancers: 200 while the database answers, 503 otherwise. With the number of overdue legal requests, no more. */
export async function loader({ context }: LoaderFunctionArgs) {
  const health = await findHealth(context.get(servicesContext).db, new Date());
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
}
