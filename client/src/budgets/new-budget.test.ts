import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { Offline } from '../api/index.ts'
import {
  complaintsAbout,
  complaintsFrom,
  nextYear,
  readYear,
  titleAfter,
  toInput,
  type NewBudgetForm,
} from './new-budget.ts'

const service = {
  slug: 'familjehemscentrum',
  name: 'Familjehemscentrum',
  budgets: [{ id: 'b22', year: 2022, title: 'Budget 2022' }],
}
const form: NewBudgetForm = {
  slug: service.slug,
  year: '2023',
  title: ' Budget 2023 ',
  copyFromId: '',
  populationDate: '',
}

describe('complaintsAbout', () => {
  it('has none about a form that can be sent', () => {
    expect(complaintsAbout(form, service)).toEqual({})
  })

  it('names the year that is taken', () => {
    expect(complaintsAbout({ ...form, year: '2022' }, service)).toEqual({
      year: ['budgets.yearTaken', { year: 2022 }],
    })
  })

  it('asks for a year and a title', () => {
    expect(complaintsAbout({ ...form, year: '22', title: ' ' }, service)).toEqual({
      year: ['budgets.badYear'],
      title: ['budgets.noTitle'],
    })
  })
})

describe('complaintsFrom', () => {
  const about = (fault: Fault | Offline) => complaintsFrom(fault, form, (on) => `den ${on}`)

  it('puts a refusal at its field', () => {
    expect(about(new Fault('ALREADY_EXISTS', { year: 2023 }))).toHaveProperty('year')
    expect(about(new Fault('NOT_FOUND', { agreement: 'x', year: 2023 }))).toHaveProperty('year')
    expect(about(new Fault('BAD_TEXT', { field: 'title' }))).toHaveProperty('title')
    expect(about(new Fault('POPULATION_MISSING', { code: '2303', on: '2021-11-01' }))).toEqual({
      populationDate: ['budgets.populationMissing', { date: 'den 2021-11-01' }],
    })
  })

  it('leaves what belongs to no field to the whole form', () => {
    expect(about(new Fault('NOT_FOUND', { budget: 'x' }))).toEqual({})
    expect(about(new Offline())).toEqual({})
  })
})

it('sends nothing that was not chosen', () => {
  expect(toInput(form)).toEqual({
    jointServiceSlug: service.slug,
    year: 2023,
    title: 'Budget 2023',
  })
})

it('proposes the year after the newest, and a title to match', () => {
  expect(nextYear(service, new Date(2026, 5, 1))).toBe(2023)
  expect(nextYear({ ...service, budgets: [] }, new Date(2026, 5, 1))).toBe(2026)
  expect(titleAfter(service.budgets[0]!, 2023)).toBe('Budget 2023')
  expect(titleAfter({ id: 'x', year: 2022, title: 'Grundbudget' }, 2023)).toBeUndefined()
})

it('reads years of four digits that the server takes', () => {
  expect(['2023', ' 2023 ', '23', '1969', '2201', '2O23'].map(readYear)).toEqual([
    2023,
    2023,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
