import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { SheetAgainDocument } from '@andel/schema/operations'
import { between, chanceFrom } from '../chaos/chance.ts'
import { uuidOf } from '../chaos/editor.ts'
import type { Visitor } from '../visitor.ts'
import { type Ground, layGround } from './ground.ts'
import { type Spread, spreadOf } from './report.ts'
import { type Watcher, watch } from './watch.ts'

/** How much of what. */
export interface Shape {
  readonly database: 'sqlite' | 'postgres'
  readonly seconds: number
  readonly editors: number
  readonly watchers: number
  /** A second, as `queries`. */
  readonly edits: number
  readonly queries: number
  readonly seed: number
}

/** What came of it. Times in milliseconds. */
export interface Measured {
  readonly answers: Spread
  readonly arrivals: Spread
  readonly queries: Spread
  readonly editsPerSecond: number
  readonly queriesPerSecond: number
  /** Edits told to watchers, each counted for each of them. */
  readonly deliveriesPerSecond: number
  readonly messagesPerSecond: number
  readonly errors: readonly string[]
  readonly lost: number
  readonly repeated: number
  /** Of each server, at most, in MiB. */
  readonly memory: readonly number[]
  /** Of each server, in cores. */
  readonly processor: readonly number[]
  readonly generator: number
}

const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) {
  applied conflicts { field } problems { code } changes { sequence } } }`

/** Edits, watches and asks for as long as the shape says, at its pace whether it is answered or not. */
export async function runLoad(shape: Shape): Promise<Measured> {
  await using ground = await layGround(shape)
  const marks = Math.ceil(shape.seconds * shape.edits)
  const errors: string[] = []
  const dueAt = new Float64Array(marks)
  const stored = new Uint8Array(marks)
  const arrivals: number[] = []
  const watchers: Watcher[] = []
  for (const [index, headers] of ground.watchers.entries())
    watchers.push(
      await watch({
        address: addressOf(ground, index),
        headers,
        budgetId: ground.budgetId,
        afterSequence: ground.sequence,
        marks,
        arrived: (mark, at) => arrivals.push(at - dueAt[mark]!),
        failed: (what) => errors.push(what),
      }),
    )

  const processors = ground.products.map(({ pid }) => secondsOf(pid))
  const own = process.cpuUsage()
  const start = performance.now()
  const [answers, queries] = await Promise.all([
    editAll(ground, shape, { dueAt, stored, errors }),
    askAll(ground, shape, errors),
  ])
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(own)
  const processor = ground.products.map(
    ({ pid }, at) => (secondsOf(pid) - processors[at]!) / seconds,
  )
  await sleep(2000) // what is under way arrives, or is lost
  for (const watcher of watchers) watcher.close()

  const edited = stored.reduce((sum, one) => sum + one, 0)
  let lost = 0
  let repeated = 0
  for (const { seen } of watchers)
    for (let mark = 0; mark < marks; mark++) {
      if (stored[mark] && !seen[mark]) lost += 1
      if (seen[mark]! > 1) repeated += 1
    }
  const messages = watchers.reduce((sum, watcher) => sum + watcher.messages, 0)
  return {
    answers: spreadOf(answers),
    arrivals: spreadOf(arrivals),
    queries: spreadOf(queries),
    editsPerSecond: edited / seconds,
    queriesPerSecond: queries.length / seconds,
    deliveriesPerSecond: arrivals.length / seconds,
    messagesPerSecond: messages / seconds,
    errors,
    lost,
    repeated,
    memory: ground.products.map(({ pid }) => mostMemoryOf(pid)),
    processor,
    generator: (used.user + used.system) / 1e6 / seconds,
  }
}

interface Noted {
  /** When each edit was due, by its mark. */
  readonly dueAt: Float64Array
  readonly stored: Uint8Array
  readonly errors: string[]
}

/** Each edit writes its mark in the editor's own line. @returns how long the answers took */
async function editAll(ground: Ground, shape: Shape, noted: Noted): Promise<number[]> {
  const chance = chanceFrom(shape.seed)
  const versions = ground.lines.map(({ version }) => version)
  const queues = ground.lines.map(() => Promise.resolve())
  const times: number[] = []
  const send = poster()
  await atPace(noted.dueAt.length, shape.edits, (mark, due) => {
    noted.dueAt[mark] = due
    const editor = between(chance, 0, shape.editors - 1)
    const key = uuidOf(chance)
    const one = async (): Promise<void> => {
      const lineId = ground.lines[editor]!.id
      const fields = { note: `mark ${mark}`, amount: `${between(chance, 1, 99_999)}.00` }
      const setLine = { lineId, version: versions[editor]!, fields }
      const input = { budgetId: ground.budgetId, clientMutationKey: key, edits: [{ setLine }] }
      const answer = await send(addressOf(ground, editor), ground.editors[editor]!, edit, { input })
      times.push(performance.now() - due)
      if (!answer.includes('"applied":true')) return void noted.errors.push(answer.slice(0, 300))
      versions[editor]! += 1
      noted.stored[mark] = 1
    }
    queues[editor] = queues[editor]!.then(one).catch(
      (e: Error) => void noted.errors.push(e.message),
    )
  })
  await Promise.all(queues)
  return times
}

/** Reads the whole budget, as a page does. @returns how long the answers took */
async function askAll(ground: Ground, shape: Shape, errors: string[]): Promise<number[]> {
  const times: number[] = []
  const asked: Promise<void>[] = []
  const send = poster()
  const query = SheetAgainDocument.toString()
  await atPace(Math.ceil(shape.seconds * shape.queries), shape.queries, (index, due) => {
    const headers = ground.editors[index % ground.editors.length]!
    const one = send(addressOf(ground, index), headers, query, { id: ground.budgetId })
    asked.push(
      one.then(
        (answer) => {
          times.push(performance.now() - due)
          if (answer.includes('"errors":')) errors.push(answer.slice(0, 300))
        },
        (error: Error) => void errors.push(error.message),
      ),
    )
  })
  await Promise.all(asked)
  return times
}

/** Does something so many times, at an even pace, however long each takes. */
async function atPace(
  count: number,
  perSecond: number,
  work: (index: number, due: number) => void,
): Promise<void> {
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    const due = start + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    work(index, due)
  }
}

function poster() {
  const dispatcher = new Agent({ connections: 64, pipelining: 1 })
  return async (
    address: string,
    session: Visitor['headers'],
    query: string,
    variables: object,
  ): Promise<string> => {
    const { body } = await request(`${address}/graphql`, {
      dispatcher,
      method: 'POST',
      headers: { ...session, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return await body.text()
  }
}

const addressOf = ({ products }: Ground, index: number): string =>
  products[index % products.length]!.address

/** Seconds of processor that a process has used. */
function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** MiB that a process has had at most. */
function mostMemoryOf(pid: number): number {
  const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))!
  return Number(kib) / 1024
}
