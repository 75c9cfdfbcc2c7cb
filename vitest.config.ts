import { defineConfig } from 'vitest/config'

// `graphql` is aliased to one file: otherwise its CommonJS and ES builds meet and refuse each other.
const oneGraphql = { find: /^graphql$/, replacement: 'graphql/index.js' }

// What is about a file of SQLite's, or the built product, which has one.
const sqliteAlone = [
  'test/api/backup.test.ts', // andel backup, restore and check
  'test/api/durability.test.ts', // what is on the disk after SIGKILL
  'test/api/history-begin.test.ts', // databases from before there was another
  'test/api/history-command.test.ts', // andel verify and check, on a file that is tampered with
  'test/api/operation-migration.test.ts', // tables made anew, and files that are damaged
  'test/api/full-disk.test.ts',
  'test/api/{drain,operation,two-products}.test.ts', // the built product, or two of it on one file
  // the same whatever the database is: files that are read, programs and offices that are asked, HTTP
  'test/api/{fuzz-files,http,http-audit,http-guard,variables,cost}.test.ts',
  'test/api/round-trip*.test.ts',
  'test/api/{statistics,clients}/**',
  // slow, and what they ask of a database is asked by edit-lines and cost-shares-postgres already
  'test/api/{sections,cost-shares}.test.ts',
]

// What is about PostgreSQL, or about both.
const bothTogether = ['test/api/*-postgres.test.ts', 'test/api/two-processes*.test.ts']

/** The same for all that need a product, or they could not run together; one more than two cores, as each waits now and then. */
const workers = 3

export default defineConfig({
  test: {
    // What a sheet knows without a screen: promised by tests of its own, not by the browser's.
    coverage: {
      include: ['client/src/grid/**/*.ts'],
      // the adapter, composables and what asks the browser need a screen; the rest are examples of tests
      exclude: [
        '**/ag-grid/**',
        '**/use[A-Z]*.ts',
        '**/parse-html.ts',
        '**/system-clipboard.ts',
        '**/example.ts',
        '**/memory-storage.ts',
        '**/*.test.ts',
      ],
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: { statements: 95, branches: 95, functions: 95, lines: 95 },
    },
    projects: [
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'unit',
          include: ['{schema,server,client}/src/**/*.test.ts'],
          isolate: false, // half the time; what a file puts in place of the world is taken back
          testTimeout: 30_000, // beside lint and types, on any machine
          unstubGlobals: true,
          restoreMocks: true,
        },
      },
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'product',
          include: ['test/*.test.ts', 'test/{api,attack,recipes,story,workbook}/**/*.test.ts'],
          exclude: bothTogether,
          isolate: false, // every test starts a product of its own all the same
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: workers,
        },
      },
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'postgres',
          include: ['test/api/**/*.test.ts'],
          exclude: sqliteAlone,
          globalSetup: ['test/api/postgres-setup.ts'],
          setupFiles: ['test/api/on-postgres.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: workers,
        },
      },
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          isolate: false, // one Chromium for all files of a worker
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: workers, // each has a browser and a server besides
        },
      },
    ],
  },
})
