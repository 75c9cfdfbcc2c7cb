import { expect, it } from 'vitest'
import { keptWork } from './kept-work.ts'

/** A place that keeps texts, or refuses to. */
function storage(texts: Record<string, string> = {}, full = false): Storage {
  return {
    getItem: (place: string) => texts[place] ?? null,
    setItem(place: string, text: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      texts[place] = text
    },
  } as Storage
}

it('gives back what was written', () => {
  const kept = keptWork(storage())
  expect(kept.readWork()).toBeUndefined()
  kept.writeWork({ query: '{ a }', variables: '{}' })
  expect(kept.readWork()).toEqual({ query: '{ a }', variables: '{}' })
  const history = [{ query: '{ a }', variables: '', at: '2022-06-03T10:00:00.000Z' }]
  kept.writeHistory(history)
  expect(kept.readHistory()).toEqual(history)
})

it.each(['', 'null', '3', '{"query":3}', '[{"query":"a","variables":"","at":"x"}]', '{'])(
  'passes over what is not of its form: %s',
  (text) => {
    const kept = keptWork(storage({ 'andel.explorer': text, 'andel.explorer.history': text }))
    expect(kept.readWork()).toBeUndefined()
    expect(kept.readHistory()).toEqual([])
  },
)

it('goes on where nothing can be kept', () => {
  const kept = keptWork(storage({}, true))
  expect(() => kept.writeWork({ query: '{ a }', variables: '' })).not.toThrow()
})
