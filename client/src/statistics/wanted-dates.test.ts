import { describe, expect, it } from 'vitest'
import { datesOf, newestYear, seriesOf, type WantedYears } from './wanted-dates.ts'

const years = (more: Partial<WantedYears>) =>
  datesOf({ series: 'SCB_NOVEMBER_1', from: '2021', to: '2022', months: 'all', ...more })

describe('the dates of chosen years', () => {
  it('are the days of the series', () => {
    expect(years({})).toEqual(['2021-11-01', '2022-11-01'])
    expect(years({ series: 'KOLADA_DECEMBER_31' })).toEqual(['2021-12-31', '2022-12-31'])
    expect(years({ series: 'SCB_MONTH_END', months: '03' })).toEqual(['2021-03-31', '2022-03-31'])
    expect(years({ series: 'SCB_MONTH_END', from: '2024', to: '2024' })?.[1]).toBe('2024-02-29')
  })

  it.each([
    { from: '2022', to: '2021' },
    { from: 'x' },
    { from: '1999' },
    { series: 'SCB_MONTH_END', from: '2000', to: '2040' },
  ] satisfies Partial<WantedYears>[])('are none for %o', (wrong) => {
    expect(years(wrong)).toBeUndefined()
  })
})

it('proposes the newest year that may be published', () => {
  expect(newestYear('SCB_NOVEMBER_1', new Date('2026-11-22'))).toBe(2025)
  expect(newestYear('SCB_NOVEMBER_1', new Date('2026-12-15'))).toBe(2026)
  expect(newestYear('SCB_DECEMBER_31', new Date('2026-01-15'))).toBe(2024)
})

it('knows whom to ask', () => {
  expect(seriesOf('KOLADA_DECEMBER_31')).toEqual({ office: 'KOLADA', dateKind: 'DECEMBER_31' })
})
