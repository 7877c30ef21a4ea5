/** A Dovecot of our own, with one mailbox, on a port and in a folder of its own. */
import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';

import { findFreePort } from '#app/operations/ports.ts';

const account = { user: 'intake', pass: 'nur-fuer-den-test' };
const missing =
  'dovecot is missing, and without it the IMAP intake is not tested: install dovecot-imapd (Debian: apt install dovecot-imapd)';

export type Mailbox = {
  /** As the configuration names it. */
  url: string;
  append(raw: string | Buffer): Promise<void>;
  /** How many mails lie there. */
  count(name: string): Promise<number>;
  stop(): Promise<void>;
};

/** @throws Error naming what to install where it is missing */
export async function startDovecot(): Promise<Mailbox> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const port = await findFreePort();
  await prepare(folder, port);
  const process = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const failed = new Promise<never>((_resolve, reject) =>
    process.once('error', (cause) => reject(new Error(missing, { cause }))),
  );
  const stop = async () => {
    process.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  await Promise.race([untilOpen(port), failed, ended.then(() => explain(folder))]);
  return {
    url: `imap://${account.user}:${account.pass}@127.0.0.1:${port}/INBOX`,
    append: (raw) =>
      withClient(port, async (client) => void (await client.append('INBOX', Buffer.from(raw)))),
    count: (name) =>
      withClient(port, async (client) => {
        const mailboxes = await client.list();
        if (!mailboxes.some(({ path }) => path === name)) return 0;
        const status = await client.status(name, { messages: true });
        return status ? (status.messages ?? 0) : 0;
      }),
    stop,
  };
}

async function explain(folder: string): Promise<never> {
  throw new Error(`dovecot ended: ${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`);
}

async function prepare(folder: string, port: number): Promise<void> {
  await mkdir(join(folder, 'mail'));
  await mkdir(join(folder, 'run'));
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  // Dovecot refuses to work for root: nobody is 65534 on Debian.
  const [uid, gid] = user === 0 ? [65534, 65534] : [user, group];
  await chown(join(folder, 'mail'), uid, gid);
  await chmod(folder, 0o755);
  await writeFile(
    join(folder, 'users'),
    `${account.user}:{PLAIN}${account.pass}:${uid}:${gid}::${folder}/mail::\n`,
  );
  const own = user === 0 ? [] : [`default_internal_user = ${uid}`, `default_login_user = ${uid}`];
  await writeFile(
    join(folder, 'dovecot.conf'),
    [
      `base_dir = ${folder}/run`,
      `log_path = ${folder}/log`,
      ...own,
      'protocols = imap',
      'ssl = no',
      'disable_plaintext_auth = no',
      'auth_mechanisms = plain',
      `mail_location = maildir:${folder}/mail/Maildir`,
      'first_valid_uid = 1',
      `passdb {\n  driver = passwd-file\n  args = ${folder}/users\n}`,
      `userdb {\n  driver = passwd-file\n  args = ${folder}/users\n}`,
      'namespace inbox {\n  inbox = yes\n}',
      `service imap-login {\n  chroot =\n  inet_listener imap {\n    address = 127.0.0.1\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
      'service anvil {\n  chroot =\n}',
      '',
    ].join('\n'),
  );
}

/** Asks until somebody answers; a refused connection answers at once, so this waits for nothing but the program. */
async function untilOpen(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.once('data', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function withClient<Result>(
  port: number,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: account, logger: false });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}
