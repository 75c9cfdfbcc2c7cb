import type { Key } from '@andel/schema/allocation'
import { describe, expect, it } from 'vitest'
import { formOf, newBasis, newForm } from './key-form.ts'
import { readKeyForm } from './read-key-form.ts'

const codes = ['2303', '2305']
const rounding = {
  shareStep: 'NONE',
  amountStep: 'KRONA',
  residualRule: 'NAMED',
  named: '2305',
} as const
const blend: Key & { note: string } = {
  name: 'Blandad',
  note: 'Enligt avtalet',
  rounding,
  bases: [
    { kind: 'POPULATION', percent: 40, on: '2021-12-31', floor: 1000 },
    { kind: 'EQUAL', percent: 10 },
    { kind: 'FIXED', percent: 20, percentages: { '2303': '33.5', '2305': '66.5' } },
    {
      kind: 'USE',
      percent: 30,
      statistic: 'Placeringar',
      period: '2021',
      source: 'Verksamheten',
      values: { '2303': 3, '2305': 1200 },
    },
  ],
}

describe('the form of a key', () => {
  it.each(['sv', 'en'] as const)('gives back the key it was opened with (%s)', (language) => {
    const read = readKeyForm(formOf(blend, '2021-12-31', language), codes, language)
    expect(read).toMatchObject({ key: blend, errors: {}, blend: 100 })
    expect(read.key).toEqual(blend)
    expect(read.fixed[2]).toBe('100')
  })

  it('starts as a key that can be calculated with, and asks for its name', () => {
    const { key, errors } = readKeyForm(newForm('2021-12-31'), codes, 'sv')
    expect(key?.bases).toEqual([{ kind: 'POPULATION', on: '2021-12-31', percent: 100 }])
    expect(errors).toEqual({ name: 'needsName' })
  })

  it('tells which number cannot be read', () => {
    const form = newForm('2021-12-31')
    const use = { ...newBasis('', '1.234'), kind: 'USE', values: { '2303': '5' } } as const
    const { key, errors } = readKeyForm({ ...form, name: 'N', bases: [use] }, codes, 'sv')
    expect(key).toBeUndefined()
    expect(errors).toEqual({ '0.percent': 'needsNumber', '0.values.2305': 'missing' })
  })

  it.each(['33,3', '-1'])('asks for a whole number instead of %s per cent', (percent) => {
    const form = { ...newForm('2021-12-31'), name: 'N', bases: [newBasis('2021-12-31', percent)] }
    expect(readKeyForm(form, codes, 'sv').errors).toEqual({ '0.percent': 'needsWhole' })
  })

  it('adds up parts and percentages exactly, whatever they come to', () => {
    const fixed = {
      ...newBasis('', '60'),
      kind: 'FIXED',
      percentages: { '2303': '0,1', '2305': '0,2' },
    } as const
    const form = { ...newForm('2021-12-31'), bases: [fixed, newBasis('2021-12-31', '30')] }
    expect(readKeyForm(form, codes, 'sv')).toMatchObject({ blend: 90, fixed: ['0.3', '0'] })
  })
})
