import { defineConfig } from 'vitest/config';

/** `#app/…` and its like are package imports, which Vite resolves by itself: no aliases here. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,db,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.server.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{app,db,test}/**/*.server.test.ts'],
          globalSetup: ['test/database-server.ts'],
          // A database is copied from a template before the first test of a file.
          hookTimeout: 30_000,
          testTimeout: 15_000,
        },
      },
    ],
  },
});
