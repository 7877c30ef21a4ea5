/**
 * The only Trusted Types policy of the site, `amtsweg`: it turns the address of our own worker script into a `TrustedScriptURL`
 * and refuses everything else (W3C Trusted Types; the CSP says `trusted-types amtsweg; require-trusted-types-for 'script'`).
 */
type ScriptUrlPolicy = { createScriptURL(url: string): unknown };
type PolicyFactory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

let policy: ScriptUrlPolicy | null = null;

/** The file names that Vite gives our workers: the sources in development, hashed assets in production. */
const workerPath =
  /^\/(?:app\/(?:sealing\/(?:crypto|cipher)|viewing\/document)\.worker\.ts|assets\/(?:crypto|cipher|document)\.worker-[\w-]+\.js)$/;

/** The address if it is that of one of our workers on `origin`; throws otherwise. */
export function requireWorkerUrl(url: string, origin: string): string {
  const parsed = new URL(url, origin);
  if (parsed.origin !== origin || !workerPath.test(parsed.pathname)) {
    throw new TypeError('Not the address of a worker of this site');
  }
  return parsed.href;
}

/** Starts a worker's module script at `url`, through the policy where the browser knows Trusted Types. */
export function startWorker(url: string, name = 'amtsweg-sealing'): Worker {
  const checked = createTrustedUrl(url);
  return new Worker(checked as string, { type: 'module', name });
}

function createTrustedUrl(url: string): unknown {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return requireWorkerUrl(url, location.origin);
  policy ??= factory.createPolicy('amtsweg', {
    createScriptURL: (candidate) => requireWorkerUrl(candidate, location.origin),
  });
  return policy.createScriptURL(url);
}
