import { fileURLToPath } from 'node:url'

const ignoring = fileURLToPath(new URL('./ignore.js', import.meta.url))

/**
 * Mutation testing: Andel is changed in one small place at a time, and each change that no test notices is told. `pnpm mutate`
 * tries the three parts that must not be wrong one after another, with the tests that know them, and fails where fewer than
 * 85 % are noticed. What it tells stands in reports/mutation/<part>/, which git does not take.
 *
 * Nothing is tried that decides nothing: entities, resolvers and inputs declare what is stored and asked for; which sentences
 * people read is for people to judge (see `ignore.js`).
 *
 * @param {string} name - a part of `parts.js`
 * @param {readonly string[]} mutate - files
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function part(name, mutate) {
  process.env['MUTATE_PART'] = name // for vitest.config.ts, in the processes that run the tests
  const report = `reports/mutation/${name}`
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', ignoring],
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
    ignorers: ['nothing that decides'],
    mutate: [...mutate, '!**/*.test.ts', '!**/index.ts'],
    ignorePatterns: [
      '**/dist',
      'data',
      'client',
      'docs',
      'bench-results',
      'test/*',
      '!test/mutate',
    ],
    tempDirName: 'reports/stryker',
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // a mutant that never ends is noticed by this; a busy machine should not be
    timeoutMS: 20_000,
    reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    thresholds: { high: 95, low: 90, break: 85 },
    warnings: { slow: false },
  }
}
