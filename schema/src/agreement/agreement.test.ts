import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inForce, monthsCovered, noticeTakesEffect, participantsOf } from './index.ts'

const fault = (code: string) => expect.objectContaining({ name: 'Fault', code })
const term = (from: string, to: string | null = null, code = '2303') => ({ code, from, to })

describe('in force', () => {
  const ragunda = term('2022-01-01', '2022-06-30')
  const åre = term('2022-07-01', null, '2321')

  test('is from the first day to the last, both within', () => {
    expect(inForce([ragunda, åre], '2021-12-31')).toEqual([])
    expect(inForce([ragunda, åre], '2022-01-01')).toEqual([ragunda])
    expect(inForce([ragunda, åre], '2022-06-30')).toEqual([ragunda])
    expect(inForce([ragunda, åre], '2022-07-01')).toEqual([åre])
    expect(inForce([ragunda, åre], '9999-12-31')).toEqual([åre])
  })

  test.each(['2022-02-30', '2022-13-01', '2022-1-1', '20220101', '0000-01-01', ''])(
    'is not asked on %j',
    (on) => expect(() => inForce([], on)).toThrow(fault('BAD_DATE')),
  )
})

describe('months covered', () => {
  test.each([
    [term('2020-01-01'), 12],
    [term('2022-01-01'), 12],
    [term('2022-07-01'), 6],
    [term('2022-12-31'), 1],
    [term('2023-01-01'), 0],
    [term('2022-01-01', '2022-03-15'), 3], // March is begun
    [term('2022-03-15', '2022-03-16'), 1],
    [term('2021-05-01', '2021-12-31'), 0],
    [term('2021-05-01', '2022-01-01'), 1],
    [term('2022-05-01', '2022-04-01'), 0],
  ])('%o: %i of 2022', (participation, months) =>
    expect(monthsCovered(participation, 2022)).toBe(months),
  )

  test('of all years are those of the whole term', () => {
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2029-12-31'),
      noInvalidDate: true,
    })
    const iso = day.map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(iso, iso, (one, other) => {
        const [from = '', to = ''] = [one, other].toSorted()
        const years = Array.from({ length: 30 }, (_, i) => monthsCovered({ from, to }, 2000 + i))
        const begun = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        expect(years.reduce((a, b) => a + b)).toBe(begun(to) - begun(from) + 1)
      }),
    )
  })
})

describe('participants of a year', () => {
  const participations = [
    term('2022-07-01', null, '2321'),
    term('2020-01-01', '2021-12-31', '2326'),
    term('2022-01-01', '2022-02-28', '2303'),
    term('2022-11-01', null, '2303'),
  ]

  test('are those with a month of it, in code order, with their months where they weigh', () => {
    expect(participantsOf(participations, 2022, true)).toEqual([
      { code: '2303', months: 4 }, // left and came back
      { code: '2321', months: 6 },
    ])
  })

  test('all have 12 months where months do not weigh', () => {
    expect(participantsOf(participations, 2022, false)).toEqual([
      { code: '2303', months: 12 },
      { code: '2321', months: 12 },
    ])
  })

  test('a month with two terms counts once', () => {
    const twice = [term('2022-01-01', '2022-03-10'), term('2022-03-20', '2022-04-30')]
    expect(participantsOf(twice, 2022, true)).toEqual([{ code: '2303', months: 4 }])
  })
})

describe('a notice takes effect', () => {
  test.each([
    ['2022-03-15', 'P1Y', '2023-03-15'], // Familjehemscentrum: one year since 2022
    ['2022-03-15', 'P6M', '2022-09-15'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2022-08-31', 'P6M', '2023-02-28'],
    ['2023-08-31', 'P6M', '2024-02-29'],
    ['2022-01-31', 'P1M', '2022-02-28'],
    ['2022-01-31', 'P1M1D', '2022-03-01'], // months first, then days
    ['2022-12-31', 'P1D', '2023-01-01'],
    ['2022-01-01', 'P90D', '2022-04-01'],
    ['2022-01-31', 'P1Y1M', '2023-02-28'],
    ['1999-12-31', 'P400D', '2001-02-03'],
    ['2022-03-15', 'P0D', '2022-03-15'],
  ])('%s and %s: %s', (notice, period, last) =>
    expect(noticeTakesEffect(notice, period)).toBe(last),
  )

  test.each(['', 'P', '1Y', 'P1W', 'PT1H', 'P1Y2Y', 'P-1Y', 'P1M1Y', 'p1y', 'P1.5Y'])(
    'not after %j',
    (period) => expect(() => noticeTakesEffect('2022-01-01', period)).toThrow(fault('BAD_INPUT')),
  )

  test('not from a day that is none, nor after the year 9999', () => {
    expect(() => noticeTakesEffect('2022-02-29', 'P1Y')).toThrow(fault('BAD_DATE'))
    expect(() => noticeTakesEffect('9999-01-01', 'P1Y')).toThrow(fault('BAD_DATE'))
  })

  test('days are counted as the calendar counts them', () => {
    const days = fc.nat({ max: 5000 })
    const day = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, days, (start, count) => {
        const iso = (date: Date) => date.toISOString().slice(0, 10)
        const then = new Date(Date.parse(iso(start)) + count * 86_400_000)
        expect(noticeTakesEffect(iso(start), `P${count}D`)).toBe(iso(then))
      }),
    )
  })
})
