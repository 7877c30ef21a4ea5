import { readCommand, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';
import { listTeams as findTeams } from './people.server.ts';

export const listTeams: AdminCommand = {
  summary: 'list the provider and all agencies',
  usage: `Lists all teams: status, country, number of admitted people, name.

  npm run admin -- list-teams
`,
  async run(args) {
    readCommand(args, {}, []);
    const teams = await withDatabase(findTeams);
    for (const { kind, status, country, people, name } of teams) {
      const columns = [kind.padEnd(9), status.padEnd(10), country, String(people).padStart(4), name];
      process.stdout.write(`${columns.join('  ')}\n`);
    }
    if (teams.length === 0)
      process.stdout.write('There is no team yet: begin with "invite --role admin EMAIL".\n');
    return 0;
  },
};
