import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { 'server-only': fileURLToPath(new URL('tests/support/empty.ts', import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  test: {
    // One to a core: left to itself it keeps a core free, which on two cores leaves one of them idle.
    // No more than that: some tests bound how long an answer may take, and the database works beside them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          // What may not take long measures itself; this only ends what hangs, on a machine that others keep busy.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-run.ts'],
          setupFiles: ['tests/support/database-file.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
