import { describe, expect, it } from 'vitest'
import { isForeign } from './refuse-foreign.ts'

const here = 'andel.example'
const fetched = (site: string, mode: string, dest: string) => ({
  host: here,
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
})

describe('isForeign', () => {
  it.each([
    ['our own page', 'POST', fetched('same-origin', 'cors', 'empty')],
    ['an address that somebody typed', 'GET', fetched('none', 'navigate', 'document')],
    ['a link that somebody followed', 'GET', fetched('cross-site', 'navigate', 'document')],
    ['a program', 'POST', { host: here }],
    [
      'our own page where the browser tells no more',
      'POST',
      { host: here, origin: `http://${here}` },
    ],
    ['our own page on a port', 'POST', { host: 'a:81', origin: 'http://a:81' }],
  ])('lets %s in', (_what, method, headers) => {
    expect(isForeign({ method, headers })).toBe(false)
  })

  it.each([
    ['a script', 'GET', fetched('cross-site', 'cors', 'empty')],
    ['a script of a neighbour', 'POST', fetched('same-site', 'cors', 'empty')],
    ['an image', 'GET', fetched('cross-site', 'no-cors', 'image')],
    ['a form', 'POST', fetched('cross-site', 'navigate', 'document')],
    ['a frame', 'GET', fetched('cross-site', 'navigate', 'iframe')],
    [
      'a page where the browser tells no more',
      'POST',
      { host: here, origin: 'https://evil.example' },
    ],
    ['a page on another port', 'POST', { host: 'a:81', origin: 'http://a:82' }],
    ['a page that hides where it is from', 'POST', { host: here, origin: 'null' }],
  ])('keeps %s elsewhere out', (_what, method, headers) => {
    expect(isForeign({ method, headers })).toBe(true)
  })
})
