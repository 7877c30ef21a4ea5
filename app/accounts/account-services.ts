import type { Services } from '#app/services.server.ts';

/** What the functions of this area work with. */
export type AccountServices = Pick<Services, 'config' | 'db' | 'jobs'>;
