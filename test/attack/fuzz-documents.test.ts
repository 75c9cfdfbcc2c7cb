// Expected: never 5xx, a stack, a path, SQL or a text of another joint service; validated in 50 ms
import { costLimit, costOf } from '@andel/server/cost'
import type { GraphQLError, GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { type Chance, chanceFrom } from '../api/many-budgets.ts'
import { Visitor } from '../visitor.ts'
import { isFull, seed } from './fuzz/full.ts'
import { leakIn } from './fuzz/leaks.ts'
import { type Fuzzed, makeDocument } from './fuzz/make-document.ts'
import { mutateText } from './fuzz/mutate-text.ts'
import { addOutside, canary } from './outside.ts'

const count = isFull ? 100_000 : 300
const cheap = 20_000 // of cost: what costs more is only prepared

let api: Api
let outside: string[]
let visitors: Visitor[]
beforeAll(async () => {
  api = await Api.start({ statisticsHosts: ['statistics.invalid'] })
  outside = await addOutside(api)
  visitors = [
    api.visitor,
    await api.as('finance officer'),
    await api.as('analyst'),
    await api.as('admin'),
    new Visitor(api.address),
  ]
})
afterAll(() => api[Symbol.asyncDispose]())

/** Names of joint services are for administrators to read; nothing else of them is. */
const secretsFor = (visitor: Visitor): string[] =>
  visitor === visitors[3] ? ['7654321'] : [canary, '7654321']

function document(schema: GraphQLSchema, chance: Chance, ids: readonly string[]): Fuzzed {
  const made = makeDocument(schema, chance, ids)
  return chance(4) === 0 ? { ...made, query: mutateText(made.query, chance) } : made
}

interface Tried {
  readonly accepted: boolean
  readonly ms: number
  readonly cost: number
  readonly leak?: string | undefined
}

/** Prepares it, and says how long that took and whether it is worth carrying out. */
function prepare({ query, variables }: Fuzzed): Tried {
  const { execution } = api.app
  const begun = performance.now()
  try {
    const prepared = execution.prepare(query)
    const ms = performance.now() - begun
    const { cost } = costOf(execution.schema, prepared.document, undefined, variables)
    return { accepted: true, ms, cost }
  } catch (errors) {
    const ms = performance.now() - begun
    if (!Array.isArray(errors)) throw new Error(`refused by a mishap: ${query}`, { cause: errors })
    const told = (errors as GraphQLError[]).map(({ message }) => message).join('\n')
    const leak = told.includes('Did you mean') ? told : leakIn(told, query, [canary])
    return { accepted: false, ms, cost: 0, leak }
  }
}

/** What is wrong with the answer to it. */
async function wrongWith(visitor: Visitor, fuzzed: Fuzzed): Promise<string | undefined> {
  const response = await visitor.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(fuzzed),
  })
  const text = await response.text()
  if (response.status >= 500) return `${response.status}: ${text.slice(0, 300)}`
  return leakIn(text, JSON.stringify(fuzzed), secretsFor(visitor))
}

it(`answers ${count} documents by chance with nothing from inside (seed ${seed})`, async () => {
  const chance = chanceFrom(seed)
  const ids = [...(await knownIds()), ...outside]
  const slowest: { ms: number; query: string }[] = []
  const wrong: string[] = []
  let [accepted, sent] = [0, 0]
  for (let index = 0; index < count; index++) {
    const fuzzed = document(api.app.execution.schema, chance, ids)
    const told = prepare(fuzzed)
    if (told.accepted) accepted++
    if (told.leak !== undefined) wrong.push(`${told.leak}\n${fuzzed.query}`)
    slowest.push({ ms: told.ms, query: fuzzed.query })
    if (slowest.length > 200) slowest.sort((a, b) => b.ms - a.ms).length = 20
    const isSent = told.accepted ? told.cost <= cheap || told.cost > costLimit : chance(20) === 0
    if (!isSent) continue
    sent++
    const found = await wrongWith(visitors[chance(visitors.length)]!, fuzzed)
    if (found !== undefined) wrong.push(`${found}\n${JSON.stringify(fuzzed)}`)
    if (wrong.length >= 20) break
  }
  const worst = Math.max(...slowest.map(({ query }) => again(query)))
  console.log(
    `documents: seed ${seed}, ${count} made, ${accepted} accepted, ${sent} sent, slowest validation ${worst.toFixed(1)} ms`,
  )
  expect(wrong).toEqual([])
  expect(accepted).toBeGreaterThan(count / 4)
}, 3_600_000)

/** Milliseconds to prepare it, the least of five: what the machine was busy with else does not count. */
function again(query: string): number {
  const times = Array.from({ length: 5 }, (_, index) => {
    const begun = performance.now()
    try {
      api.app.execution.prepare(`${query}\n#${index}`)
    } catch {
      // also what is refused takes time
    }
    return performance.now() - begun
  })
  return Math.min(...times)
}

async function knownIds(): Promise<string[]> {
  const { jointService } = await api.data<Loose>(`{ jointService(slug: "familjehemscentrum") {
    id agreements { id } budgets { id lines { id } keys { id } } } }`)
  return [...JSON.stringify(jointService).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!)
}
