import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useSpoken } from './useSpoken.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => effectScope().run(useSpoken)!

it('joins what is said within one task, and replaces what was said before', () => {
  const spoken = open()
  spoken.value = 'Raden togs bort.'
  spoken.value = 'Ragunda 0 kronor.'
  vi.runAllTimers()
  expect(spoken.value).toBe('Raden togs bort. Ragunda 0 kronor.')
  spoken.value = 'Rad 2 lades till.'
  vi.runAllTimers()
  expect(spoken.value).toBe('Rad 2 lades till.')
})

it('changes even when the same is said again, so that it is read again', () => {
  const spoken = open()
  const heard = [1, 2, 3].map(() => {
    spoken.value = 'Raden är nu rad 2.'
    vi.runAllTimers()
    return spoken.value
  })
  expect(new Set([heard[0], heard[1]]).size).toBe(2)
  expect(new Set([heard[1], heard[2]]).size).toBe(2)
  expect(heard.map((text) => text.trim())).toEqual(heard.map(() => 'Raden är nu rad 2.'))
})
