import { expect, it } from 'vitest'
import { remember, type Remembered } from './history.ts'

const at = '2022-06-03T10:00:00.000Z'

it('puts the newest first, moves what comes again and forgets the oldest', () => {
  let history: readonly Remembered[] = []
  for (let n = 1; n <= 25; n++)
    history = remember(history, { query: `{ a${n} }`, variables: '' }, at)
  expect(history).toHaveLength(20)
  history = remember(history, { query: '{ a10 }', variables: '' }, '2022-06-04T10:00:00.000Z')
  expect(history).toHaveLength(20)
  expect(history[0]).toEqual({ query: '{ a10 }', variables: '', at: '2022-06-04T10:00:00.000Z' })
  expect(history.at(-1)!.query).toBe('{ a6 }')
})

it('keeps the same query with other variables apart', () => {
  const one = remember([], { query: '{ a }', variables: '{}' }, at)
  expect(remember(one, { query: '{ a }', variables: '' }, at)).toHaveLength(2)
})
