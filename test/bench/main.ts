import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { api } from './api.ts'
import { arithmetic } from './arithmetic.ts'
import { edits } from './edit.ts'
import { exports } from './export.ts'
import { limits } from './limits.ts'
import { sheets } from './sheet.ts'
import { reading } from './reading.ts'
import { printTable } from './print-table.ts'
import type { Table } from './table.ts'

/** Every table of `pnpm bench`. `pnpm bench <name> …` runs only those named. */
const tables: readonly Table[] = [arithmetic, edits, sheets, api, reading, exports, limits]

const results = new URL('../../bench-results/', import.meta.url)
mkdirSync(results, { recursive: true })
const wanted = process.argv.slice(2)

for (const { name, title, run } of tables) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const result = await run()
  printTable(title, result)
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
  const report = { name, title, at: new Date().toISOString(), machine, ...result }
  writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(report, null, 2)}\n`)
}
