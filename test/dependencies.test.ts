import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const packageFile = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;
const decision = readFileSync('docs/decisions/0003-dependencies.md', 'utf8');

const dependencies = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
  Object.entries(packageFile[kind] ?? {}),
);

test('every dependency has its reason in decision 3', () => {
  expect(dependencies.map(([name]) => name).filter((name) => !decision.includes(`\`${name}\``))).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  expect(dependencies.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('no lock names a host', () => {
  for (const lock of ['package-lock.json', 'app/operations/runtime/package-lock.json']) {
    expect(readFileSync(lock, 'utf8')).not.toContain('"resolved"');
  }
});
