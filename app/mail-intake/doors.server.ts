import { openUploadStore } from '#app/uploads/upload-store.server.ts';
import type { Services } from '#app/services.server.ts';

import { openImapDoor } from './imap-door.server.ts';
import { openSmtpDoor, type OpenDoor } from './smtp-door.server.ts';

/** Opens the door that the configuration names, if any. @throws when it cannot be opened */
export async function openMailDoor({ config, db, jobs, log }: Services): Promise<OpenDoor> {
  const { door } = config.mailIntake;
  const services = { db, jobs, log, config, store: openUploadStore(config) };
  if (door.kind === 'off') return { close: () => Promise.resolve() };
  if (door.kind === 'imap') return openImapDoor(services, door);
  return openSmtpDoor(services, door);
}
