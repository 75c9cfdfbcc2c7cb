import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('PUBLIC_URL', () => {
  it.each([
    ['https://andel.example.org', 'https://andel.example.org'],
    [' https://andel.example.org:8443/ ', 'https://andel.example.org:8443'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('may be %s', (text, origin) => {
    expect(readConfig({ PUBLIC_URL: text }).publicUrl).toBe(origin)
  })

  it.each([
    ['andel.example.org', /where browsers reach Andel/],
    ['https://andel.example.org/budget', /nothing more/],
    ['https://andel.example.org?a', /nothing more/],
    ['https://me:secret@andel.example.org', /nothing more/],
    ['ftp://andel.example.org', /nothing more/],
    ['http://andel.example.org', /must begin with https/],
    ['http://127.0.0.1.example.org', /must begin with https/],
  ])('is not %s', (text, message) => {
    expect(() => readConfig({ PUBLIC_URL: text })).toThrow(ConfigError)
    expect(() => readConfig({ PUBLIC_URL: text })).toThrow(message)
  })
})

describe('TRUSTED_PROXIES', () => {
  it('are addresses, networks and names of them', () => {
    const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.7, 192.168.0.0/16 loopback' })
    expect(trustedProxies).toEqual(['10.0.0.7', '192.168.0.0/16', 'loopback'])
    expect(readConfig({ TRUSTED_PROXIES: ' ' }).trustedProxies).toBeUndefined()
  })

  it.each(['proxy.example.org', '10.0.0.0/99', 'true', '1'])('are never %s', (text) => {
    expect(() => readConfig({ TRUSTED_PROXIES: text })).toThrow(/TRUSTED_PROXIES has/)
  })
})
