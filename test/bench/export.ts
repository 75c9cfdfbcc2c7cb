import { type Product, startProduct, temporaryFolder } from '../product.ts'
import { type Fetched, fetchFile } from './export/fetch-file.ts'
import { largeLines, largeWorkbookPath, seedLargeBudget } from './export/large-budget.ts'
import { seed, seededRows } from './export/seed.ts'
import type { Goal, Row, Table } from './table.ts'

/** One kind of file that is measured; add yours to the list. */
interface Subject {
  readonly label: string
  /** What it needs in the database beside the rows of all. */
  readonly prepare?: (dataDir: string) => Promise<void>
  readonly fetch: (product: Product) => Promise<Fetched>
  readonly goals: (measured: Fetched) => readonly Goal[]
}

const deep = `{ budgets { nodes { year title lines { description amount
  shares { municipality { code name } share amount } } } } }`
const flat = `{ costShares { nodes { budget { year } line { description } municipality { code name } share amount } } }`

const types = {
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  NDJSON: 'application/x-ndjson',
}

function table(label: string, query: string, accept: string): Subject {
  return {
    label,
    fetch: (product) =>
      fetchFile(product, '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      }),
    goals: ({ first, memory }) => [
      { text: `${label}: first byte within 200 ms`, kept: first <= 200 },
      {
        text: `${label}: at most 100 MiB more memory`,
        kept: memory === undefined || memory <= 100,
      },
    ],
  }
}

/** A budget with live formulas. */
const workbook: Subject = {
  label: `workbook, ${largeLines} lines × 7`,
  prepare: seedLargeBudget,
  fetch: async (product) => fetchFile(product, await largeWorkbookPath(product), {}),
  goals: ({ whole, memory }) => [
    { text: 'workbook: whole within 2 s', kept: whole <= 2000 },
    { text: 'workbook: at most 300 MiB', kept: memory === undefined || memory <= 300 },
  ],
}

const subjects: readonly Subject[] = [
  table('CSV, budgets × lines × shares', deep, types.CSV),
  table('CSV, costShares', flat, types.CSV),
  table('NDJSON, costShares', flat, types.NDJSON),
  table('XLSX, costShares', flat, types.XLSX),
  workbook,
]

/** Files on their way out: how soon they begin, how long they take, and what memory they need. */
export const exports: Table = {
  name: 'export',
  title: `Exports of ${seededRows} rows over HTTP, ms`,

  async run() {
    const data = await temporaryFolder()
    const rows: Row[] = []
    const goals: Goal[] = []
    const notes: string[] = ['Each from a server of its own, which has answered one small table.']
    await seed(data.path)
    for (const { label, prepare, fetch, goals: promised } of subjects) {
      await prepare?.(data.path)
      const product = await startProduct({ DATA_DIR: data.path })
      await table('', '{ populationDates }', types.CSV).fetch(product)
      const measured = await fetch(product)
      await product.end()
      const { first, whole, bytes, memory } = measured
      rows.push({
        labels: [label],
        cells: { 'first byte': { ms: first }, 'last byte': { ms: whole } },
      })
      goals.push(...promised(measured))
      const size = `${(bytes / 2 ** 20).toFixed(1)} MiB`
      notes.push(`${label}: ${size}, ${memory?.toFixed(0) ?? '?'} MiB more memory at most.`)
    }
    await data.remove()
    return { labels: ['file'], subjects: ['first byte', 'last byte'], rows, goals, notes }
  },
}
