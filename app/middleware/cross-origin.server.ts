const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change anything (promise 19). Stands in the server, before the routes, because the framework's
 * own check skips resource routes. Browsers send `Sec-Fetch-Site`; where it is missing the `Origin` decides; where both
 * are missing nothing is changed.
 * @param origin our only origin, from the configuration
 */
export function isOwnRequest(method: string, headers: Pick<Headers, 'get'>, origin: string): boolean {
  if (safeMethods.has(method)) return true;
  const sentOrigin = headers.get('origin');
  if (sentOrigin !== null && sentOrigin !== origin) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return sentOrigin === origin;
}
