import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useSettled } from './useSettled.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function settled() {
  const source = shallowRef(1)
  const make = vi.fn(() => source.value * 10)
  const scope = effectScope()
  return { source, make, scope, ...scope.run(() => useSettled(make, 100))! }
}

it('is there at once, and follows once what it depends on is left alone', () => {
  const { source, make, value } = settled()
  expect(value.value).toBe(10)
  source.value = 2
  vi.advanceTimersByTime(60)
  source.value = 3
  vi.advanceTimersByTime(60)
  expect(value.value).toBe(10)
  vi.advanceTimersByTime(40)
  expect(value.value).toBe(30)
  expect(make).toHaveBeenCalledTimes(2)
})

it('waits the longer the longer it takes', () => {
  let clock = 0
  const { source, make, value } = settled()
  make.mockImplementation(() => {
    clock += 50
    return source.value * 10
  })
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock)
  source.value = 2
  vi.advanceTimersByTime(100)
  expect(value.value).toBe(20)
  source.value = 3
  vi.advanceTimersByTime(199)
  expect(value.value).toBe(20)
  vi.advanceTimersByTime(1)
  expect(value.value).toBe(30)
  now.mockRestore()
})

it('can be brought up to date, and is not made again for the same', () => {
  const { source, make, value, settle } = settled()
  source.value = 2
  settle()
  expect(value.value).toBe(20)
  settle()
  vi.advanceTimersByTime(200)
  expect(make).toHaveBeenCalledTimes(2)
})

it('is made no more when nobody wants it', () => {
  const { source, make, scope } = settled()
  source.value = 2
  scope.stop()
  vi.advanceTimersByTime(200)
  source.value = 3
  vi.advanceTimersByTime(200)
  expect(make).toHaveBeenCalledTimes(1)
})
