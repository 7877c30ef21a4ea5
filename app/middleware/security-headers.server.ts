/**
 * The security headers, as one list: the server sets them on everything it answers (pages, resource routes, static
 * files, error pages, the framework's own answers), and the test walks over this list.
 */

/** What pages may do with the browser: ask for a passkey, and copy a text that somebody wants copied. */
export const allowedFeatures = [
  'publickey-credentials-get',
  'publickey-credentials-create',
  'clipboard-write',
];

/** Everything else that Chromium 156 knows. A browser passes over what it does not know. */
export const refusedFeatures = [
  'accelerometer',
  'aria-notify',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'compute-pressure',
  'deferred-fetch',
  'deferred-fetch-minimal',
  'digital-credentials-create',
  'digital-credentials-get',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'keyboard-map',
  'language-detector',
  'language-model',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'magnetometer',
  'media-playback-while-not-visible',
  'microphone',
  'midi',
  'on-device-speech-recognition',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'summarizer',
  'sync-xhr',
  'translator',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Sent with every answer whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // Not no-referrer: Chromium then sends "Origin: null", and every form post without script fails the origin check.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': [
    ...allowedFeatures.map((feature) => `${feature}=(self)`),
    ...refusedFeatures.map((feature) => `${feature}=()`),
  ].join(', '),
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Origin-Agent-Cluster': '?1',
};

/** For whatever is not a document: nothing may be loaded or framed. */
const emptyPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * What every answer begins with; a document replaces the policy by its own.
 * @param origin of the configuration: browsers keep to TLS (for two years) where it is a TLS one
 */
export function headersOfEveryAnswer(origin: string): Record<string, string> {
  return {
    ...securityHeaders,
    'Content-Security-Policy': emptyPolicy,
    ...(origin.startsWith('https:') && {
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    }),
  };
}

/** A worker takes its policy from its own script's answer. The hash functions of sealing are WebAssembly. */
export const scriptPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Of the worker that draws opened documents (promise 7): whatever of a stranger's takes it over can ask this site for
 * nothing but the files of the portal's own program, neither by `fetch` nor by `import`.
 */
const documentWorkerPolicy = (origin: string): string => {
  const assets = `${origin}/assets/`;
  return `default-src 'none'; script-src ${assets} 'wasm-unsafe-eval'; connect-src ${assets}; frame-ancestors 'none'; base-uri 'none'`;
};

/** The policy of a script's own answer, which is that of a worker made of it. @param path on `origin` */
export function policyOfScript(path: string, origin: string): string {
  return path.startsWith('/assets/document.worker-') ? documentWorkerPolicy(origin) : scriptPolicy;
}

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
