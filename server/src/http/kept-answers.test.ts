import { describe, expect, it } from 'vitest'
import { type Answer, KeptAnswers } from './kept-answers.ts'

const answer = (size: number): Answer => ({ status: 200, headers: {}, bytes: Buffer.alloc(size) })
const key = (question: string, version = '1') => ({ question, version })

describe('KeptAnswers', () => {
  it('gives an answer back to the same question, and to no other', () => {
    const kept = new KeptAnswers(1_000_000)
    const first = answer(10)
    kept.keep(key('a'), first)
    expect(kept.find(key('a'))).toBe(first)
    expect(kept.find(key('b'))).toBeUndefined()
  })

  it('forgets everything once data has changed, also when it changes back', () => {
    const kept = new KeptAnswers(1_000_000)
    kept.keep(key('a', '1'), answer(10))
    expect(kept.find(key('a', '2'))).toBeUndefined()
    kept.keep(key('b', '2'), answer(10))
    expect(kept.find(key('a', '1'))).toBeUndefined()
    expect(kept.find(key('a', '2'))).toBeUndefined()
  })

  it('lets go of what has not been asked for the longest', () => {
    const kept = new KeptAnswers(1_000_000)
    for (const name of ['a', 'b', 'c']) kept.keep(key(name), answer(240_000))
    kept.find(key('a'))
    for (const name of ['d', 'e']) kept.keep(key(name), answer(240_000))
    const found = ['a', 'b', 'c', 'd', 'e'].filter((name) => kept.find(key(name)))
    expect(found).toEqual(['a', 'c', 'd', 'e'].slice(-found.length))
    expect(found.length).toBeLessThan(5)
    expect(found).toContain('e')
    expect(kept.find(key('b'))).toBeUndefined()
  })

  it('does not take what is larger than a quarter of the room', () => {
    const kept = new KeptAnswers(1_000_000)
    kept.keep(key('a'), answer(10))
    kept.keep(key('b'), answer(260_000))
    expect(kept.find(key('b'))).toBeUndefined()
    expect(kept.find(key('a'))).toBeDefined()
  })
})
