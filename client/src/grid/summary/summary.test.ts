import { describe, expect, it } from 'vitest'
import { emptyContent, textContent, type CellContent } from '../cell.ts'
import { summarise } from './summary.ts'

const number = (exact: string): CellContent => ({ kind: 'number', exact })
const percent = (exact: string): CellContent => ({ kind: 'number', exact, unit: 'percent' })

const figures = (...exact: string[]) => summarise(exact.map(number)).figures

describe('a summary', () => {
  it('counts what is filled, and the numbers among it', () => {
    const some = [number('1'), textContent('x'), emptyContent, number('2')]
    expect(summarise(some)).toMatchObject({ cells: 4, filled: 3, numbers: 2, isMixed: false })
  })

  it('has no figures without a number', () => {
    expect(summarise([textContent('7'), emptyContent]).figures).toBeUndefined()
    expect(summarise([]).figures).toBeUndefined()
  })

  it('adds up numbers with different places exactly', () => {
    expect(figures('0.1', '0.2', '-12600', '14700.05')).toEqual({
      sum: '2100.35',
      average: '525.0875',
      min: '-12600',
      max: '14700.05',
      unit: undefined,
    })
  })

  it('is exact beyond what a float holds', () => {
    expect(figures('9007199254740993', '0.01')?.sum).toBe('9007199254740993.01')
  })

  it('rounds the average half away from zero, to two places more than the numbers have', () => {
    expect(figures('1', '1', '2')?.average).toBe('1.33')
    expect(figures('0', '0.25', '0', '0', '0', '0', '0', '0')?.average).toBe('0.0313')
    expect(figures('1', '0', '0', '0', '0', '0', '0', '0')?.average).toBe('0.13')
    expect(figures('-1', '0', '0', '0', '0', '0', '0', '0')?.average).toBe('-0.13')
    expect(figures('12600', '14700')?.average).toBe('13650')
  })

  it('adds up percentages', () => {
    expect(summarise([percent('4.2'), percent('4.9')]).figures).toEqual({
      sum: '9.1',
      average: '4.55',
      min: '4.2',
      max: '4.9',
      unit: 'percent',
    })
  })

  it('does not add up percentages and other numbers together', () => {
    const mixed = summarise([percent('4.2'), number('12600')])
    expect(mixed).toMatchObject({ numbers: 2, figures: undefined, isMixed: true })
  })

  it('adds up 80 000 cells, each of them', () => {
    const all = Array.from({ length: 80_000 }, (_, index) => number(String(index)))
    expect(summarise(all).figures).toMatchObject({ sum: '3199960000', min: '0', max: '79999' })
  })
})
