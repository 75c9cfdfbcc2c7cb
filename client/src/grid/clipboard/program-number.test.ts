import { describe, expect, it } from 'vitest'
import { toScaled } from '../exact-decimal.ts'
import { exactText, readProgramNumber, roundTo, scaleBy } from './program-number.ts'

describe('readProgramNumber', () => {
  it.each([
    ['12600', '12600'],
    ['+6', '6'],
    ['-35.01', '-35.01'],
    ['1.5E+3', '1500'],
    ['1.5e-7', '0.00000015'],
    ['12600.100000000001', '12600.1'],
    ['-0.30000000000000004', '-0.3'],
  ])('reads %s as %s', (text, exact) => {
    expect(exactText(readProgramNumber(text)!)).toBe(exact)
  })

  it.each(['33.3333333333333', '0.66666666666666663', '123456789012345', '', 'x', '1,5', '1e9999'])(
    'does not take %s',
    (text) => expect(readProgramNumber(text)).toBeUndefined(),
  )
})

describe('a decimal', () => {
  it('is scaled by powers of ten', () => {
    expect(exactText(scaleBy(toScaled('0.042'), 2))).toBe('4.2')
    expect(exactText(scaleBy(toScaled('42'), 3))).toBe('42000')
    expect(exactText(scaleBy(toScaled('-12600'), -3))).toBe('-12.6')
  })

  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['0.49', 0, '0'],
    ['2.345', 2, '2.35'],
    ['2.3', 4, '2.3'],
  ])('%s with %i places is %s', (text, places, rounded) => {
    expect(exactText(roundTo(toScaled(text), places))).toBe(rounded)
    expect(roundTo(toScaled(text), places).places).toBe(places)
  })
})
