/// <reference types="vite/client" />
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import sirv from 'sirv';
import * as build from 'virtual:react-router/server-build';

import { describePin } from '#app/accounts/pinned-key.server.ts';
import { ConfigurationError, readConfig, type Config } from '#app/config.server.ts';
import { openDatabase, type Database } from '#app/database.server.ts';
import { startJobs } from '#app/jobs.server.ts';
import { createLog, describeError, loggedPath, type Log } from '#app/log.server.ts';
import { openMailDoor } from '#app/mail-intake/doors.server.ts';
import { isOwnRequest } from '#app/middleware/cross-origin.server.ts';
import {
  documentPolicy,
  headersOfEveryAnswer,
  policyOfScript,
} from '#app/middleware/security-headers.server.ts';
import { servicesContext, visitContext, type Services } from '#app/services.server.ts';
import { startWork } from '#app/work.server.ts';
import { migrate } from '#db/migrate.ts';

const clientFolder = fileURLToPath(new URL('../client', import.meta.url));

/** Static files: names under /assets carry a hash of their content and never change. */
const createFileServer = (origin: string) =>
  sirv(clientFolder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
      if (path.endsWith('.js')) response.setHeader('Content-Security-Policy', policyOfScript(path, origin));
    },
  });

function setSecurityHeaders(response: ServerResponse, config: Config) {
  for (const [name, value] of Object.entries(headersOfEveryAnswer(config.origin)))
    response.setHeader(name, value);
}

const handleRoute = createRequestHandler(build, 'production');

/** One HTTP request: own origin or refused, then the routes; the answer gets the policy of its kind. */
async function answer(request: Request, clientAddress: string, services: Services): Promise<Response> {
  const { config, log } = services;
  const started = performance.now();
  const requestId = randomUUID();
  const nonce = randomBytes(16).toString('base64');
  const { pathname } = new URL(request.url);
  let response: Response;
  if (!isOwnRequest(request.method, request.headers, config.origin)) {
    response = new Response('Cross-origin request refused', { status: 403 });
  } else {
    const context = new RouterContextProvider();
    context.set(servicesContext, services);
    context.set(visitContext, { requestId, nonce, clientAddress });
    response = await handleRoute(request, context);
  }
  const headers = new Headers(response.headers);
  headers.set('X-Request-Id', requestId);
  if (
    headers.get('Content-Type')?.startsWith('text/html') === true &&
    !headers.has('Content-Security-Policy')
  )
    headers.set('Content-Security-Policy', documentPolicy(nonce));
  // Pages and data differ by person and must not stay behind after signing out (promise 19).
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  log.info({
    requestId,
    method: request.method,
    path: loggedPath(pathname),
    status: response.status,
    durationMs: Math.round(performance.now() - started),
  });
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

/** Address for rate limits: the peer's, or what the trusted proxy in front says. */
function clientAddressOf(request: IncomingMessage, config: Config): string {
  const forwarded = request.headers['x-forwarded-for'];
  const last = Array.isArray(forwarded) ? forwarded.at(-1) : forwarded?.split(',').at(-1);
  return (config.trustProxy ? last?.trim() : undefined) ?? request.socket.remoteAddress ?? 'unknown';
}

/** After a change of the intake key the operator's configuration lags behind; a key out of line is somebody else's. */
async function sayWhatIsPinned(db: Database, config: Config, log: Log) {
  const { state, fingerprint } = await describePin(db, config);
  if (state === 'by_former_key')
    log.warn(
      { event: 'intake_fingerprint_outdated' },
      `INTAKE_FINGERPRINT names a key that has handed over to another one: the configuration should name the new fingerprint ${fingerprint}`,
    );
  if (state === 'another_key')
    log.error(
      { event: 'intake_fingerprint_differs' },
      'the intake key is not the one of INTAKE_FINGERPRINT and does not follow it: nothing is sealed until this is cleared up',
    );
}

async function start(config: Config, log: Log) {
  const { db, pool } = openDatabase(config.databaseUrl);
  await migrate(pool);
  await sayWhatIsPinned(db, config, log);
  const jobs = await startJobs(config.databaseUrl, log);
  const services: Services = { config, db, log, jobs };
  await startWork(services);
  const mailDoor = await openMailDoor(services);

  const serveFile = createFileServer(config.origin);
  const { host, protocol } = new URL(config.origin);
  const server = createServer((request, response) => {
    setSecurityHeaders(response, config);
    const listener = createRequestListener(
      (webRequest) => answer(webRequest, clientAddressOf(request, config), services),
      {
        // Addresses come from the configuration, never from headers (promise 9).
        host,
        protocol,
        onError(error) {
          log.error({ event: 'request_failed', ...describeError(error) });
          return new Response('Internal error', { status: 500 });
        },
      },
    );
    serveFile(request, response, () => listener(request, response));
  });
  // Large sealed uploads over slow lines may take hours; headers may not.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;

  const stop = () => {
    server.close(() => {
      void mailDoor
        .close()
        .then(() => jobs.stop())
        .then(() => pool.end())
        .then(() => process.exit(0));
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  server.once('error', (error) => {
    log.fatal({ event: 'cannot_listen', port: config.port, ...describeError(error) });
    process.exitCode = 1;
    stop();
  });
  server.listen(config.port, config.host, () => log.info({ event: 'listening', port: config.port }));
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  await start(config, log);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 78;
}
