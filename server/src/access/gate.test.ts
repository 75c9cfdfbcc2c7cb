import { readFileSync } from 'node:fs'
import { buildSchema, isInterfaceType, isObjectType, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Role } from '../person/role-enums.ts'
import { Actor } from './actor.ts'
import { authorize } from './authorize.ts'
import { actions } from './can.ts'
import { refusedAtGate } from './gate.ts'
import { policyOf } from './policies.ts'

const contract = new URL('../../../schema/schema.graphql', import.meta.url)
const schema = buildSchema(readFileSync(contract, 'utf8'))

const holding = (role: Role, jointService: string | null): Actor =>
  Actor.person('me', 'session', [{ role, jointService, municipality: null }])
const admin = holding(Role.ADMIN, null)
const analyst = holding(Role.ANALYST, 'home')
const newcomer = Actor.person('me', 'session', [])
const program = Actor.program('Andel')

describe('a policy', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((name) => [type.name, name] as const))

  it('is there for every field of the contract, and asks for something that can be done', () => {
    expect(fields.length).toBeGreaterThan(500)
    const lacking = fields.filter(([type, name]) => !actions.includes(policyOf(type, name)!))
    expect(lacking).toEqual([])
  })

  it.each([
    ['Query', 'budget', 'budget.read'],
    ['Query', 'people', 'people.read'],
    ['Viewer', 'name', 'schema.read'],
    ['Viewer', 'tokens', 'account.read'],
    ['Session', 'browser', 'account.read'],
    ['JointService', 'name', 'schema.read'],
    ['JointService', 'budgets', 'budget.read'],
    ['BudgetConnection', 'totalCount', 'budget.read'],
    ['BudgetEdge', 'node', 'budget.read'],
    ['AuditEntryEdge', 'node', 'audit.read'],
    ['SavedViewConnection', 'edges', 'view.read'],
    ['Municipality', 'population', 'reference.read'],
    ['PopulationProposal', 'figures', 'statistics.read'],
    ['PageInfo', 'hasNextPage', 'installation.read'],
    ['__Type', 'name', 'schema.read'],
  ] as const)('of %s.%s takes %s', (type, name, action) => {
    expect(policyOf(type, name)).toBe(action)
  })

  it('is none for what nobody has thought of', () => {
    for (const type of ['Secret', 'EdgeBudget', 'BudgetEdgeSecret', 'My__Type'])
      expect([type, policyOf(type, 'name')]).toEqual([type, undefined])
    expect(policyOf('Query', 'secret')).toBeUndefined()
    expect(policyOf('Mutation', 'secret')).toBeUndefined()
  })
})

describe('the gate', () => {
  const refusal = (query: string, actor: Actor, of = schema) => {
    const fault = refusedAtGate(of, parse(query), actor)
    return fault && [fault.code, fault.details['action']]
  }

  it('lets through what somebody may ask of something', () => {
    expect(refusal('{ budgets { nodes { name } } }', analyst)).toBeUndefined()
    expect(refusal('{ people { nodes { name } } }', admin)).toBeUndefined()
    expect(refusal('{ installation { demo } }', Actor.nobody)).toBeUndefined()
    expect(refusal('{ budgets { nodes { name } } people { totalCount } }', program)).toBe(undefined)
  })

  it('refuses a document for one field of it, however deep, and says why', () => {
    expect(refusal('{ budgets { totalCount } }', newcomer)).toEqual(['FORBIDDEN', 'budget.read'])
    expect(refusal('{ budgets { totalCount } }', admin)).toEqual(['FORBIDDEN', 'budget.read'])
    expect(refusal('{ viewer { name } }', Actor.nobody)).toEqual(['UNAUTHENTICATED', 'schema.read'])
    for (const introspection of [
      '{ __schema { description } }',
      '{ __type(name: "X") { name } }',
    ]) {
      expect(refusal(introspection, Actor.nobody)).toEqual(['UNAUTHENTICATED', 'schema.read'])
      expect(refusal(introspection, newcomer)).toBeUndefined()
    }
    const deep = '{ installation { demo } jointServices { nodes { ...One } } } '
    const one = 'fragment One on JointService { name budgets { totalCount } }'
    expect(refusal(deep + one, admin)).toEqual(['FORBIDDEN', 'budget.read'])
    expect(refusal(deep + one, analyst)).toBeUndefined()
  })

  it('asks the same document of each who sends it', () => {
    const document = parse('{ people { totalCount } }')
    const answers = [admin, analyst, Actor.nobody, admin].map(
      (actor) => refusedAtGate(schema, document, actor)?.code,
    )
    expect(answers).toEqual([undefined, 'FORBIDDEN', 'UNAUTHENTICATED', undefined])
  })

  it('opens for names of types, and leaves an interface’s fields to what is found', () => {
    expect(refusal('{ __typename }', Actor.nobody)).toBeUndefined()
    const nodes = Object.values(schema.getTypeMap()).filter(isInterfaceType)
    expect(nodes.map(({ name }) => name)).toEqual(['Node'])
    expect(refusal('{ node(id: "x") { id } }', newcomer)).toBeUndefined()
    expect(refusal('{ node(id: "x") { ... on Budget { name } } }', newcomer)).toEqual([
      'FORBIDDEN',
      'budget.read',
    ])
  })

  it('is shut for everybody but Andel itself where a field has no policy', () => {
    const young = buildSchema(
      'type Query { installation: Installation secret: String } type Installation { demo: Boolean }',
    )
    for (const actor of [admin, analyst, Actor.nobody])
      expect(refusal('{ installation { demo } secret }', actor, young)).toEqual([
        'FORBIDDEN',
        'none',
      ])
    expect(refusal('{ secret }', program, young)).toBeUndefined()
  })
})

describe('authorize', () => {
  it('goes on for whoever may, and tells others apart from strangers', () => {
    expect(() => authorize(admin, 'people.edit')).not.toThrow()
    expect(() => authorize(analyst, 'budget.read', { jointService: 'home' })).not.toThrow()
    expect(() => authorize(analyst, 'budget.read', { jointService: 'away' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', details: { action: 'budget.read' } }),
    )
    expect(() => authorize(analyst, 'budget.read')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    )
    expect(() => authorize(Actor.nobody, 'people.edit')).toThrow(
      expect.objectContaining({ code: 'UNAUTHENTICATED', details: { action: 'people.edit' } }),
    )
  })
})
