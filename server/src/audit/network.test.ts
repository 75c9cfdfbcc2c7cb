import { describe, expect, it } from 'vitest'
import { networkOf } from './network.ts'

describe('networkOf', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:0DB8:0001::7', '2001:db8:1::/48'],
    ['2001:db8::7', '2001:db8::/48'],
    ['::1', '::/48'],
    ['2001:db8:10::1', '2001:db8:10::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each([undefined, '', 'unknown', '192.0.2', 'evil\r\nX: y'])('of %j is nothing', (address) => {
    expect(networkOf(address)).toBeNull()
  })
})
