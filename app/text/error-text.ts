import type { Text } from './text.tsx';

/** Words for an error's code; a code without words gets the general ones. */
export function errorText(t: Text, code: string): string {
  const codes: Record<string, string> = t.errors.codes;
  return codes[code] ?? t.errors.codes.unknown;
}
