import { OperationError } from '#app/operations/life.ts';
import { readCommand, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';
import { suspendByOperator } from './people.server.ts';

export const suspend: AdminCommand = {
  summary: 'suspend a person; their sessions end at once',
  usage: `Suspends a person, for when no administrator can sign in to do it.

  npm run admin -- suspend EMAIL
`,
  async run(args) {
    const { words } = readCommand(args, {}, ['EMAIL']);
    const email = words[0] ?? '';
    const isSuspended = await withDatabase((db) => suspendByOperator(db, email, new Date()));
    if (!isSuspended) throw new OperationError(`Nobody here has the address ${email}.`);
    process.stdout.write(`${email} is suspended.\n`);
    return 0;
  },
};
