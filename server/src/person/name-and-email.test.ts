import { describe, expect, it } from 'vitest'
import { loginOf, readEmail, readName } from './name-and-email.ts'

describe('a name', () => {
  it('is kept without spaces that nobody sees', () => {
    expect(readName('  Åsa   Lindstro\u0308m ')).toBe('Åsa Lindstr\u00F6m')
  })

  it.each(['', '   ', 'a\r\nb', 'a\u202Eb', 'a\u200Bb', 'a\u0000', 'x'.repeat(201)])(
    'is not %j',
    (text) => expect(readName(text)).toBeUndefined(),
  )
})

describe('an e-mail', () => {
  it.each(['asa@krokom.example', 'åsa.l+x@krokom.example'])('is %s', (text) =>
    expect(readEmail(` ${text} `)).toBe(text),
  )

  it.each([
    '',
    'asa',
    'asa@krokom',
    'a b@krokom.example',
    'a@b.example\r\nBcc: c@d.example',
    '<a@b.example>',
  ])('is not %j', (text) => expect(readEmail(text)).toBeUndefined())

  it('signs in however it is written', () => {
    expect(loginOf(' Åsa@Krokom.Example ')).toBe('åsa@krokom.example')
  })
})
