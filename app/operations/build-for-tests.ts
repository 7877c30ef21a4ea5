import { buildOnce } from './build-once.ts';

/** Playwright calls this before its workers start, who would else all build at once. */
export default async function buildForTests(): Promise<void> {
  await buildOnce({ signal: new AbortController().signal, atEnd: () => undefined });
}
