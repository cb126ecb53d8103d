import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/setup.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Users' rules in the folders of scenarios are loaded by Node, as they are for users.
    server: { deps: { external: [/\/azlocal-lint-[^/]+\/.*js$/] } },
  },
});
