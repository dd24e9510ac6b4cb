import { defineConfig } from 'vitest/config';

/** `#stage` is the source here and the built file for users: one condition tells them apart. */
const conditions = ['galley-source'];
/** The build of graphql that Node takes: type-graphql has it loaded, and knows no types made with another. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];
const source = {
  resolve: { conditions, alias },
  ssr: { resolve: { conditions, externalConditions: conditions } },
};

const workers = {
  // A test waits for a database, a process, a browser, which take both of two cores: measured on these, all takes 297 s
  // with 3 workers, 311 s with 4 and 402 s with 6.
  maxWorkers: 3,
  // The product's modules keep nothing from one file to the next, and take a second to be loaded.
  isolate: false,
};

export default defineConfig({
  test: {
    reporters: ['default', './test/support/tests-line-reporter.ts'],
    projects: [
      { ...source, test: { name: 'rules', include: ['test/rules/**/*.test.ts'], ...workers } },
      {
        ...source,
        test: {
          name: 'product',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/rules/**', 'test/chaos/**', 'test/admin/screenshots/**'],
          globalSetup: ['test/support/mongo.ts', 'test/admin/support/built-console.ts'],
          ...workers,
          // For a machine that does much else: what is wrong shows by what a test says, not by its time.
          testTimeout: 90_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        ...source,
        test: {
          name: 'screenshots',
          include: ['test/admin/screenshots/**/*.test.ts'],
          globalSetup: ['test/support/mongo.ts', 'test/admin/support/built-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...source,
        test: {
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          globalSetup: ['test/support/mongo.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
