import { join } from 'node:path'
import { EntityFactory } from '@mikro-orm/core'
import { parse, validate } from 'graphql'
import { Api, type Loose } from '../api/api.ts'
import { temporaryFolder } from '../product.ts'
import { andelEditor } from './api/edits.ts'
import { seed } from './api/seed.ts'
import { type Shape, shapes } from './api/shapes.ts'
import { median } from './arithmetic/median.ts'
import type { Cell, Row, Table } from './table.ts'

const rounds = 15
const parts = ['whole', 'parse', 'validate', 'sql', 'hydrate', 'execute', 'serialise'] as const
type Part = (typeof parts)[number]
type Times = Record<Part, number>

/** Where the time of an answer goes, inside the server. */
export const reading: Table = {
  name: 'reading',
  title: 'Where the time of an answer goes (10 000 lines × 7 shares), ms',

  async run() {
    const folder = await temporaryFolder()
    const dataDir = join(folder.path, 'andel')
    await seed(dataDir, join(folder.path, 'peers.sqlite'), join(folder.path, 'peers.sql'))
    const rows: Row[] = []
    try {
      await using api = await Api.start({ dataDir })
      const clock = watch(api)
      const editor = andelEditor(join(dataDir, 'andel.sqlite'))
      for (const shape of Object.keys(shapes) as Shape[]) {
        const query = shapes[shape].andel
        rows.push(row([shape, 'first time'], [await clock(query)]))
        const times: Times[] = []
        for (let round = 0; round < rounds; round++) {
          editor.edit()
          times.push(await clock(query))
        }
        rows.push(row([shape, 'again, data changed'], times))
      }
      editor.close()
    } finally {
      await folder.remove()
    }
    return {
      labels: ['query', ''],
      subjects: parts,
      rows,
      goals: [],
      notes: [
        'An operation is parsed, validated and compiled once and then kept; a budget is read again only when it was edited.',
        'sql: in the driver. hydrate: rows made into entities. execute: the rest of carrying it out, the arithmetic included.',
        'A repeated query on unchanged data does none of this: its bytes are kept. HTTP is measured in the table `api`.',
        'Asked by Andel itself: finding out who asks is part of the table `api`.',
        `Medians of ${rounds}; the first time is cold, with nothing compiled by the engine.`,
      ],
    }
  },
}

/** Answers a query as the endpoint does, and tells how long each part took. */
function watch(api: Api): (query: string) => Promise<Times> {
  const { execution, context } = api.app
  const sql = timeStatements(api)
  const hydration = timeHydration()
  const known = new Set<string>()
  return async (query) => {
    const fresh = !known.has(query)
    known.add(query)
    const start = performance.now()
    const document = parse(query)
    const parsed = performance.now()
    validate(execution.schema, document)
    const validated = performance.now()
    const prepared = execution.prepare(query) // the first time, it does the two above once more
    const ready = performance.now()
    sql.ms = hydration.ms = 0
    const result = await execution.run(prepared, { context: context() })
    const executed = performance.now()
    JSON.stringify(result)
    const end = performance.now()
    if (result.errors) throw new Error(result.errors[0]!.message)
    const preparing = fresh
      ? { parse: parsed - start, validate: validated - parsed }
      : { parse: 0, validate: 0 }
    const carriedOut = executed - ready
    return {
      ...preparing,
      whole: preparing.parse + preparing.validate + end - ready,
      sql: sql.ms,
      hydrate: hydration.ms,
      execute: carriedOut - sql.ms - hydration.ms,
      serialise: end - executed,
    }
  }
}

interface Clock {
  ms: number
}

function timeStatements(api: Api): Clock {
  const clock = { ms: 0 }
  const connection = api.app.orm.em.getConnection() as Loose
  const own = connection.executeQuery
  connection.executeQuery = async (...args: unknown[]) => {
    const start = performance.now()
    const answer = await own.apply(connection, args)
    clock.ms += performance.now() - start
    return answer
  }
  return clock
}

/** The outermost calls alone: an entity makes those that it relates to. */
function timeHydration(): Clock {
  const clock = { ms: 0 }
  const factory = EntityFactory.prototype as Loose
  const own = factory.create
  let depth = 0
  factory.create = function (this: unknown, ...args: unknown[]) {
    if (depth > 0) return own.apply(this, args)
    depth++
    const start = performance.now()
    try {
      return own.apply(this, args)
    } finally {
      clock.ms += performance.now() - start
      depth--
    }
  }
  return clock
}

function row(labels: readonly string[], times: readonly Times[]): Row {
  const cells = parts.map((part): [string, Cell] => [
    part,
    { ms: median(times.map((one) => one[part])) },
  ])
  return { labels, cells: Object.fromEntries(cells) }
}
