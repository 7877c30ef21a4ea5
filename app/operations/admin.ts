import { UsageError } from './admin/command.ts';
import type { AdminCommand } from './admin/command.ts';
import { importYear } from './admin/import-year.ts';
import { invite } from './admin/invite.ts';
import { listTeams } from './admin/list-teams.ts';
import { migrate } from './admin/migrate.ts';
import { suspend } from './admin/suspend.ts';
import { verifyEvents } from './admin/verify-events.ts';
import { verifyReceipt } from './admin/verify-receipt.ts';
import { verifyReports } from './admin/verify-reports.ts';
import { live } from './life.ts';

const commands = new Map<string, AdminCommand>([
  ['invite', invite],
  ['import-year', importYear],
  ['suspend', suspend],
  ['list-teams', listTeams],
  ['migrate', migrate],
  ['verify-events', verifyEvents],
  ['verify-receipt', verifyReceipt],
  ['verify-reports', verifyReports],
]);

const [name = '--help', ...args] = process.argv.slice(2);

await live(async () => {
  const command = commands.get(name);
  if (command !== undefined) return await runCommand(command);
  const isHelp = name === '--help' || name === 'help';
  const text = isHelp ? overview() : `There is no command "${name}".\n\n${overview()}`;
  (isHelp ? process.stdout : process.stderr).write(text);
  return isHelp ? 0 : 64;
}, 130);

async function runCommand({ usage, run }: AdminCommand): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    return 64;
  }
}

function overview(): string {
  const lines = [...commands].map(([command, { summary }]) => `  ${command.padEnd(16)}${summary}`);
  return `Work on the portal from the machine it runs on, with its settings in the environment.

  npm run admin -- COMMAND [OPTIONS]

${lines.join('\n')}

COMMAND --help explains one of them.
`;
}
