import { Fault } from '@andel/schema/fault'
import { afterEach, expect, it, vi } from 'vitest'
import { Offline } from './failure.ts'
import { firstRows } from './first-rows.ts'

afterEach(() => vi.unstubAllGlobals())

/** The network answers with these parts, one at a time. Returns whether the rest was left. */
function answer(parts: readonly string[], status = 200): { left: boolean } {
  const state = { left: false }
  const waiting = [...parts]
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = waiting.shift()
        if (part === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(part))
      },
      cancel() {
        state.left = true
      },
    },
    { highWaterMark: 0 },
  )
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
  return state
}

it('puts rows together that come in parts', async () => {
  answer(['{"a":', '1}\n{"a":2', '}\n'])
  expect(await firstRows('{ a }', {}, 20)).toEqual([{ a: 1 }, { a: 2 }])
})

it('leaves the rest when it has enough', async () => {
  const state = answer(['{"a":1}\n{"a":2}\n', ...Array.from({ length: 50 }, () => '{"a":3}\n')])
  expect(await firstRows('{ a }', {}, 1)).toEqual([{ a: 1 }])
  await vi.waitFor(() => expect(state.left).toBe(true))
})

it('tells what is wrong, before the first row or after it', async () => {
  answer(['{"errors":[{"extensions":{"code":"NOT_A_TABLE"}}]}'], 400)
  await expect(firstRows('{ a }', {}, 1)).rejects.toThrow(Fault)
  answer(['{"a":1}\n{"error":{"extensions":{"code":"CHANGED_MEANWHILE"}}}\n'])
  await expect(firstRows('{ a }', {}, 20)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(firstRows('{ a }', {}, 1)).rejects.toThrow(Offline)
})
