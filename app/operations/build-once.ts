import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { OperationError } from './life.ts';
import type { Life } from './life.ts';
import { runTool } from './processes.ts';

/** Inside the folder that every build empties first: a broken or other build takes it away. */
const stampFile = 'build/server/.sources';

/** All that decides what the build makes. */
const sources = [
  'app/**/*',
  'db/**/*.ts',
  'public/**/*',
  'server.ts',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Builds the portal unless its sources are those of the last build. @throws {OperationError} when the build fails */
export async function buildOnce(life: Life): Promise<void> {
  const stamp = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  process.stdout.write('Building the portal …\n');
  if ((await runTool(life, 'react-router', ['build'], { output: 'kept' })) !== 0) {
    throw new OperationError('The build failed, see above.');
  }
  writeFileSync(stampFile, stamp);
}

function hashSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !path.includes('/app/operations/'))
    .sort();
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}
