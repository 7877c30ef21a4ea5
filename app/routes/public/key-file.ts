import type { LoaderFunctionArgs } from 'react-router';

import { findPublishedKey } from '#app/accounts/published-key.server.ts';
import { servicesContext } from '#app/services.server.ts';

/** The intake key, armored. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, config } = context.get(servicesContext);
  const key = await findPublishedKey(db, config);
  if (key === null) return new Response('Not found', { status: 404 });
  return new Response(key.publicKey, { headers: { 'Content-Type': 'application/pgp-keys' } });
}
