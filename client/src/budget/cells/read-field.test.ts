import { Fault } from '@andel/schema/fault'
import type { SheetLine } from '../sheet/sheet.ts'
import { describe, expect, it } from 'vitest'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { fieldText } from './field-text.ts'
import { readField, type TypedField } from './read-field.ts'

const line = readSheet(sheetAnswer).lines[1]!
const read = (field: TypedField, text: string, kind: 'COST' | 'REVENUE' = 'COST') =>
  readField(field, text, { ...line, kind }, 'sv')

function reason(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    if (error instanceof Fault) return error.details['reason'] ?? error.code
    throw error
  }
}

describe('readField', () => {
  it.each([
    ['workload', '6,0', { workload: 600 }],
    ['workload', '0,75', { workload: 75 }],
    ['workload', '75 %', { workload: 75 }],
    ['months', '6,5', { months: 65 }],
    ['monthlyCost', '50 000', { monthlyCost: 5_000_000 }],
    ['amount', '300 tkr', { amount: 30_000_000 }],
    ['amount', '−12 600,50', { amount: -1_260_050 }],
    ['amount', ' ', { amount: null }],
    ['months', '', { months: null }],
    ['description', '  Hyra ', { description: 'Hyra' }],
    ['kind', 'REVENUE', { kind: 'REVENUE' }],
  ] as const)('reads %s %j', (field, text, fields) => {
    expect(read(field, text)).toEqual(fields)
  })

  it('takes a revenue for the same with or without its minus', () => {
    expect(read('amount', '-500', 'REVENUE')).toEqual({ amount: 50_000 })
    expect(read('amount', '500', 'REVENUE')).toEqual({ amount: 50_000 })
  })

  it.each([
    ['amount', '1.234', 'AMBIGUOUS'],
    ['amount', 'abc', 'NO_NUMBER'],
    ['amount', '1,005', 'DECIMALS'],
    ['amount', '75 %', 'UNIT'],
    ['workload', '0,755', 'DECIMALS'],
    ['months', '6,25', 'DECIMALS'],
  ] as const)('refuses %s %j: %s', (field, text, expected) => {
    expect(reason(() => read(field, text))).toBe(expected)
  })

  it.each([
    ['workload', '=75%', { workload: 75, workloadFormula: '=75%' }],
    ['workload', '=1+0,5', { workload: 150, workloadFormula: '=1+0,5' }],
    ['months', ' =13/2 ', { months: 65, monthsFormula: '=13/2' }],
    ['monthlyCost', '=600 000/12', { monthlyCost: 5_000_000, monthlyCostFormula: '=600 000/12' }],
    ['amount', '=6*50000', { amount: 30_000_000, amountFormula: '=6*50000' }],
    ['amount', '=12,5*2', { amount: 2_500, amountFormula: '=12,5*2' }],
    ['amount', '=12.5*2', { amount: 2_500, amountFormula: '=12.5*2' }],
    ['amount', '=100/3', { amount: 3_333, amountFormula: '=100/3' }],
    ['description', '=6*50000', { description: '=6*50000' }],
  ] as const)('calculates %s %j and keeps what was typed', (field, text, fields) => {
    expect(read(field, text)).toEqual(fields)
    expect(fieldText(field, { ...line, ...(fields as Partial<SheetLine>) }, 'sv')).toBe(text.trim())
  })

  it('takes a revenue calculated with or without its minus for the same', () => {
    const fields = { amount: 50_000, amountFormula: '=-5*100' }
    expect(read('amount', '=-5*100', 'REVENUE')).toEqual(fields)
  })

  it('refuses a formula with its reason and its place', () => {
    expect(() => read('amount', '=6*')).toThrow(
      expect.objectContaining({
        code: 'BAD_FORMULA',
        details: { text: '=6*', reason: 'VALUE_MISSING', position: 3 },
      }),
    )
    expect(reason(() => read('amount', '=2*1.234'))).toBe('AMBIGUOUS')
  })

  it('quotes what was typed, not what was made of it', () => {
    expect(() => read('amount', ' 1 000,555 ')).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ text: '1 000,555' }) }),
    )
  })
})
