import { describe, expect, it } from 'vitest'
import { Role } from '../person/role-enums.ts'
import { Actor, type Granted, type Means } from './actor.ts'
import { type Action, type Resource, actions, can, mayEver, servicesWhere } from './can.ts'

const granted = (role: Role, jointService: string | null, municipality: string | null = null) => ({
  role,
  jointService,
  municipality,
})
const person = (grants: readonly Granted[], means: Means = 'session'): Actor =>
  Actor.person('me', means, grants, 'browser')

const admin = person([granted(Role.ADMIN, null)])
const coordinator = person([granted(Role.COORDINATOR, 'home')])
const officer = person([granted(Role.FINANCE_OFFICER, 'home', '2380')])
const analyst = person([granted(Role.ANALYST, 'home')])
const localAnalyst = person([granted(Role.ANALYST, 'home', '2380')])
const newcomer = person([])

/** What an action is done to: all of it, so that nothing is refused for want of knowing. */
const whole: Resource = {
  jointService: 'home',
  municipality: '2380',
  openedTo: ['2380'],
  owner: 'me',
}
const allowed = (actor: Actor, resource: Resource): Action[] =>
  actions.filter((action) => can(actor, action, resource)).toSorted()

const everybodys: Action[] = ['installation.read']
const own: Action[] = ['account.edit', 'account.read', 'schema.read', 'view.edit', 'view.read']
const readers: Action[] = ['budget.read', 'jointService.read', 'reference.read']
const all = (...lists: Action[][]): Action[] => [...everybodys, ...lists.flat()].toSorted()

describe('what somebody may do to what is theirs', () => {
  it.each<[string, Actor, Action[]]>([
    ['nobody', Actor.nobody, all()],
    ['a newcomer', newcomer, all(own)],
    [
      'an administrator',
      admin,
      all(own, [
        'audit.read',
        'jointService.create',
        'jointService.edit',
        'jointService.read',
        'metrics.read',
        'people.edit',
        'people.read',
        'reference.read',
      ]),
    ],
    [
      'a co-ordinator',
      coordinator,
      all(own, readers, [
        'agreement.edit',
        'budget.edit',
        'comment.edit',
        'jointService.edit',
        'line.edit',
        'population.edit',
        'statistics.read',
      ]),
    ],
    [
      'a finance officer',
      officer,
      all(own, readers, [
        'comment.edit',
        'figure.edit',
        'line.edit',
        'population.edit',
        'remark.edit',
        'remark.read',
        'statistics.read',
      ]),
    ],
    ['an analyst', analyst, all(own, readers)],
    ['an analyst of a municipality', localAnalyst, all(own, readers, ['remark.read'])],
    ['Andel itself', Actor.program('Andel'), actions.toSorted()],
  ])('%s', (_who, actor, expected) => {
    expect(allowed(actor, whole)).toEqual(expected)
  })
})

describe('what is somebody else’s', () => {
  const elsewhere: Resource = { ...whole, jointService: 'away', owner: 'somebody' }
  it.each<[string, Actor]>([
    ['co-ordinator', coordinator],
    ['finance officer', officer],
    ['analyst', localAnalyst],
  ])('is closed to a %s', (_who, actor) => {
    expect(allowed(actor, elsewhere)).toEqual([...everybodys, 'reference.read', 'schema.read'])
  })

  it('is closed when it is not said whose it is', () => {
    for (const actor of [coordinator, officer, localAnalyst])
      expect(allowed(actor, {})).toEqual([...everybodys, 'reference.read', 'schema.read'])
    expect(can(Actor.nobody, 'view.read', { owner: '' })).toBe(false)
  })

  it('is closed to the people of another municipality', () => {
    const other = { ...whole, municipality: '2303', openedTo: ['2303'] }
    for (const action of [
      'figure.edit',
      'line.edit',
      'population.edit',
      'remark.edit',
      'remark.read',
    ] as const)
      expect([action, can(officer, action, other)]).toEqual([action, false])
    expect(can(officer, 'line.edit', { jointService: 'home', openedTo: [] })).toBe(false)
    expect(can(officer, 'line.edit', { jointService: 'home' })).toBe(false)
  })

  it('is closed to a role for no municipality, where it is one’s own that counts', () => {
    const vague = person([granted(Role.FINANCE_OFFICER, 'home')])
    const nowhere = { jointService: 'home', municipality: undefined, openedTo: undefined }
    for (const action of ['line.edit', 'population.edit', 'remark.read'] as const) {
      expect(can(vague, action, nowhere)).toBe(false)
      expect(can(vague, action, whole)).toBe(false)
    }
  })
})

describe('a token', () => {
  const grants = [granted(Role.ADMIN, null), granted(Role.COORDINATOR, 'home')]

  it('that only reads changes nothing', () => {
    const reading = person(grants, 'reading token')
    expect(allowed(reading, whole).filter((action) => !action.endsWith('.read'))).toEqual([])
    expect(can(reading, 'budget.read', whole)).toBe(true)
    expect(can(reading, 'people.read', whole)).toBe(true)
    expect(mayEver(reading, 'account.read')).toBe(false)
    expect(reading.writes).toBe(false)
  })

  it('that writes changes what its owner may, but no account', () => {
    const writing = person(grants, 'writing token')
    expect(can(writing, 'budget.edit', whole)).toBe(true)
    expect(writing.writes).toBe(true)
    for (const action of ['account.edit', 'account.read', 'people.edit'] as const) {
      expect(can(writing, action, whole)).toBe(false)
      expect(mayEver(writing, action)).toBe(false)
    }
  })
})

describe('mayEver', () => {
  it('is true where there can be something that somebody may do it to', () => {
    expect(mayEver(officer, 'line.edit')).toBe(true)
    expect(mayEver(officer, 'budget.edit')).toBe(false)
    expect(mayEver(newcomer, 'view.read')).toBe(true)
    expect(mayEver(newcomer, 'reference.read')).toBe(false)
    expect(mayEver(Actor.nobody, 'view.read')).toBe(false)
    expect(mayEver(Actor.nobody, 'schema.read')).toBe(false)
    expect(mayEver(Actor.nobody, 'installation.read')).toBe(true)
    expect(mayEver(Actor.program('Andel'), 'people.edit')).toBe(true)
    const both = person([granted(Role.ANALYST, 'home'), granted(Role.COORDINATOR, 'away')])
    expect(mayEver(both, 'budget.edit')).toBe(true)
  })
})

describe('servicesWhere', () => {
  it('names the joint services of those roles that give the right, each once', () => {
    const both = person([
      granted(Role.COORDINATOR, 'home'),
      granted(Role.ANALYST, 'home'),
      granted(Role.ANALYST, 'away'),
    ])
    expect(servicesWhere(both, 'budget.read')).toEqual(['home', 'away'])
    expect(servicesWhere(both, 'budget.edit')).toEqual(['home'])
    expect(servicesWhere(Actor.nobody, 'budget.read')).toEqual([])
    for (const action of ['schema.read', 'view.edit', 'reference.read'] as const)
      expect(servicesWhere(both, action)).toEqual([])
  })

  it('is undefined where the right is to all of them', () => {
    expect(servicesWhere(admin, 'jointService.read')).toBeUndefined()
    expect(servicesWhere(admin, 'budget.read')).toEqual([])
    expect(servicesWhere(Actor.program('Andel'), 'budget.read')).toBeUndefined()
  })

  it('is none for a token that may not', () => {
    const reading = person([granted(Role.COORDINATOR, 'home')], 'reading token')
    expect(servicesWhere(reading, 'budget.edit')).toEqual([])
    expect(servicesWhere(reading, 'budget.read')).toEqual(['home'])
  })
})

describe('rights', () => {
  it('are the same for the same person with the same grants in any order, and for nobody else', () => {
    const [a, b] = [granted(Role.ANALYST, 'home'), granted(Role.COORDINATOR, 'away')]
    expect(person([a, b]).rights).toBe(person([b, a]).rights)
    const others = [
      person([a]),
      person([a, b], 'reading token'),
      Actor.person('you', 'session', [a, b], 'browser'),
      Actor.person('me', 'session', [a, b], 'another browser'),
      person([a, granted(Role.COORDINATOR, 'away', '2380')]),
    ]
    const all = [person([a, b]), ...others].map(({ rights }) => rights)
    expect(new Set(all).size).toBe(all.length)
  })

  it('are never taken for others that read the same when written together', () => {
    const session = (grants: readonly Granted[], through: string) =>
      Actor.person('me', 'session', grants, through).rights
    const at = (jointService: string, municipality: string) => [
      granted(Role.ANALYST, jointService, municipality),
    ]
    expect(session(at('ab', 'c'), 'x')).not.toBe(session(at('a', 'bc'), 'x'))
    expect(session(at('a', 'b'), 'x')).not.toBe(session([], 'xANALYST a b'))
  })

  it('of nobody, and of Andel itself, come through nothing', () => {
    expect(Actor.nobody).toMatchObject({ id: '', grants: [], through: '' })
    expect(Actor.program('Andel')).toMatchObject({ id: 'Andel', grants: [], through: '' })
    expect(Actor.person('me', 'reading token', []).through).toBe('')
  })

  it('say whether somebody is signed in, and is Andel itself', () => {
    expect([Actor.nobody, newcomer, Actor.program('x')].map((one) => one.isSignedIn)).toEqual([
      false,
      true,
      true,
    ])
    expect([Actor.nobody, newcomer, Actor.program('x')].map((one) => one.isProgram)).toEqual([
      false,
      false,
      true,
    ])
    expect([Actor.nobody, newcomer, Actor.program('x')].map((one) => one.writes)).toEqual([
      false,
      true,
      true,
    ])
  })
})
