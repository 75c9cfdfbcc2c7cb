import { describe, expect, it } from 'vitest'
import { Role } from '../person/role-enums.ts'
import { Actor } from './actor.ts'
import { readable, readableServices } from './readable.ts'
import { hashSecret, newSecret, opens } from './secret.ts'

describe('a secret', () => {
  it('is another each time, long, and needs no escaping', () => {
    const drawn = Array.from({ length: 100 }, newSecret)
    expect(new Set(drawn).size).toBe(100)
    for (const secret of drawn) expect(secret).toMatch(/^[\w-]{43}$/)
  })

  it('is kept as a digest that tells nothing of it', () => {
    // SHA-256 of "abc": FIPS 180-2, B.1
    expect(hashSecret('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('opens what it was kept for, and nothing else', () => {
    const secret = newSecret()
    expect(opens(secret, hashSecret(secret))).toBe(true)
    expect(opens(newSecret(), hashSecret(secret))).toBe(false)
    expect(opens('', hashSecret(secret))).toBe(false)
    expect(opens(secret, null)).toBe(false)
    expect(opens(secret, undefined)).toBe(false)
  })
})

describe('the filter on reading', () => {
  const analyst = Actor.person('me', 'session', [
    { role: Role.ANALYST, jointService: 'home', municipality: null },
    { role: Role.COORDINATOR, jointService: 'away', municipality: null },
  ])
  const admin = Actor.person('me', 'session', [
    { role: Role.ADMIN, jointService: null, municipality: null },
  ])

  it('lets through what belongs to the joint services of one’s roles', () => {
    expect(readable(analyst, 'budget', 'jointService')).toEqual({
      budget: { jointService: { $in: ['home', 'away'] } },
    })
    expect(readableServices(analyst)).toEqual({ id: { $in: ['home', 'away'] } })
  })

  it('lets an administrator read names, and no money', () => {
    expect(readableServices(admin)).toEqual({})
    expect(readable(admin, 'jointService')).toEqual({ jointService: { $in: [] } })
  })

  it('lets nobody read anything, and Andel itself everything', () => {
    expect(readable(Actor.nobody, 'jointService')).toEqual({ jointService: { $in: [] } })
    expect(readableServices(Actor.nobody)).toEqual({ id: { $in: [] } })
    expect(readable(Actor.program('Andel'), 'jointService')).toEqual({})
  })
})
