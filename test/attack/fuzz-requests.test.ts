// Expected: never 5xx, a stack, a path, SQL or a text of another joint service
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { chanceFrom } from '../api/many-budgets.ts'
import { isFull, seed } from './fuzz/full.ts'
import { leakIn } from './fuzz/leaks.ts'
import { makeRequest } from './fuzz/make-request.ts'
import { addOutside, canary } from './outside.ts'
import { sendBytes } from './fuzz/send-bytes.ts'

const count = isFull ? 50_000 : 500
const atOnce = 32

let api: Api
beforeAll(async () => {
  api = await Api.start({ statisticsHosts: ['statistics.invalid'] })
  await addOutside(api)
})
afterAll(() => api[Symbol.asyncDispose]())

it(`answers ${count} spoiled requests with nothing from inside (seed ${seed})`, async () => {
  const chance = chanceFrom(seed)
  const port = Number(new URL(api.address).port)
  const analyst = await api.as('analyst')
  const credentials = [api.visitor.headers['cookie']!, analyst.headers['cookie']!, 'a=b']
  const wrong: string[] = []
  const statuses = new Map<number | undefined, number>()

  async function one(bytes: Buffer): Promise<void> {
    const { status, text } = await sendBytes(port, bytes)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const found =
      status !== undefined && status >= 500
        ? `${status}: ${text.slice(0, 300)}`
        : leakIn(text, bytes.toString(), [canary])
    if (found !== undefined) wrong.push(`${found}\n${JSON.stringify(bytes.toString('latin1'))}`)
  }
  let made = 0 // one after the other, whoever sends them: a seed always makes the same
  const lane = async (): Promise<void> => {
    while (made < count && wrong.length < 20) {
      made += 1
      await one(makeRequest(chance, credentials))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  const told = [...statuses].map(([status, times]) => `${status ?? 'closed'}: ${times}`).sort()
  console.log(`requests: seed ${seed}, ${count} sent; ${told.join(', ')}`)
  expect(wrong).toEqual([])
  expect(await api.data('{ __typename }')).toEqual({ __typename: 'Query' }) // it is still there
  expect(statuses.get(200) ?? 0).toBeGreaterThan(count / 50)
}, 3_600_000)
