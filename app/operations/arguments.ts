import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

/**
 * Reads a command's options. `--help` prints the usage and ends with 0; anything unknown is named in one sentence
 * beside the usage and ends with 64 (EX_USAGE of sysexits).
 */
export function readArguments<const T extends ParseArgsOptionsConfig>(usage: string, options: T) {
  try {
    const withHelp = { ...options, help: { type: 'boolean' } } as const;
    const values: Record<string, unknown> = parseArgs({ options: withHelp, strict: true }).values;
    if (values['help'] === true) {
      process.stdout.write(usage);
      process.exit(0);
    }
    return values as ReturnType<typeof parseArgs<{ options: T }>>['values'];
  } catch (error) {
    return endWithUsage((error as Error).message, usage);
  }
}

/** A port number from an option. */
export function readPort(value: string, option: string, usage: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  return endWithUsage(`${option} takes a number from 1 to 65535.`, usage);
}

/** Says in one sentence what is wrong with the command line. */
function endWithUsage(problem: string, usage: string): never {
  process.stderr.write(`${problem}\n\n${usage}`);
  process.exit(64);
}
