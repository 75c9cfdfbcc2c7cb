import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '../product.ts'
import { median } from './arithmetic/median.ts'
import { type Measured, ask, load } from './api/load.ts'
import { seed } from './api/seed.ts'
import { type Shape, shapes } from './api/shapes.ts'
import { type Subject, startReady, startSubjects } from './api/subjects.ts'
import type { Cell, Row, Table } from './table.ts'

const connections = [1, 16, 64]
const rounds = 2
/** How long one server is asked in one round. */
const ms = 1500
const warmUps: Record<Shape, number> = { small: 300, list: 100, heavy: 3 }
const subjects = [
  'Andel',
  'Andel, unchanged',
  'ready bytes',
  'mercurius',
  'yoga',
  'PostGraphile',
  'naive TypeGraphQL',
]

/** Reading over HTTP, beside other servers over the same rows. */
export const api: Table = {
  name: 'api',
  title:
    'Reading over HTTP (290 municipalities × 22 years, 10 000 lines × 7 shares): answers/s, p50/p99 in ms',

  async run() {
    installPeers()
    const folder = await temporaryFolder()
    const files = {
      dataDir: join(folder.path, 'andel'),
      peersFile: join(folder.path, 'peers.sqlite'),
      sqlFile: join(folder.path, 'peers.sql'),
    }
    await seed(files.dataDir, files.peersFile, files.sqlFile)
    const started = await startSubjects(files)
    const rows: Row[] = []
    try {
      for (const shape of Object.keys(shapes) as Shape[]) {
        const ready = await startReady(started[0]!, shape, folder.path)
        rows.push(...(await measureShape([...started, ready], shape)))
        await ready.running.end()
      }
    } finally {
      for (const { running, editor } of started) {
        editor?.close()
        await running.end()
      }
      await folder.remove()
    }
    return { labels: ['query', 'connections'], subjects, rows, goals: goals(rows), notes }
  },
}

const notes = [
  'Andel and the SQLite peers: one amount is edited by another process before each query, so that data has changed since the last one.',
  'mercurius runs with its JIT; mercurius and yoga have plain resolvers over better-sqlite3, with shares that are stored; Andel calculates its own.',
  'Andel is asked in a session: it finds out who asks and gives what that person may read. The peers and the ready bytes have no sign-in and answer everybody; they are sent the same headers.',
  `Medians of ${rounds} rounds, the second in reverse order. Times are of answers alone; client and server share the machine.`,
]

function installPeers(): void {
  const cwd = fileURLToPath(new URL('peers', import.meta.url))
  execFileSync('npx', ['--yes', 'pnpm@12.21.0', 'install', '--frozen-lockfile'], {
    cwd,
    stdio: 'inherit',
  })
}

/** Too slow to be asked again and again: its first answer is all that is measured. */
const patienceMs = 10_000

/**
 * Also a check that it answers without errors.
 *
 * @returns how long the first answer took, when that was too long to go on
 */
async function warmUp(
  { running, dialect, session }: Subject,
  shape: Shape,
): Promise<number | undefined> {
  const query = shapes[shape][dialect]
  const start = performance.now()
  const answer = await ask(running.address, session, query)
  const took = performance.now() - start
  if (answer.includes('"errors"')) throw new Error(answer.slice(0, 500))
  if (took > patienceMs) return took
  for (let round = 0; round < warmUps[shape]; round++) await ask(running.address, session, query)
  return undefined
}

async function measureShape(all: readonly Subject[], shape: Shape): Promise<Row[]> {
  const slow = new Map<Subject, number>()
  for (const subject of all) {
    const took = await warmUp(subject, shape)
    if (took !== undefined) slow.set(subject, took)
  }
  const quick = all.filter((subject) => !slow.has(subject))
  const rows: Row[] = []
  for (const count of connections) {
    const cells = await measure(quick, shape, count)
    for (const [{ name }, took] of slow) {
      cells[name] =
        count === 1 ? { rate: 1000 / took, p50: took, p99: took } : { missing: 'not run' }
    }
    rows.push({ labels: [shape, String(count)], cells })
  }
  return rows
}

async function measure(
  all: readonly Subject[],
  shape: Shape,
  count: number,
): Promise<Record<string, Cell>> {
  const measured = new Map<string, Measured[]>(all.map(({ name }) => [name, []]))
  const broken = new Map<string, string>()
  for (let round = 0; round < rounds; round++) {
    for (const subject of round % 2 === 0 ? all : all.toReversed()) {
      const { name, running, dialect, editor, session } = subject
      const figures = measured.get(name)!
      const slow = figures.some(({ p99 }) => p99 > patienceMs)
      if (slow || broken.has(name)) continue
      const asked = {
        address: running.address,
        session,
        query: shapes[shape][dialect],
        connections: count,
        ms,
        ...(editor && { before: () => editor.edit() }),
      }
      await load(asked).then(
        (figure) => figures.push(figure),
        (error: Error) => broken.set(name, error.message),
      )
    }
  }
  return Object.fromEntries(
    [...measured].map(([name, figures]) => [name, cell(figures, broken.get(name))]),
  )
}

function cell(measured: readonly Measured[], broken: string | undefined): Cell {
  if (broken !== undefined) return { missing: broken }
  const middle = (of: (one: Measured) => number): number => median(measured.map(of))
  return {
    rate: middle(({ rate }) => rate),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
  }
}

function goals(rows: readonly Row[]) {
  const rate = (row: Row, subject: string): number => {
    const found = row.cells[subject]
    return found && 'rate' in found ? found.rate : 0
  }
  const always = (holds: (row: Row) => boolean): boolean => rows.every(holds)
  const peers = ['mercurius', 'yoga', 'PostGraphile']
  return [
    {
      text: 'changed data: not behind the best peer on any shape',
      kept: always((row) => peers.every((peer) => rate(row, 'Andel') >= rate(row, peer))),
    },
    {
      text: 'changed data: at least 3 times a naive TypeGraphQL resolver per row',
      kept: always((row) => rate(row, 'Andel') >= 3 * rate(row, 'naive TypeGraphQL')),
    },
    {
      text: 'unchanged data: at least half of the ready bytes',
      kept: always((row) => rate(row, 'Andel, unchanged') >= rate(row, 'ready bytes') / 2),
    },
  ]
}
