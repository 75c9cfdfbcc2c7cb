import { defineConfig } from 'vitest/config'

// `graphql` is aliased to one file: otherwise its CommonJS and ES builds meet and refuse each other.
const oneGraphql = { find: /^graphql$/, replacement: 'graphql/index.js' }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: [oneGraphql] },
        test: { name: 'unit', include: ['{schema,server,client}/src/**/*.test.ts'] },
      },
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'product',
          include: ['test/*.test.ts', 'test/{api,story}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
