import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Role } from '#app/accounts/permissions.ts';
import { removeEmbeddedDatabase } from '#db/embedded.ts';
import type { ServedFacts } from '#test/served-facts.ts';
import { readArguments, readPort } from './arguments.ts';
import { startDemoPortal } from './demo-portal.ts';
import type { DemoPortal } from './demo-portal.ts';
import { live, OperationError, untilStopped } from './life.ts';
import type { Life } from './life.ts';
import { ensureTools } from './tools.ts';
import { requireUnusedInvitations } from './walk-invitations.ts';

const usage = `Starts Amtsweg on this machine, with a database of its own, to try it out.

  npm run demo [-- OPTIONS]

  --port NUMBER      where the portal answers on localhost (3000)
  --db-port NUMBER   where its database answers on localhost (54329)
  --mail-port NUMBER where a mail server hands encrypted mail over by SMTP (none is taken in without it)
  --data FOLDER      where everything is kept (.data)
  --reset            begin with an empty data folder
  --walk             drive a browser through the whole main job, then stop; the exit code says whether all went well
  --help             this text

With DATABASE_URL set, that PostgreSQL (15 or newer) is used instead of an own one.
`;

const options = readArguments(usage, {
  port: { type: 'string', default: '3000' },
  'db-port': { type: 'string', default: '54329' },
  'mail-port': { type: 'string' },
  data: { type: 'string', default: '.data' },
  reset: { type: 'boolean', default: false },
  walk: { type: 'boolean', default: false },
});
const port = readPort(options.port, '--port', usage);
const databasePort = readPort(options['db-port'], '--db-port', usage);
const mailPort =
  options['mail-port'] === undefined ? undefined : readPort(options['mail-port'], '--mail-port', usage);
const dataFolder = resolve(options.data);

const roleNames: Record<Role, string> = {
  admin: 'Administrator',
  dpo: 'Data protection officer',
  counsel: 'Lawyer',
  clerk: 'Clerk',
  auditor: 'Auditor',
  lead: 'Head of unit',
  investigator: 'Investigator',
};

await live(runDemo, 0);

async function runDemo(life: Life): Promise<number> {
  if (options.walk) await ensureTools(life, 'walk');
  if (options.reset) await emptyDataFolder();
  const portal = await startDemoPortal(life, {
    dataFolder,
    port,
    databasePort,
    ...(mailPort !== undefined && { mailPort }),
    durable: true,
  });
  if (options.walk) return await walkThrough(portal);
  process.stdout.write(welcome(portal));
  await Promise.race([portal.ended, untilStopped(life.signal)]);
  process.stdout.write('\nStopping …\n');
  return 0;
}

async function emptyDataFolder(): Promise<void> {
  if (!existsSync(dataFolder)) return;
  // A mistyped --data must not cost anyone their files.
  if (readdirSync(dataFolder).length > 0 && !existsSync(join(dataFolder, 'secrets.json'))) {
    throw new OperationError(`${dataFolder} is not a data folder of Amtsweg: --reset leaves it alone.`);
  }
  await removeEmbeddedDatabase(join(dataFolder, 'postgres'));
  rmSync(dataFolder, { recursive: true, force: true });
}

async function walkThrough({ origin, databaseUrl, invitations, ended }: DemoPortal): Promise<number> {
  requireUnusedInvitations(invitations, dataFolder);
  const walk = '#e2e/walk.ts';
  const { runWalk } = (await import(walk)) as { runWalk: (portal: ServedFacts) => Promise<boolean> };
  const walked = runWalk({ origin, databaseUrl, dataFolder, invitations });
  return (await Promise.race([walked, ended.then(() => false)])) ? 0 : 1;
}

function welcome({ origin, invitations }: DemoPortal): string {
  const links = invitations.map(({ role, url }) => `    ${roleNames[role].padEnd(25)}${url}`);
  const fromHere = relative('.', dataFolder);
  const shown = fromHere.startsWith('..') ? dataFolder : fromHere;
  return [
    '',
    `Amtsweg runs at ${origin}`,
    '',
    ...(links.length > 0
      ? ['  Invitations, each for one person and one use; begin with the administrator:', '', ...links, '']
      : []),
    `  Mails that it sends   ${origin}/dev/mail`,
    `  Log                   ${shown}/server.log`,
    `  Everything else       ${shown}/ (begin anew with: npm run demo -- --reset)`,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
