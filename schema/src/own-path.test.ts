import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path.ts'

describe('after signing in', () => {
  it.each([
    '/',
    '/samverkan/familjehemscentrum/2024',
    '/budgetar?ar=2024#rad-3',
    '/analys/utforska?fraga=http://example.org//a',
    '/kommuner/åre',
  ])('one goes on to %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example',
    'mailto:a@evil.example',
    'data:text/html,hej',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    ' //evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\u0000',
    'samverkan',
    '',
    undefined,
    null,
    ['/a'],
    `/${'a'.repeat(2000)}`,
  ])('one goes to the start page instead of %j', (asked) => {
    expect(ownPath(asked)).toBe('/')
  })
})
