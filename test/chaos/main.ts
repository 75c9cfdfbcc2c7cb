import { parseArgs } from 'node:util'
import type { Course, Fault } from './fault.ts'
import { cutDatabase } from './faults/cut-database.ts'
import { cutStreams } from './faults/cut-streams.ts'
import { fullDisk } from './faults/full-disk.ts'
import { killProcess } from './faults/kill-process.ts'
import { killWriter } from './faults/kill-writer.ts'
import { repeated } from './faults/repeated.ts'
import { sameCell } from './faults/same-cell.ts'

/** Every fault of `pnpm chaos`. `pnpm chaos <name> …` makes only those named. */
const faults: readonly Fault[] = [
  sameCell,
  repeated,
  killWriter,
  killProcess,
  cutDatabase,
  fullDisk,
  cutStreams,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The same seed makes the same faults. */
    seed: { type: 'string', default: '20261122' },
    /** Share of the usual rounds and seconds, e.g. 0.05 for a try. */
    part: { type: 'string', default: '1' },
  },
})

let failed = 0
const course: Course = {
  seed: Number(values.seed),
  part: Number(values.part),
  report(round) {
    failed += round.complaints.length
    const complaints = round.complaints.slice(0, 5) // the first of them tell
    console.log(JSON.stringify({ at: new Date().toISOString(), ...round, complaints }))
  },
}
const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name))
if (unknown.length > 0) throw new Error(`There is no fault called ${unknown.join(', ')}.`)

for (const fault of faults) {
  if (positionals.length > 0 && !positionals.includes(fault.name)) continue
  await fault.run(course)
}
if (failed > 0) console.error(`${failed} complaints.`)
process.exitCode = failed > 0 ? 1 : 0
