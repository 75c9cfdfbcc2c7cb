// Expected: UNAUTHENTICATED or FORBIDDEN before anything is read; other joint services are not there
import { buildApi } from '@andel/server/graphql-schema'
import { policyOf } from '@andel/server/policies'
import { isIntrospectionType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { addOutside, canary } from './outside.ts'
import { argumentsFor } from './policy/arguments.ts'
import { type Ids, idsOf } from './policy/ids.ts'
import { type Asked, type Place, placesOf } from './policy/places.ts'
import { type Who, mayAsk, people, somebody } from './policy/whose.ts'

const home = 'familjehemscentrum'
const schema = await buildApi()

let api: Api
let visitors: Record<Who, Visitor>
let places: Place[]
/** What was tried, for whoever reads the log. */
const tried: string[] = []
beforeAll(async () => {
  api = await Api.start()
  visitors = await everybody(api)
  places = placesOf(schema, argumentsFor(await idsOf(visitors.coordinator, home)))
})
afterAll(async () => {
  console.info(tried.join('\n'))
  await api[Symbol.asyncDispose]()
})

async function everybody(of: Api): Promise<Record<Who, Visitor>> {
  const as = (role: string, municipality?: string): Promise<Visitor> =>
    somebody(of, [{ role, service: home, ...(municipality && { municipality }) }])
  return {
    stranger: new Visitor(of.address),
    newcomer: await somebody(of, []),
    administrator: await somebody(of, [{ role: 'ADMIN' }]),
    coordinator: await as('COORDINATOR'),
    'finance officer': await as('FINANCE_OFFICER', '2380'),
    analyst: await as('ANALYST', '2380'),
    'reading token': new Visitor(of.address, { authorization: `Bearer ${of.app.demo!.token}` }),
    'coordinator of another joint service': new Visitor(of.address),
  }
}

/** Whether somebody may ask for fields: for each of them, and for all that is passed on the way. */
function may(who: Who, { passed }: Place, field: Asked): boolean {
  return [...passed, field.name].every((name) => {
    const [type, one] = name.split('.') as [string, string]
    return mayAsk[policyOf(type, one) ?? '']?.includes(who) === true
  })
}

const refusals: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])
const ofWhat = (code: string): boolean => !refusals.has(code)

/** The fields of a place that somebody may ask for, and the others. */
function sides(who: Who, place: Place): { open: Asked[]; closed: Asked[] } {
  const open = place.fields.filter((field) => may(who, place, field))
  return { open, closed: place.fields.filter((field) => !open.includes(field)) }
}

/** The codes of an answer, none of which may be an incident: a fault of ours is no refusal. */
async function codesOf(visitor: Visitor, operation: string): Promise<string[]> {
  const { errors = [] } = await visitor.send(operation)
  const codes = errors.map(({ extensions }) => extensions.code)
  expect([operation, codes.includes('INTERNAL_SERVER_ERROR')]).toEqual([operation, false])
  return codes
}

/** A co-ordinator is told that others count with a figure too: it is then not for one of them alone to set. */
const alsoOthers: ReadonlySet<string> = new Set([
  'Municipality.maySetPopulation',
  'BudgetRights.figuresOf',
])

/** Everything that somebody is told, type by type, as text. */
async function everythingFor(who: Who, from: readonly Place[]): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const place of from.filter(({ stores }) => !stores)) {
    const open = sides(who, place).open.filter(({ name }) => !alsoOthers.has(name))
    if (open.length === 0) continue
    told[place.type] = JSON.stringify(await visitors[who].send(place.operation(open)))
    expect(told[place.type]).not.toContain('INTERNAL_SERVER_ERROR')
  }
  return told
}

it('every field of the contract has a policy', () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const silent = types
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field] as const))
    .filter(([type, field]) => policyOf(type, field) === undefined)
  expect(silent).toEqual([])
})

describe.each(people.slice(0, -1))('the %s', (who) => {
  it('is refused every field that is for others, and asks for all the rest', async () => {
    let refused = 0
    let open = 0
    for (const place of places) {
      const { open: mine, closed } = sides(who, place)
      const answers = await Promise.all(
        closed.map((field) => codesOf(visitors[who], place.operation([field]))),
      )
      const refusal = who === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect(closed.map(({ name }, index) => [name, answers[index]])).toEqual(
        closed.map(({ name }) => [name, [refusal]]),
      )
      const codes = mine.length > 0 ? await codesOf(visitors[who], place.operation(mine)) : []
      // a mutation may be refused for what it is to be done to
      if (!place.stores)
        expect([place.type, codes.filter((code) => !ofWhat(code))]).toEqual([place.type, []])
      refused += closed.length
      open += mine.length
    }
    tried.push(`${who}: ${refused} fields refused, ${open} asked for`)
    expect(refused + open).toBeGreaterThan(500)
  })
})

describe('another joint service', () => {
  let before: Record<string, Record<string, string>>
  let outside: Ids
  let outsidePlaces: Place[]
  const insiders = people.slice(0, -1)
  const outsider: Who = 'coordinator of another joint service'
  const itself = async (): Promise<string> =>
    JSON.stringify(await everythingFor(outsider, outsidePlaces))

  beforeAll(async () => {
    before = {}
    for (const who of insiders) before[who] = await everythingFor(who, places)
    await addOutside(api)
    visitors[outsider] = await somebody(api, [{ role: 'COORDINATOR', service: 'utanfor' }])
    outside = await idsOf(visitors[outsider], 'utanfor')
    outsidePlaces = placesOf(schema, argumentsFor(outside))
  })

  it('is seen by its own co-ordinator', async () => {
    expect(await itself()).toContain(canary)
  })

  it.each(insiders.filter((who) => who !== 'administrator'))(
    'changes nothing of what the %s is told',
    async (who) => {
      const after = await everythingFor(who, places)
      for (const [type, told] of Object.entries(before[who]!))
        expect([type, after[type]]).toEqual([type, told])
      tried.push(`${who}: ${Object.keys(after).length} types told the same as before`)
    },
  )

  it.each(insiders.filter((who) => who !== 'administrator'))(
    'tells the %s nothing, asked by its ids',
    async (who) => {
      const told = await everythingFor(who, outsidePlaces)
      for (const [type, text] of Object.entries(told)) {
        expect([type, text.includes(canary)]).toEqual([type, false])
        expect([type, text.includes('7654321')]).toEqual([type, false])
      }
    },
  )

  it('tells the administrator its name, and nothing with money in it', async () => {
    const told = JSON.stringify(await everythingFor('administrator', outsidePlaces))
    expect(told).toContain(canary)
    expect(told).not.toContain('7654321')
  })

  it('is edited by none of them', async () => {
    const was = await itself()
    for (const who of insiders)
      for (const place of outsidePlaces.filter(({ type }) => type === 'Mutation'))
        for (const field of place.fields) await visitors[who].send(place.operation([field]))
    expect(await itself()).toBe(was)
  })
})
