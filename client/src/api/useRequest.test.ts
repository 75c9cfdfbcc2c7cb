import { Fault } from '@andel/schema/fault'
import { TypedDocumentString } from '@andel/schema/operations'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { Offline } from './failure.ts'
import { useRequest } from './useRequest.ts'

const document = new TypedDocumentString<{ year: number }, { year: number }>(
  'query Year($year: Int!) { year }',
)

interface Call {
  readonly year: number
  readonly answer: (body: object) => void
  readonly fail: () => void
}

/** The network: each call waits until the test answers it. */
function stubNetwork() {
  const calls: Call[] = []
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    return new Promise<Response>((resolve, reject) => {
      calls.push({
        year: (JSON.parse(body) as { variables: { year: number } }).variables.year,
        answer: (answer) => resolve(Response.json(answer)),
        fail: () => reject(new TypeError('Failed to fetch')),
      })
    })
  })
  return {
    calls,
    /** The call with this number, once it has been made. */
    call: (number: number): Promise<Call> =>
      vi.waitFor(() => calls[number - 1] ?? Promise.reject(new Error('not called'))),
  }
}

const scope = effectScope()
afterEach(() => vi.unstubAllGlobals())

describe('useRequest', () => {
  it('keeps what it has until the newest question is answered', async () => {
    const { call } = stubNetwork()
    const year = shallowRef(2022)
    const { data, pending } = scope.run(() => useRequest(document, () => ({ year: year.value })))!
    ;(await call(1)).answer({ data: { year: 2022 } })
    await vi.waitFor(() => expect(data.value).toEqual({ year: 2022 }))

    year.value = 2023
    const overtaken = await call(2)
    year.value = 2024
    const newest = await call(3)
    expect([overtaken.year, newest.year]).toEqual([2023, 2024])
    expect(data.value).toEqual({ year: 2022 })
    expect(pending.value).toBe(true)

    newest.answer({ data: { year: 2024 } })
    await vi.waitFor(() => expect(data.value).toEqual({ year: 2024 }))
    overtaken.answer({ data: { year: 2023 } })
    await new Promise((resolve) => setTimeout(resolve))
    expect(data.value).toEqual({ year: 2024 })
    expect(pending.value).toBe(false)
  })

  it('tells what went wrong, and forgets it once it has been answered', async () => {
    const { call } = stubNetwork()
    const { data, failure, reload } = scope.run(() => useRequest(document, { year: 2022 }))!
    ;(await call(1)).fail()
    await vi.waitFor(() => expect(failure.value).toBeInstanceOf(Offline))

    void reload()
    ;(await call(2)).answer({ errors: [{ message: '', extensions: { code: 'NOT_FOUND' } }] })
    await vi.waitFor(() => expect(failure.value).toBeInstanceOf(Fault))

    void reload()
    ;(await call(3)).answer({ data: { year: 2022 } })
    await vi.waitFor(() => expect(data.value).toEqual({ year: 2022 }))
    expect(failure.value).toBeUndefined()
  })

  it('asks nothing while there is nothing to ask', async () => {
    const { calls } = stubNetwork()
    const { pending } = scope.run(() => useRequest(document, () => undefined))!
    await new Promise((resolve) => setTimeout(resolve))
    expect(calls).toEqual([])
    expect(pending.value).toBe(false)
  })
})
