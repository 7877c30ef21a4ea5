/** A provider with an intake key and an open door for mail. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { eq, sql } from 'drizzle-orm';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import type { JobPayloads, Jobs } from '#app/jobs.server.ts';
import { createLog } from '#app/log.server.ts';
import type { IntakeServices } from '#app/mail-intake/intake-services.ts';
import { openSmtpDoor } from '#app/mail-intake/smtp-door.server.ts';
import { findFreePort } from '#app/operations/ports.ts';
import { openLocalUploadStore } from '#app/uploads/upload-store.server.ts';
import { arrivalParts, arrivals, events, pgpKeys } from '#db/schema.ts';
import { createTestDatabase } from '#test/database.ts';
import { createDeskWorld } from '#test/review/desk-world.ts';

export type IntakeMail = JobPayloads['send_intake_mail'];
export type IntakeWorld = Awaited<ReturnType<typeof createIntakeWorld>>;

export async function createIntakeWorld(options: IntakeOptions = {}) {
  const database = await createTestDatabase();
  const { db } = database;
  const desk = await createDeskWorld(db);
  const intake = await createIntakeServices(db, options);
  const [key] = await db
    .select({ publicKey: pgpKeys.publicKey })
    .from(pgpKeys)
    .where(eq(pgpKeys.teamId, desk.provider.id));
  const close = async () => {
    await database.close();
    await intake.removeFolder();
  };
  return { db, desk, ...intake, close, intakeKey: key?.publicKey ?? '' };
}

type IntakeOptions = { answersItself?: boolean; maxBytes?: number };

/** What mails are taken in with: a folder of its own, and lists of what was logged and which mails were queued. */
export async function createIntakeServices(
  db: Database,
  { answersItself = true, maxBytes = 64 * 1024 * 1024 }: IntakeOptions = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'amtsweg-mail-'));
  const mails: IntakeMail[] = [];
  const logged: string[] = [];
  const output = new PassThrough().on('data', (line: Buffer) => logged.push(line.toString()));
  const jobs: Pick<Jobs, 'queue'> = {
    async queue(_tx, name, payload) {
      if (name === 'send_intake_mail') mails.push(payload as IntakeMail);
    },
  };
  const config = {
    mailFrom: 'Amtsweg <portal@post.example>',
    sessionSecret: randomBytes(32),
    mailIntake: { door: { kind: 'off' }, address: 'ersuchen@post.example', maxBytes, answersItself },
  } as Pick<Config, 'mailIntake' | 'mailFrom' | 'sessionSecret'>;
  const store = openLocalUploadStore(join(folder, 'uploads'));
  const services: IntakeServices = { db, jobs, store, log: createLog('info', output), config };
  return {
    services,
    mails,
    logged,
    folder,
    removeFolder: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @returns its port, and how to close it */
export async function openDoor(world: IntakeWorld, kind: 'lmtp' | 'smtp' = 'lmtp') {
  const port = await findFreePort();
  const door = await openSmtpDoor(world.services, { kind, host: '127.0.0.1', port });
  return { port, close: () => door.close() };
}

export const listArrivals = ({ db }: IntakeWorld) =>
  db.select().from(arrivals).orderBy(arrivals.createdAt, arrivals.id);

export const listParts = ({ db }: IntakeWorld, arrivalId: string) =>
  db.select().from(arrivalParts).where(eq(arrivalParts.arrivalId, arrivalId)).orderBy(arrivalParts.position);

export async function listTypes({ db }: IntakeWorld, arrivalId: string): Promise<string[]> {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(eq(events.objectId, arrivalId))
    .orderBy(events.version);
  return rows.map(({ type }) => type);
}

/** Everything that the intake has written anywhere: files, rows, log lines, queued mails. */
export async function everythingWritten(world: IntakeWorld): Promise<Buffer> {
  const names = await readdir(world.folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  const { rows: tables } = await world.db.execute<{ name: string }>(
    sql`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const dumps: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.db.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`));
    dumps.push(...rows.map(({ row }) => row));
  }
  const texts = [...dumps, ...world.logged, JSON.stringify(world.mails)].join('\n');
  return Buffer.concat([...files, Buffer.from(texts)]);
}
