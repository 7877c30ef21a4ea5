import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#app/config.server.ts';
import { openDatabase } from '#app/database.server.ts';
import { startEmbeddedDatabase } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { seedDemo } from '#db/seed.ts';
import type { DemoInvitation } from '#db/seed.ts';
import { buildOnce } from './build-once.ts';
import { demoSettings } from './demo-settings.ts';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';
import { isPortFree } from './ports.ts';
import { startBuiltServer, type RunningServer } from './processes.ts';

export type DemoPortal = {
  origin: string;
  databaseUrl: string;
  invitations: DemoInvitation[];
} & RunningServer;

type Options = {
  dataFolder: string;
  /** Where people reach it on localhost. */
  port: number;
  /** Where the server listens, when something else stands on that port and hands on; the same without it. */
  behind?: number;
  databasePort: number;
  /** Where mail is handed over; without it no mail is taken in. */
  mailPort?: number;
  /** See startEmbeddedDatabase. */
  durable: boolean;
};

/**
 * Starts a complete portal in demonstration mode on this machine: PostgreSQL (that of DATABASE_URL, else the embedded
 * one), schema, first data, build, server. All is stopped at the end of the command.
 *
 * @throws {OperationError} saying what is in the way, for example a taken port
 */
export async function startDemoPortal(life: Life, options: Options): Promise<DemoPortal> {
  const { dataFolder, port, behind = port } = options;
  mkdirSync(dataFolder, { recursive: true });
  await requireFreePort(behind, '--port');
  await buildOnce(life);
  const databaseUrl = process.env['DATABASE_URL'] ?? (await startDatabase(life, options));
  const settings = {
    ...demoSettings(dataFolder, port, databaseUrl, options.mailPort),
    PORT: String(behind),
  };
  const invitations = await prepareDatabase(settings);
  life.signal.throwIfAborted();
  const origin = `http://localhost:${port}`;
  const logFile = join(dataFolder, 'server.log');
  const server = await startBuiltServer(life, { env: settings, logFile, origin });
  return { origin, databaseUrl, invitations, ...server };
}

async function startDatabase(life: Life, { dataFolder, databasePort, durable }: Options): Promise<string> {
  const database = await startEmbeddedDatabase({
    folder: join(dataFolder, 'postgres'),
    port: databasePort,
    durable,
    // Not before: until then the port may be that of our own leftover.
    onceTakenOver: () => requireFreePort(databasePort, '--db-port'),
  });
  life.atEnd(() => database.stop());
  life.signal.throwIfAborted();
  return database.url;
}

/** Waits a moment for a port: what a killed command left behind is just ending. */
async function requireFreePort(port: number, option: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await isPortFree(port)) return;
    await wait(100);
  }
  throw new OperationError(
    `Port ${port} is taken by another program: stop that one, or choose another port with ${option} ${port + 1}.`,
  );
}

/** The schema and the first data. @returns the invitations that nobody has used yet */
async function prepareDatabase(settings: Record<string, string>): Promise<DemoInvitation[]> {
  const config = readConfig(settings);
  const { db, pool } = openDatabase(config.databaseUrl);
  try {
    await migrate(pool);
    return (await seedDemo(db, config)).invitations;
  } finally {
    await pool.end();
  }
}
