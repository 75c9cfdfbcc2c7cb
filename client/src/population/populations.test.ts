import type { PopulationsQuery } from '@andel/schema/operations'
import { describe, expect, it } from 'vitest'
import { draftKey, type Draft } from '../drafts/draft.ts'
import { draftRows } from './draft-rows.ts'
import { dateColumn } from './population-columns.ts'
import { budgetsUsing, readUses } from './population-uses.ts'
import { changeInPercent, isFarOff, readPopulations, yardstickOf } from './populations.ts'
import { shownDates } from './shown-dates.ts'

function figure(on: string, inhabitants: number, revision = 1) {
  const told = { source: 'SCB', quality: 'PUBLISHED', note: null, recordedAt: '' } as const
  return { id: on, on, inhabitants, revision, ...told }
}

const answer: PopulationsQuery = {
  populationDates: ['2023-12-31', '2021-12-31'],
  municipalities: {
    totalCount: 2,
    pageInfo: { hasNextPage: false, endCursor: null },
    nodes: [
      {
        code: '2305',
        name: 'Bräcke',
        county: { code: '23', name: 'Jämtlands län' },
        maySetPopulation: true,
        populations: { nodes: [figure('2021-12-31', 6175)] },
      },
      {
        code: '2303',
        name: 'Ragunda',
        county: { code: '23', name: 'Jämtlands län' },
        maySetPopulation: true,
        populations: { nodes: [figure('2021-12-31', 5210, 2), figure('2023-12-31', 5135)] },
      },
    ],
  },
}
const populations = readPopulations(answer)

describe('populations', () => {
  it('stand by the codes of the municipalities, whatever the order of the answer', () => {
    expect([...populations.municipalities.keys()]).toEqual(['2303', '2305'])
    expect(populations.figures.get('2023-12-31')?.size).toBe(1)
  })

  it('are held against the figure of the same date, or of the nearest one', () => {
    expect(yardstickOf(populations, '2303', '2021-12-31')?.inhabitants).toBe(5210)
    expect(yardstickOf(populations, '2303', '2024-12-31')?.on).toBe('2023-12-31')
    expect(yardstickOf(populations, '9999', '2024-12-31')).toBeUndefined()
  })

  it.each([
    [5250, 5000, false],
    [5251, 5000, true],
    [4750, 5000, false],
    [4749, 5000, true],
  ])('%i is more than 5 %% off %i: %s', (now, before, far) => {
    expect(isFarOff(now, before)).toBe(far)
  })

  it('change in per cent with one decimal', () => {
    expect(changeInPercent(5400, 5210)).toBe('3.6')
    expect(changeInPercent(5000, 0)).toBeUndefined()
  })
})

describe('reference dates', () => {
  const known = Array.from({ length: 10 }, (_, index) => `${2015 + index}-12-31`)

  it('show the newest eight, newest first, until all are asked for', () => {
    const dates = shownDates(known, new Set(), false)
    expect(dates[0]).toEqual({ on: '2024-12-31', shown: true })
    expect(dates.filter(({ shown }) => !shown).map(({ on }) => on)).toEqual([
      '2016-12-31',
      '2015-12-31',
    ])
    expect(shownDates(known, new Set(), true).every(({ shown }) => shown)).toBe(true)
  })

  it('always show those that are wanted, also new ones', () => {
    const dates = shownDates(known, new Set(['2015-12-31', '2025-12-31']), false)
    expect(dates[0]).toEqual({ on: '2025-12-31', shown: true })
    expect(dates.at(-1)).toEqual({ on: '2015-12-31', shown: true })
    expect(dates).toHaveLength(11)
  })
})

it('tells which budgets use a figure: those of a participant with a key of that date', () => {
  const budget = {
    year: 2022,
    title: 'Budget 2022',
    jointService: { slug: 'familjehemscentrum', name: 'Familjehemscentrum' },
    participants: [{ code: '2303' }],
  }
  const uses = readUses({
    agreements: { nodes: [{ participations: [{ municipality: { code: '2303' } }] }] },
    budgets: {
      nodes: [
        { ...budget, id: 'a', keys: [{ bases: [{ on: '2021-12-31' }, { on: null }] }] },
        { ...budget, id: 'b', keys: [{ bases: [{ on: '2020-12-31' }] }] },
      ],
    },
  })
  expect([...uses.participants]).toEqual(['2303'])
  expect(budgetsUsing(uses, '2303', '2021-12-31').map(({ id }) => id)).toEqual(['a'])
  expect(budgetsUsing(uses, '2305', '2021-12-31')).toEqual([])
})

describe('drafts under review', () => {
  const draft = (code: string, on: string, value: string, before: string, version: number) =>
    [
      draftKey({ row: code, column: dateColumn(on) }),
      { kind: 'value', value, before, version },
    ] as const

  it('stand in the order of the sheet, with what they are held against', () => {
    const unreadable = { kind: 'unreadable', text: 'abc', code: 'BAD_NUMBER', details: {} } as const
    const drafts = new Map<string, Draft>([
      draft('2305', '2021-12-31', '9000', '6175', 1),
      draft('2303', '2021-12-31', '5211', '5210', 2),
      [draftKey({ row: '2305', column: dateColumn('2023-12-31') }), unreadable],
      draft('9999', '2021-12-31', '1', '', 0),
    ])
    const rows = draftRows(drafts, populations)
    expect(rows.map(({ name, on }) => `${name} ${on}`)).toEqual([
      'Bräcke 2023-12-31',
      'Ragunda 2021-12-31',
      'Bräcke 2021-12-31',
    ])
    expect(rows.map(({ inhabitants }) => inhabitants)).toEqual([undefined, 5211, 9000])
    expect(rows.map((row) => row.isFarOff)).toEqual([false, false, true])
    expect(rows.map((row) => row.isOvertaken)).toEqual([false, false, false])
  })

  it('are overtaken when somebody has corrected the figure since', () => {
    const [row] = draftRows(new Map([draft('2303', '2021-12-31', '5400', '5200', 1)]), populations)
    expect(row).toMatchObject({ isOvertaken: true, stored: { value: '5210', version: 2 } })
  })
})
