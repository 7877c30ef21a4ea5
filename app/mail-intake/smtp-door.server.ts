import { SMTPServer, type SMTPServerSession } from 'smtp-server';

import { describeError } from '#app/log.server.ts';

import type { IntakeDoor } from './intake-config.ts';
import type { IntakeServices } from './intake-services.ts';
import { takeInMail } from './take-in-mail.server.ts';

/** Mails that are taken in at the same time; more have to wait a moment, so that memory stays bounded. */
const maxClients = 16;

export interface OpenDoor {
  /** Resolves when mails that are being taken in are done with. */
  close(): Promise<void>;
}

/**
 * Listens for a mail server that hands over mail, by LMTP (RFC 2033) or SMTP. `250` is said when the mail is stored;
 * otherwise `451`, and the mail server tries again.
 * @throws when the port cannot be listened on
 */
export async function openSmtpDoor(
  services: IntakeServices,
  door: Extract<IntakeDoor, { host: string }>,
): Promise<OpenDoor> {
  const { address } = services.config.mailIntake;
  const server = new SMTPServer({
    lmtp: door.kind === 'lmtp',
    name: 'amtsweg',
    banner: 'Amtsweg',
    maxClients,
    // Whoever may hand over is decided by who reaches the port: it belongs on the loopback or an own network.
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address: recipient }, _session, done) {
      // No relay: nothing but the one address has its place here.
      if (recipient.toLowerCase() === address) done();
      else done(Object.assign(new Error('no such mailbox here'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      takeInMail(services, stream, senderOf(session), new Date()).then(
        () => done(null, 'stored'),
        (error: unknown) => {
          services.log.error({ event: 'mail_not_taken_in', ...describeError(error) });
          // What is left must be read, or the sender never hears the answer.
          stream.resume();
          done(Object.assign(new Error('not stored, try again later'), { responseCode: 451 }));
        },
      );
    },
  });
  // A client that breaks off is no matter of ours; it will try again.
  server.on('error', (error) => services.log.error({ event: 'mail_door_error', ...describeError(error) }));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(door.port, door.host, () => resolve());
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

const senderOf = ({ envelope }: SMTPServerSession): string =>
  envelope.mailFrom === false ? '' : envelope.mailFrom.address;
