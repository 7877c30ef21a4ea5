import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { findFreePort } from '#app/operations/ports.ts';
import { removeEmbeddedDatabase, startEmbeddedDatabase } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';

declare module 'vitest' {
  // Merging into Vitest's own interface is how it wants to be told.
  interface ProvidedContext {
    databaseServer: { url: string; template: string };
  }
}

/**
 * One PostgreSQL for the whole test run with a migrated template, from which each test file copies its database. With
 * TEST_DATABASE_URL (a superuser's) that server is used instead, for example to test on PostgreSQL 15.
 */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server =
    given === undefined ? await startThrowawayServer() : { url: given, stop: async () => undefined };
  const template = `amtsweg_template_${process.pid}`;
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', { url: server.url, template });
  return async () => {
    await runStatement(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function startThrowawayServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-test-'));
  // Root's database runs as another user, who must reach it.
  chmodSync(folder, 0o711);
  const remove = () => removeEmbeddedDatabase(folder);
  try {
    const database = await startEmbeddedDatabase({ folder, port: await findFreePort(), durable: false });
    return { url: database.url, stop: () => database.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await runStatement(serverUrl, `create database ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  const pool = new pg.Pool({ connectionString: url.href });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
