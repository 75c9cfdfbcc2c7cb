import { describe, expect, it } from 'vitest'
import { takeExact } from './take-exact.ts'

const take = (text: string, number?: string) => takeExact({ text, number }, 'sv')

describe('takeExact', () => {
  it.each([
    ['12 600 kr', '12600', '12600 kr'],
    ['12 600', '12600.49', '12600,49'],
    ['12\u00a0601', '12600.5', '12600,5'],
    ['−35,01', '-35.01', '-35,01'],
    ['-35', '-35.01', '-35,01'],
    ['(35)', '-35.01', '-35,01'],
    ['35,01', '-35.01', '-35,01'], // red
    ['33,3', '33.3', '33,3'],
    ['0', '0.04', '0,04'],
    ['1.000,05', '1000.05', '1000,05'],
    ['1,000.05', '1000.05', '1000,05'],
    ['1.234', '1234', '1234'],
    ['1.234', '1.2339', '1,2339'],
    ['4,2 %', '0.042', '4,2%'],
    ['4%', '0.04167', '4,167%'],
    ['420%', '4.2', '420%'],
    ['0,3', '0.30000000000000004', '0,3'],
    ['12600', '1.26E+4', '12600'],
    ['0,00', '1.5E-7', '0,00000015'],
  ])('takes for %s, which is %s, %s', (text, number, taken) => {
    expect(take(text, number)).toBe(taken)
  })

  it('takes the whole number where thousands or millions are shown', () => {
    expect(take('12,6', '12600')).toBe('12600')
    expect(take('12,6 tkr', '12600')).toBe('12600')
    expect(take('1,5', '1500000')).toBe('1500000')
    expect(take('12,6 tkr', '12.6')).toBe('12,6 tkr')
  })

  it('is read back in English, too', () => {
    expect(takeExact({ text: '1', number: '1.234' }, 'en')).toBe('1,2340')
  })

  it.each([
    ['2022-01-01', '44562'],
    ['2022', '44562'],
    ['3 jan', '44564'],
    ['01.01.2022', '44562'],
    ['12:30', '0.520833333333333'],
    ['SANT', '1'],
    ['Rad 12', '12'],
    ['33,33', '33.3333333333333'],
    ['33,33', '33.333333333333336'],
    ['0,67', '0.66666666666666663'],
    ['6', 'NaN'],
    ['6', undefined],
  ])('leaves %s, which is %s, as it is shown', (text, number) => {
    expect(take(text, number)).toBeUndefined()
  })
})
