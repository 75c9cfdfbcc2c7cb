import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { promisesOf, reportOn } from './report.ts'
import { runLoad } from './run-load.ts'

/** `pnpm load`: many people on one budget. `pnpm load --seconds 10 --editors 20 --watchers 50` is a try. */
const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'sqlite' },
    seconds: { type: 'string', default: '120' },
    editors: { type: 'string', default: '200' },
    watchers: { type: 'string', default: '500' },
    /** A second, of all together. */
    edits: { type: 'string', default: '100' },
    queries: { type: 'string', default: '20' },
    /** The same seed makes the same edits in the same order. */
    seed: { type: 'string', default: '20261122' },
  },
})
if (values.database !== 'sqlite' && values.database !== 'postgres')
  throw new Error('--database is sqlite or postgres.')

const shape = {
  database: values.database,
  seconds: Number(values.seconds),
  editors: Number(values.editors),
  watchers: Number(values.watchers),
  edits: Number(values.edits),
  queries: Number(values.queries),
  seed: Number(values.seed),
} as const
const measured = await runLoad(shape)
const promises = promisesOf(measured)
const title = `${shape.editors} editors at ${shape.edits} edits/s, ${shape.watchers} watching, ${shape.queries} queries/s for ${shape.seconds} s: ${shape.database}`
console.log(`\n${title}\n\n${reportOn(measured)}\n`)
const results = new URL('../../bench-results/', import.meta.url)
mkdirSync(results, { recursive: true })
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
const report = { title, at: new Date().toISOString(), machine, shape, measured, promises }
writeFileSync(
  new URL(`load-${shape.database}.json`, results),
  `${JSON.stringify(report, null, 2)}\n`,
)
process.exitCode = promises.every(({ kept }) => kept) ? 0 : 1
