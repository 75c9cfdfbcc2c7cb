import { describe, expect, it } from 'vitest'
import { ore } from '../money/ore.ts'
import type { BudgetFacts, LineFacts } from './facts.ts'
import { recalculate } from './recalculate.ts'
import { changeSection, inSections, putLine, sectionsOf, sectionSums } from './sections.ts'

interface Line {
  readonly id: string
  readonly section: string
}

/** "A1 A2 B1" → lines with these ids in the sections A, A, B; "-1" is one without a section. */
const sheet = (ids: string): Line[] =>
  ids.split(' ').map((id) => ({ id, section: id.replace(/\d+$/, '').replace('-', '') }))
const ids = (lines: readonly Line[]): string => lines.map(({ id }) => id).join(' ')
const line = (id: string): Line => sheet(id)[0]!

describe('sections', () => {
  it('come in the order of their first line, those without a name as any other', () => {
    expect(
      sectionsOf(sheet('B1 -1 A1 B2 -2')).map(({ name, lines }) => [name, ids(lines)]),
    ).toEqual([
      ['B', 'B1 B2'],
      ['', '-1 -2'],
      ['A', 'A1'],
    ])
    expect(ids(inSections(sheet('B1 -1 A1 B2 -2')))).toBe('B1 B2 -1 -2 A1')
    expect(sectionsOf([])).toEqual([])
  })
})

describe('a line that is put', () => {
  it.each([
    ['after another of its section', 'A1 A2 B1', 'A1', 'A2', 'A2 A1 B1'],
    ['first', 'A1 A2 B1', 'A2', null, 'A2 A1 B1'],
    ['among another section: at that end of its own', 'A1 A2 B1 B2', 'B2', 'A1', 'A1 A2 B2 B1'],
    ['before all of its section: with the whole of it', 'A1 B1 B2 C1', 'B1', null, 'B1 B2 A1 C1'],
    ['after a section: no further than its own', 'A1 A2 B1', 'A1', 'B1', 'A2 A1 B1'],
    ['after one that is not there: last', 'A1 A2 B1', 'B9', 'X1', 'A1 A2 B1 B9'],
  ])('%s', (_, before, id, after, expected) => {
    expect(ids(putLine(sheet(before), line(id), after))).toBe(expected)
  })
})

describe('a line that changes section', () => {
  it.each([
    ['comes last in it', 'A1 A2 B1 C1', 'A1', 'B', 'A2 B1 A1 C1'],
    ['makes a new one where it stands', 'A1 A2 B1', 'A1', 'X', 'A1 A2 B1'],
    ['makes a new one after that it was amid', 'A1 A2 A3 B1', 'A2', 'X', 'A1 A3 A2 B1'],
    ['stays when it was alone', 'A1 B1 C1', 'B1', 'X', 'A1 B1 C1'],
    ['stays first when it was alone and first', 'A1 B1', 'A1', 'X', 'A1 B1'],
    ['stays when it is the same', 'A1 A2 B1', 'A1', 'A', 'A1 A2 B1'],
  ])('%s', (_, before, id, section, expected) => {
    const after = changeSection(sheet(before), { id, section })
    expect(ids(after)).toBe(expected)
    expect(after.find((one) => one.id === id)!.section).toBe(section)
  })

  it('keeps the order when all of a section are renamed one by one', () => {
    const renamed = ['A1', 'A2', 'A3'].reduce(
      (lines, id) => changeSection(lines, { id, section: 'X' }),
      sheet('-1 A1 A2 A3 B1'),
    )
    expect(ids(renamed)).toBe('-1 A1 A2 A3 B1')
  })
})

describe('the sums of a section', () => {
  const amount = (id: string, kronor: number | null, keyId = 'equal'): LineFacts => ({
    id,
    kind: 'COST',
    workload: null,
    months: null,
    monthlyCost: null,
    amount: kronor === null ? null : ore(kronor * 100),
    keyId,
    excluded: [],
  })
  const key = (residualRule: 'LARGEST_REMAINDER' | 'EACH_ALONE') => ({
    name: 'Lika',
    bases: [{ kind: 'EQUAL' as const, percent: 100 }],
    rounding: { shareStep: 'NONE' as const, amountStep: 'KRONA' as const, residualRule },
  })
  const facts: BudgetFacts = {
    participants: ['2303', '2305', '2309'].map((code) => ({ code, months: 12 })),
    populations: {},
    keys: { equal: key('LARGEST_REMAINDER'), alone: key('EACH_ALONE') },
    lines: [
      amount('A1', 100),
      amount('B1', 50),
      amount('A2', 100, 'alone'),
      amount('A3', 7, 'nowhere'),
    ],
  }
  const figures = recalculate(facts)

  it('are those of its lines, without what cannot be calculated', () => {
    const sums = sectionSums(figures, [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }])
    expect(sums).toEqual({
      total: 20_000,
      totals: Float64Array.of(6_700, 6_600, 6_600),
      difference: 100,
    })
  })

  it('add up to those of the budget', () => {
    const parts = [sectionSums(figures, [{ id: 'B1' }]), sectionSums(figures, facts.lines.slice(2))]
    const first = sectionSums(figures, [{ id: 'A1' }])
    const all = [...parts, first]
    expect(all.reduce((sum, { total }) => sum + total, 0)).toBe(figures.total)
    expect(
      figures.totals.map((_, i) => all.reduce((sum, { totals }) => sum + totals[i]!, 0)),
    ).toEqual(figures.totals)
  })
})
