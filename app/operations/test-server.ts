import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeEmbeddedDatabase } from '#db/embedded.ts';
import { restartedLine, servedFactsFile, testDataFolder } from '#test/served-facts.ts';
import { readArguments, readPort } from './arguments.ts';
import { startDemoPortal } from './demo-portal.ts';
import { live, untilStopped } from './life.ts';
import type { Life } from './life.ts';
import { findFreePort } from './ports.ts';

const usage = `Starts the portal with an empty database for the end-to-end tests, which call this.

  node app/operations/test-server.ts [--port NUMBER]

  --port NUMBER    where it answers on localhost (4300)
  --behind NUMBER  where the server listens, when something of the test stands on that port (the same)
  --keep           leave its data folder for a look at it afterwards
`;

const options = readArguments(usage, {
  port: { type: 'string', default: '4300' },
  behind: { type: 'string' },
  keep: { type: 'boolean', default: false },
});
const port = readPort(options.port, '--port', usage);
const behind = readPort(options.behind ?? options.port, '--behind', usage);

// A test worker may be killed without a word to us.
await live(serveTests, 0, true);

async function serveTests(life: Life): Promise<number> {
  const dataFolder = testDataFolder(port);
  await emptyFolder(dataFolder);
  if (!options.keep) life.atEnd(() => emptyFolder(dataFolder));
  mkdirSync(dataFolder, { recursive: true });
  const databasePort = await findFreePort();
  const mailPort = await findFreePort();
  const portal = await startDemoPortal(life, {
    dataFolder,
    port,
    behind,
    databasePort,
    mailPort,
    durable: false,
  });
  const { origin, databaseUrl, invitations } = portal;
  writeFileSync(
    servedFactsFile(port),
    JSON.stringify({ origin, databaseUrl, dataFolder, invitations, mailPort }),
    {
      mode: 0o600,
    },
  );
  // A test asks for it: the server dies in the middle of its work, and another one takes over.
  process.on('SIGUSR2', () => {
    void portal.killAndRestart().then(() => process.stdout.write(`${restartedLine}\n`));
  });
  process.stdout.write(`The test server answers at ${origin}\n`);
  await Promise.race([portal.ended, untilStopped(life.signal)]);
  return 0;
}

async function emptyFolder(folder: string): Promise<void> {
  await removeEmbeddedDatabase(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
