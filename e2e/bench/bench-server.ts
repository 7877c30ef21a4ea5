/**
 * A small server for measuring: the portal's own tus endpoint and upload store on a real PostgreSQL, and a page that
 * drives the upload pipeline without accounts. It is built into a temporary folder and never part of the product.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import sirv from 'sirv';
import { v7 as uuidv7 } from 'uuid';
import { build } from 'vite';

import type { Actor } from '#app/accounts/actor.ts';
import { openDatabase, type Database, type Transaction } from '#app/database.server.ts';
import { documentPolicy, scriptPolicy, securityHeaders } from '#app/middleware/security-headers.server.ts';
import { findFreePort } from '#app/operations/ports.ts';
import { changeDraftFileKind, readCiphertext } from '#app/uploads/sealed-files.server.ts';
import { answerTus } from '#app/uploads/tus-endpoint.server.ts';
import { openLocalUploadStore } from '#app/uploads/upload-store.server.ts';
import { removeEmbeddedDatabase, startEmbeddedDatabase } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { legalRequests, people, pgpKeys, teams } from '#db/schema.ts';

const limits = { maxFileBytes: 2_000_000_000, maxFiles: 500 };

export type BenchServer = { origin: string; folder: string; stop: () => Promise<void> };

/**
 * Starts database and server. Everything lies in a temporary folder that `stop` removes.
 * @param site where `buildHarness` put the page
 */
export async function startBenchServer(port: number, site: string): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsweg-bench-'));
  const database = await startEmbeddedDatabase({
    folder: join(folder, 'database'),
    port: await findFreePort(),
  });
  const { db, pool } = openDatabase(database.url);
  await migrate(pool);
  const origin = `http://localhost:${port}`;
  const answer = createAnswer(db, join(folder, 'uploads'), origin);
  const listener = createRequestListener(answer);
  const serveFile = sirv(site, { dev: true });
  const server = createServer((request, response) => {
    setHeaders(request, response);
    serveFile(request, response, () => void listener(request, response));
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin,
    folder,
    async stop() {
      server.closeAllConnections();
      server.close();
      await pool.end();
      await database.stop();
      await removeEmbeddedDatabase(join(folder, 'database'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Builds the page as the portal's pages are built. */
export async function buildHarness(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    publicDir: join(import.meta.dirname, '../../public'),
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      rollupOptions: { input: join(import.meta.dirname, 'harness.html') },
    },
  });
}

/** The portal's own headers, so that policies are what they are there. */
function setHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const isScript = request.url?.endsWith('.js') ?? false;
  // Without Trusted Types: the worker of openpgp.js, to compare with, is none of the portal's.
  const policy = documentPolicy('none').replace(
    /; require-trusted-types-for 'script'; trusted-types .*$/,
    '',
  );
  response.setHeader('Content-Security-Policy', isScript ? scriptPolicy : policy);
}

function createAnswer(db: Database, uploads: string, origin: string) {
  const store = openLocalUploadStore(uploads);
  // For tus-js-client with a stream whose length nobody knows: the library's own store.
  const plain = new Server({
    path: '/plain',
    datastore: new FileStore({ directory: `${uploads}-plain` }),
    relativeLocation: true,
  });
  let actor: Actor | null = null;
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/bench/teams') {
      const keys = (await request.json()) as TeamKeys;
      // In one transaction: the provider is never without an intake key.
      const setup = await db.transaction((tx) => createTeams(tx, keys));
      actor = setup.actor;
      return Response.json({ legalRequestId: setup.legalRequestId });
    }
    if (pathname.startsWith('/plain')) return plain.handleWeb(request);
    if (!actor) return new Response(null, { status: 401 });
    if (pathname.startsWith('/uploads')) return answerTus(request, actor, { db, store, limits, origin });
    const [, folder, fileId = ''] = pathname.split('/');
    if (folder !== 'files') return new Response(null, { status: 404 });
    if (request.method === 'PUT') {
      const { kind } = (await request.json()) as { kind: 'other' };
      await changeDraftFileKind(db, actor, fileId, kind);
      return Response.json({});
    }
    const file = await readCiphertext(db, store, actor, fileId);
    return new Response(Readable.toWeb(file.open()) as ReadableStream<Uint8Array>);
  };
}

type TeamKeys = Record<'provider' | 'agency', { publicKey: string; fingerprint: string }>;

async function createTeams(db: Transaction, keys: TeamKeys) {
  await db.delete(pgpKeys);
  const [provider] = await db.select({ id: teams.id }).from(teams).limit(1);
  const ids = { provider: provider?.id ?? uuidv7(), agency: uuidv7() };
  const personId = uuidv7();
  const email = `${personId}@example.org`;
  for (const kind of ['provider', 'agency'] as const) {
    const team = { id: ids[kind], kind, name: kind, country: 'DE', status: 'pending' as const };
    await db.insert(teams).values(team).onConflictDoNothing();
    await db.insert(pgpKeys).values({ id: uuidv7(), teamId: ids[kind], ...keys[kind] });
  }
  const role = 'investigator';
  await db.insert(people).values({
    id: personId,
    teamId: ids.agency,
    role,
    status: 'active',
    email,
    name: 'P',
    userHandle: personId,
  });
  const legalRequestId = uuidv7();
  await db
    .insert(legalRequests)
    .values({ id: legalRequestId, teamId: ids.agency, authorId: personId, category: 'subscriber_data' });
  const actor: Actor = {
    personId,
    sessionId: uuidv7(),
    role,
    status: 'active',
    name: 'P',
    email,
    locale: 'de',
    teamId: ids.agency,
    teamKind: 'agency',
    teamName: 'agency',
    teamStatus: 'verified',
  };
  return { actor, legalRequestId };
}
