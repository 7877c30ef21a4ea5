import { verifyEventChain } from '#app/events/events.server.ts';
import { readCommand, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';

const explanations = {
  edited: 'its content is not what its hash was made of',
  removed_or_reordered: 'it does not follow the one before it: rows were removed or put in another order',
  newest_removed: 'it was written and is not there any more, nor is any after it',
};

export const verifyEvents: AdminCommand = {
  summary: 'check that nobody changed, removed or reordered an event',
  usage: `Walks through all events and their hashes.

  npm run admin -- verify-events

Exit code 0: the chain is whole. 1: it is not; the first wrong row is named.
`,
  async run(args) {
    readCommand(args, {}, []);
    const fault = await withDatabase(verifyEventChain);
    if (fault === null) {
      process.stdout.write('The chain of events is whole.\n');
      return 0;
    }
    process.stdout.write(`Event ${fault.position} is wrong: ${explanations[fault.fault]}.\n`);
    return 1;
  },
};
