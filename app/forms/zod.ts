/**
 * zod, configured once. zod 4 probes `new Function`, which a strict content security policy reports as a violation;
 * `jitless` must be set before the first schema is built, in the page and in the worker.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
