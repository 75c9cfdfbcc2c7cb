import { describe, expect, it } from 'vitest'
import { securityHeaders } from './security-headers.ts'

const told = (overHttps: boolean): unknown => Object.fromEntries(securityHeaders({ overHttps }))

describe('what every answer says', () => {
  it('has browsers stay with HTTPS where people come over it, and only there', () => {
    const hsts = { 'strict-transport-security': 'max-age=31536000' }
    expect(told(true)).toEqual({ ...(told(false) as object), ...hsts })
    expect(told(false)).not.toHaveProperty('strict-transport-security')
  })
})
