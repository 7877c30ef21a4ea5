/**
 * The security headers, as one list: the server sets them on everything it answers (pages, resource routes, static
 * files, error pages, the framework's own answers), and the test walks over this list.
 */

/** Sent with every answer whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // Not no-referrer: Chromium then sends "Origin: null", and every form post without script fails the origin check.
  'Referrer-Policy': 'same-origin',
  // Passkeys for ourselves, everything else off.
  'Permissions-Policy': [
    'publickey-credentials-get=(self)',
    'publickey-credentials-create=(self)',
    ...[
      'accelerometer',
      'autoplay',
      'camera',
      'display-capture',
      'encrypted-media',
      'fullscreen',
      'geolocation',
      'gyroscope',
      'hid',
      'idle-detection',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
      'screen-wake-lock',
      'serial',
      'usb',
      'xr-spatial-tracking',
    ].map((feature) => `${feature}=()`),
  ].join(', '),
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Origin-Agent-Cluster': '?1',
};

/** Only over TLS; browsers ignore it elsewhere. */
export const strictTransportSecurity = 'max-age=63072000; includeSubDomains';

/** For whatever is not a document: nothing may be loaded or framed. */
export const emptyPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A worker takes its policy from its own script's answer. The hash functions of sealing are WebAssembly. */
export const scriptPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The content security policy of a document; each source has its reason. */
export function documentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // Our bundles, and the inline scripts of React Router that carry this answer's nonce.
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    // data: and blob: are icons of the style sheet and pages of opened documents.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // Opened documents are shown in a sandboxed frame made from a blob.
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // The only policy lets through the addresses of our own workers.
    'trusted-types amtsweg',
  ].join('; ');
}
