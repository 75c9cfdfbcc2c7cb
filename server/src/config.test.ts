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

describe('OIDC_*', () => {
  const whole = {
    PUBLIC_URL: 'https://andel.example.org',
    OIDC_ISSUER: 'https://login.example.org/kommunen',
    OIDC_CLIENT_ID: 'andel',
  }

  it('name a provider, with a secret or without', () => {
    expect(readConfig({}).oidc).toBeUndefined()
    expect(readConfig(whole).oidc).toEqual({
      issuer: 'https://login.example.org/kommunen',
      clientId: 'andel',
      clientSecret: undefined,
      name: 'login.example.org',
      scope: 'openid profile email',
    })
    const more = { OIDC_CLIENT_SECRET: ' s ', OIDC_NAME: 'Kommunens konto', OIDC_SCOPE: 'openid' }
    expect(readConfig({ ...whole, ...more }).oidc).toMatchObject({
      clientSecret: 's',
      name: 'Kommunens konto',
      scope: 'openid',
    })
    const local = { ...whole, OIDC_ISSUER: 'http://127.0.0.1:8080/realms/a' }
    expect(readConfig(local).oidc?.issuer).toBe('http://127.0.0.1:8080/realms/a')
  })

  it.each<[Record<string, string | undefined>, RegExp]>([
    [{ OIDC_ISSUER: undefined }, /OIDC_ISSUER is not set/],
    [{ OIDC_CLIENT_ID: ' ' }, /OIDC_CLIENT_ID is not set/],
    [{ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_NAME: 'A' }, /OIDC_ISSUER is not set/],
    [{ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_SCOPE: 'openid' }, /OIDC_ISSUER is not set/],
    [{ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: 's' }, /OIDC_ISSUER is not set/],
    [{ PUBLIC_URL: undefined }, /PUBLIC_URL is not set/],
    [{ OIDC_ISSUER: 'login.example.org' }, /address by which the provider calls itself/],
    [{ OIDC_ISSUER: 'http://login.example.org' }, /with https/],
    [{ OIDC_ISSUER: 'https://a:b@login.example.org' }, /address by which/],
    [{ OIDC_ISSUER: 'https://login.example.org/?a=b' }, /address by which/],
    [{ OIDC_ISSUER: 'https://a.example/.well-known/openid-configuration' }, /address by which/],
    [{ OIDC_SCOPE: 'profile' }, /must have "openid"/],
    [{ OIDC_NAME: 'x'.repeat(61) }, /OIDC_NAME is longer/],
  ])('are whole: not %j', (change, message) => {
    expect(() => readConfig({ ...whole, ...change })).toThrow(ConfigError)
    expect(() => readConfig({ ...whole, ...change })).toThrow(message)
  })
})
