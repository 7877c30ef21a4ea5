import { createInvitation } from '#app/accounts/invitations.server.ts';
import { providerRoles } from '#app/accounts/permissions.ts';
import { DomainError } from '#app/domain-error.ts';
import { OperationError } from '#app/operations/life.ts';
import { readCommand, requireSetting, UsageError, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';

const roles = providerRoles.join(', ');

export const invite: AdminCommand = {
  summary: 'invite a member of the provider’s staff, the first administrator above all',
  usage: `Makes an invitation link for one person and one use, and prints it. Hand it over in person or by a safe channel.

  npm run admin -- invite --role ROLE EMAIL

  --role ROLE   one of ${roles}
`,
  async run(args) {
    const { options, words } = readCommand(args, { role: { type: 'string' } }, ['EMAIL']);
    const role = providerRoles.find((known) => known === options.role);
    if (role === undefined) throw new UsageError(`--role takes one of ${roles}.`);
    const origin = requireSetting('ORIGIN', 'the address at which people open the portal');
    const email = words[0] ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new OperationError(`"${email}" is not an e-mail address.`);
    const { path } = await withDatabase((db) => createInvitation(db, { role, email, now: new Date() })).catch(
      (error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'already_registered') throw error;
        throw new OperationError(`${email} is registered already.`);
      },
    );
    process.stdout.write(`${new URL(path, origin).href}\n`);
    return 0;
  },
};
