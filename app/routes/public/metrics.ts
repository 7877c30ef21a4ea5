import type { LoaderFunctionArgs } from 'react-router';

import { mayReadMetrics, writeMetrics } from '#app/metrics/metrics.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';

/** For Prometheus. To whom the configuration does not let in, there is nothing here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, config } = context.get(servicesContext);
  const caller = {
    authorization: request.headers.get('Authorization'),
    address: context.get(visitContext).clientAddress,
    isForwarded: request.headers.has('X-Forwarded-For') || request.headers.has('Forwarded'),
  };
  if (!mayReadMetrics(config, caller)) return new Response('Not found', { status: 404 });
  const { body, type } = await writeMetrics(db, new Date());
  return new Response(body, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } });
}
