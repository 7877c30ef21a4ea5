import { readArguments } from './arguments.ts';
import { live } from './life.ts';
import { build, endToEnd, format, lint, runSuites, types, unit, unusedExports } from './suites.ts';
import { ensureTools } from './tools.ts';

const usage = `Runs everything that must be green before a change lands: format, lint, types, unused exports, unit and
integration tests, build, end-to-end tests.

  npm run check [-- OPTIONS]

  --static   only what needs neither a database nor a browser: format, lint, types, unused exports
  --help     this text

The last line says how many passed and failed; the exit code is 0 when none failed.
`;

const options = readArguments(usage, { static: { type: 'boolean', default: false } });
const statics = [format, lint, types, unusedExports];

await live(async (life) => {
  if (options.static) return await runSuites(life, statics);
  await ensureTools(life, 'end-to-end tests');
  return await runSuites(life, [...statics, unit, build, endToEnd]);
}, 130);
