import { expect, it } from 'vitest'
import { NewsStream, SlowReader } from './news-stream.ts'

const nothing = (): void => undefined

it('tells in order, what was before first, and waits for what is to come', async () => {
  const before = [1, 2]
  const stream = new NewsStream<number>(nothing, async () => before.shift())
  stream.tell(3)
  const taken: number[] = []
  setImmediate(() => stream.tell(4))
  for await (const news of stream) {
    taken.push(news)
    if (news === 4) break
  }
  expect(taken).toEqual([1, 2, 3, 4])
})

it('keeps so much and no more for whoever does not take it, and lets go', async () => {
  let left = 0
  const stream = new NewsStream<number>(() => (left += 1))
  for (let news = 0; news < 1000; news++) stream.tell(news)
  expect(left).toBe(1)
  await expect(stream.next()).rejects.toThrow(SlowReader)
})

it('ends at once for whoever waits when it is left', async () => {
  let left = 0
  const stream = new NewsStream<number>(() => (left += 1))
  const waiting = stream.next()
  await stream.return()
  expect(await waiting).toEqual({ done: true, value: undefined })
  await stream.return()
  expect(left).toBe(1)
})
