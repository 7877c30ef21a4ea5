import { createContext } from 'react-router';

import type { Config } from '#app/config.server.ts';
import type { Database } from '#app/database.server.ts';
import type { Jobs } from '#app/jobs.server.ts';
import type { Log } from '#app/log.server.ts';

/** What routes hand to the domain. Made once at start, the same for every HTTP request of the process. */
export interface Services {
  config: Config;
  db: Database;
  log: Log;
  jobs: Jobs;
}

export const servicesContext = createContext<Services>();

/** Facts of one HTTP request that the server found out before the routes run. */
export interface Visit {
  /** Random id, in the log and in the answer's header. */
  requestId: string;
  /** For the script elements of this document only. */
  nonce: string;
  /** Address of the caller, for rate limits; never stored. */
  clientAddress: string;
}

export const visitContext = createContext<Visit>();
