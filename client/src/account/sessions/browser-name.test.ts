import { expect, it } from 'vitest'
import { browserName } from './browser-name.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

it.each([
  [`${windows} ${blink} Edg/140.0.0.0`, 'Edge', 'Windows'],
  [`${windows} ${blink}`, 'Chrome', 'Windows'],
  [`${windows} ${blink} OPR/120.0.0.0`, 'Opera', 'Windows'],
  [`${windows.replace(')', '; rv:140.0)')} Gecko/20100101 Firefox/140.0`, 'Firefox', 'Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [`Mozilla/5.0 (Linux; Android 10; K) ${blink}`, 'Chrome', 'Android'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${blink}`, 'Chrome', 'Linux'],
  ['curl/8.5.0', 'curl', undefined],
])('%s', (agent, browser, system) => {
  expect(browserName(agent)).toEqual({ browser, system })
})

it.each(['', 'node', '<script>alert(1)</script>'])('is none: %j', (agent) => {
  expect(browserName(agent)).toBeUndefined()
})
