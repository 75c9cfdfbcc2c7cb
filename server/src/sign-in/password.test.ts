import { describe, expect, it } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { weaknessOf } from './password-rules.ts'
import { Passwords } from './passwords.ts'

const person = { name: 'Åsa Lindström', email: 'asa.lindstrom@krokom.example' }
const cheap = { memory: 8, passes: 1, lanes: 1 }

describe('a password', () => {
  it.each([
    ['elva tecken', 'PASSWORD_TOO_SHORT'],
    ['åäöåäöåäöåä', 'PASSWORD_TOO_SHORT'],
    ['👩‍👩‍👧', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(201), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['............', 'PASSWORD_COMMON'],
    ['Lösenord 2026!', 'PASSWORD_COMMON'],
    ['Qwertyuiop123', 'PASSWORD_COMMON'],
    ['𝕒𝕓𝕔𝕕𝕖𝕗𝕘𝕙𝕚𝕛𝕜𝕝', 'PASSWORD_COMMON'],
    ['Lindström2026', 'PASSWORD_PERSONAL'],
    ['asa.lindstrom1!', 'PASSWORD_PERSONAL'],
    ['Andel2026Andel', 'PASSWORD_PERSONAL'],
    ['krokomkrokom1', 'PASSWORD_PERSONAL'],
  ])('%j is %s', (password, weakness) => {
    expect(weaknessOf(password, person)).toBe(weakness)
  })

  it.each([
    'tolv tecken!',
    'fyra hästar äter tapeter',
    'andelen av en hemlig tapet',
    'x7#Kq9vT2!pL',
    `${'ab cde fg'.repeat(22)}`,
  ])('%j may be chosen', (password) => {
    expect(weaknessOf(password, person)).toBeUndefined()
  })

  it('is looked for in a list that has none too short to get there', () => {
    expect([...commonPasswords].filter((one) => [...one].length < 11)).toEqual([])
  })
})

describe('Passwords', () => {
  it('knows a password again by a PHC string, however its characters are composed', async () => {
    const passwords = new Passwords(cheap)
    const kept = await passwords.hash('A\u030Ang\u0301estr\u00F6m 77')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await passwords.check('\u00C5n\u01F5estro\u0308m 77', kept)).toBe(true)
    expect(await passwords.check('\u00C5n\u01F5estro\u0308m 78', kept)).toBe(false)
  })

  it('computes one hash whether there is one to compare with or not', async () => {
    const passwords = new Passwords(cheap)
    const kept = await passwords.hash('fyra hästar')
    await passwords.warmUp()
    for (const against of [kept, null, 'no PHC string', kept.replace('m=8', 'm=16')]) {
      const before = passwords.computed
      expect(await passwords.check('fem hästar', against)).toBe(false)
      expect(passwords.computed - before).toBe(1)
    }
  })

  it('tells hashes of another cost than now', async () => {
    const kept = await new Passwords(cheap).hash('fyra hästar')
    expect(new Passwords(cheap).isOutdated(kept)).toBe(false)
    expect(new Passwords({ ...cheap, passes: 2 }).isOutdated(kept)).toBe(true)
    expect(new Passwords().isOutdated('')).toBe(true)
  })

  it('refuses more than may wait', async () => {
    const passwords = new Passwords(cheap)
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, () => passwords.check('x', null)),
    )
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(60)
    expect(await passwords.check('x', null)).toBe(false)
  })
})
