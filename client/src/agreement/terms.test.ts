import { describe, expect, it } from 'vitest'
import { isoToday, lastDayAfterNotice, standing } from './terms.ts'

describe('standing', () => {
  const term = { from: '2022-01-01', to: '2024-12-31' }

  it.each([
    ['2021-12-31', 'coming'],
    ['2022-01-01', 'inForce'],
    ['2024-12-31', 'inForce'],
    ['2025-01-01', 'over'],
  ])('on %s is %s', (today, expected) => {
    expect(standing(term, today)).toBe(expected)
  })

  it('has no end until further notice', () => {
    expect(standing({ from: '2022-01-01', to: null }, '2999-01-01')).toBe('inForce')
  })
})

describe('lastDayAfterNotice', () => {
  it('is the notice period away', () => {
    expect(lastDayAfterNotice('P1Y', null, '2026-03-15')).toBe('2027-03-15')
  })

  it('is no later than the agreement', () => {
    expect(lastDayAfterNotice('P1Y', '2026-12-31', '2026-03-15')).toBe('2026-12-31')
  })
})

it('writes today as an ISO date', () => {
  expect(isoToday(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
