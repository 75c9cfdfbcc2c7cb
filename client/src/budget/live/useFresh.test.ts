import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { fresh, useFresh } from './useFresh.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is news for some seconds, and again when it comes back', () => {
  const keys = shallowRef(['Kim'])
  const isFresh = effectScope().run(() => useFresh(keys))!
  vi.advanceTimersByTime(fresh - 1)
  keys.value = ['Kim', 'Bo']
  expect(isFresh('Kim')).toBe(true)
  vi.advanceTimersByTime(1)
  expect([isFresh('Kim'), isFresh('Bo')]).toEqual([false, true])
  keys.value = ['Bo']
  keys.value = ['Bo', 'Kim']
  expect(isFresh('Kim')).toBe(true)
  vi.advanceTimersByTime(fresh)
  expect([isFresh('Kim'), isFresh('Bo')]).toEqual([false, false])
})
