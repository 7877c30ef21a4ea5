import { ImapFlow } from 'imapflow';

import { seconds } from '#app/durations.ts';
import { describeError } from '#app/log.server.ts';

import type { IntakeDoor } from './intake-config.ts';
import type { IntakeServices } from './intake-services.ts';
import type { OpenDoor } from './smtp-door.server.ts';
import { takeInMail } from './take-in-mail.server.ts';

type ImapDoor = Extract<IntakeDoor, { kind: 'imap' }>;

/** Where mails are moved to once they are stored. What was refused is deleted: nobody keeps its content. */
const doneMailbox = 'Amtsweg';

/** Fetches mails from a mailbox again and again; a mailbox that does not answer is tried again the next time. */
export function openImapDoor(services: IntakeServices, door: ImapDoor): OpenDoor {
  let isClosed = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = fetchMails(services, door, () => isClosed)
      .catch((error: unknown) => services.log.error({ event: 'mailbox_not_read', ...describeError(error) }))
      .then(() => {
        if (!isClosed) timer = setTimeout(run, seconds(door.pollSeconds));
      });
  };
  run();
  return {
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Takes in every mail of the mailbox, one after the other, oldest first. A mail leaves the mailbox only after it is stored
 * durably; when the process dies in between, the next run finds it again, and its Message-ID says that it is known. One that
 * cannot be taken in stays where it is and does not hold up those behind it.
 * @throws what went wrong first, after the others were taken in
 */
export async function fetchMails(
  services: IntakeServices,
  door: Pick<ImapDoor, 'url'>,
  isClosed: () => boolean = () => false,
): Promise<void> {
  const { mailbox, ...account } = readUrl(door.url);
  const client = new ImapFlow({ ...account, logger: false, disableAutoIdle: true, emitLogs: false });
  // Errors of the connection reject the calls below.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const lock = await client.getMailboxLock(mailbox);
    try {
      const uids = (await client.search({ deleted: false }, { uid: true })) || [];
      const faults: unknown[] = [];
      for (const uid of uids.sort((one, other) => one - other)) {
        if (isClosed() || !client.usable) break;
        await fetchMail(services, client, uid).catch((error: unknown) => faults.push(error));
      }
      if (faults.length > 0) throw faults[0];
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function fetchMail(services: IntakeServices, client: ImapFlow, uid: number): Promise<void> {
  const { content } = await client.download(String(uid), undefined, { uid: true });
  // Somebody else took it away meanwhile.
  if (!content) return;
  const { state } = await takeInMail(services, content, null, new Date());
  if (state === 'refused') await client.messageDelete(String(uid), { uid: true });
  else await moveAway(client, uid);
}

async function moveAway(client: ImapFlow, uid: number): Promise<void> {
  if (await client.messageMove(String(uid), doneMailbox, { uid: true })) return;
  await client.mailboxCreate(doneMailbox);
  if (!(await client.messageMove(String(uid), doneMailbox, { uid: true }))) throw new Error('mail not moved');
}

function readUrl(text: string) {
  const url = new URL(text);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    mailbox: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  };
}
