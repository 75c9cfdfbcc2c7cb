import { defineConfig } from 'vitest/config'

/** The tests that the mutants of a part must not survive. */
const tests: Readonly<Record<string, readonly string[]>> = {
  access: ['server/src/access/*.test.ts'],
  'sign-in': ['schema/src/own-path.test.ts', 'server/src/{sign-in,person,people}/**/*.test.ts'],
  arithmetic: ['schema/src/{allocation,money,budget}/*.test.ts', 'schema/src/vectors.test.ts'],
}
const part = process.env['MUTATE_PART'] ?? ''

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [...(tests[part] ?? [])],
    // a million numbers, and solving backwards by trying everything: each takes longer than all others together
    exclude: ['**/node_modules/**', '**/{million-numbers,solve,solve-nearest}.test.ts'],
    // constants are tried anew only where each file loads them; the database is not loaded for each file
    isolate: part !== 'sign-in',
    unstubGlobals: true,
    restoreMocks: true,
  },
})
