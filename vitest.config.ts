import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/build/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'bench/src/**/*.test.ts',
      'e2e/src/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    // What is waited for may take its time on a busy machine.
    testTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
    pool: 'forks',
    // Modules hold no state, so that files may share them; to load the server anew for each file takes a quarter of the processor.
    isolate: false,
    maxWorkers: 2,
    setupFiles: ['scripts/lib/seed.mjs'],
    globalSetup: ['packages/postgres/src/testing/global-setup.ts', 'e2e/src/global-setup.ts'],
  },
});
