import type { LoaderFunctionArgs } from 'react-router';

import { findWebKey } from '#app/accounts/published-key.server.ts';
import { servicesContext } from '#app/services.server.ts';

/** Web Key Directory: mail programs find the intake key by the address. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { db, config } = context.get(servicesContext);
  const key = await findWebKey(db, config, params['hash'] ?? '');
  if (key === null) return new Response('Not found', { status: 404 });
  return new Response(key, {
    headers: { 'Content-Type': 'application/octet-stream', 'Access-Control-Allow-Origin': '*' },
  });
}
