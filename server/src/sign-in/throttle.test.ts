import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Throttle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const address = '192.0.2.1'
const somewhere = (index: number): string => `198.51.${index >> 8}.${index & 255}`

describe('Throttle', () => {
  it('lets an account wait longer and longer after five tries, and no longer than a quarter of an hour', async () => {
    const throttle = new Throttle()
    const waited: number[] = []
    let place = 0
    for (let tries = 0; tries < 14; tries++) {
      const seconds = await throttle.take({ account: 'a', address: somewhere(place++) })
      if (seconds === 0) continue
      waited.push(seconds)
      await vi.advanceTimersByTimeAsync(seconds * 1000)
      expect(await throttle.take({ account: 'a', address: somewhere(place++) })).toBe(0)
    }
    expect(waited).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900])
  })

  it('counts tries made at the same time', async () => {
    const throttle = new Throttle()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        throttle.take({ account: 'a', address: somewhere(index) }),
      ),
    )
    expect(answers.filter((seconds) => seconds === 0)).toHaveLength(5)
  })

  it('leaves other accounts alone, and forgets what succeeded', async () => {
    const throttle = new Throttle()
    for (let tries = 0; tries < 6; tries++) await throttle.take({ account: 'a', address })
    expect(await throttle.take({ account: 'a', address })).toBeGreaterThan(0)
    expect(await throttle.take({ account: 'b', address })).toBe(0)
    await throttle.succeeded({ account: 'a', address })
    for (let tries = 0; tries < 5; tries++)
      expect(await throttle.take({ account: 'a', address })).toBe(0)
  })

  it.each([
    ['IPv4', () => address],
    ['IPv4 in IPv6', () => `::ffff:${address}`],
    ['one network of IPv6', (index: number) => `2001:db8:0:7::${index.toString(16)}`],
  ])('stops an address after 30 tries in a quarter of an hour: %s', async (_kind, from) => {
    const throttle = new Throttle()
    for (let tries = 0; tries < 30; tries++)
      expect(await throttle.take({ account: `a${tries}`, address: from(tries) })).toBe(0)
    expect(await throttle.take({ account: 'new', address: from(31) })).toBe(900)
    expect(await throttle.take({ account: 'new', address: '2001:db8:0:8::1' })).toBe(0)
    await vi.advanceTimersByTimeAsync(900_000)
    expect(await throttle.take({ account: 'new', address: from(31) })).toBe(0)
  })

  it.each([
    ['2001:db8:0:7::1', '2001:db8:0:7:1:2:3:4', 'one'],
    ['2001:db8::7:1:2:3:4', '2001:db8:0:7::1', 'one'],
    ['2001:db8::1', '2001:db8:0:0:9:9:9:9', 'one'],
    ['::1', '::2:1', 'one'],
    ['::1', '1::', 'two'],
    ['2001:db8::', '2001:db8:0:1::', 'two'],
    ['1:23::', '12:3::', 'two'],
    ['::FFFF:10.0.0.1', '10.0.0.1', 'one'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', 'two'],
    ['::ffff:192.0.2.11', '::1', 'two'],
    ['192.0.2.1', '192.0.2.2', 'two'],
  ])('takes %s and %s for %s', async (first, second, places) => {
    const throttle = new Throttle()
    for (let tries = 0; tries < 30; tries++) await throttle.take({ address: first })
    expect((await throttle.take({ address: second })) > 0 ? 'one' : 'two').toBe(places)
  })

  it('lets nobody try when it cannot count', async () => {
    const down = { consume: () => Promise.reject(new Error('down')) }
    const throttle = new Throttle(() => down as never)
    await expect(throttle.take({ address })).rejects.toThrow('down')
  })
})
