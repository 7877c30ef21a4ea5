import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { Log } from '#app/log.server.ts';
import type { UploadStore } from '#app/uploads/upload-store.server.ts';

/** What taking in a mail needs. */
export interface IntakeServices {
  db: Database;
  jobs: Pick<Jobs, 'queue'>;
  store: UploadStore;
  log: Pick<Log, 'info' | 'error'>;
  config: Pick<Config, 'mailIntake' | 'mailFrom' | 'sessionSecret'>;
}
