import pino, { type DestinationStream, type Logger } from 'pino';

/** The only fields that ever reach the log (promise 25): no body, no header, no query, no name, no address. */
const allowedFields = new Set([
  'requestId',
  'method',
  'path',
  'status',
  'durationMs',
  'code',
  'personId',
  'teamId',
  'legalRequestId',
  'fileId',
  'event',
  'reason',
  'count',
  'bytes',
  'port',
  'errorName',
  'stack',
]);

/** From the fewest lines to the most. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type Log = Logger;

/** Keeps allowed fields only; everything else is dropped, whoever passes it. */
function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowedFields.has(name)));
}

/** A JSON line a record on stdout, or to `destination` in tests. */
export function createLog(level: string, destination?: DestinationStream): Log {
  return pino({ level, base: null, formatters: { log: keepAllowed } }, destination ?? pino.destination(1));
}

/** Name and stack of an error without its message: messages of libraries may quote what they were given. */
export function describeError(error: unknown): { errorName: string; stack: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, stack: '' };
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
  return { errorName: error.name, stack };
}

/** A path as it may be logged: without the tokens that stand for a person. */
export const loggedPath = (path: string): string => path.replace(/\/(invitation|calendar)\/[^/]+/gi, '/$1/…');
