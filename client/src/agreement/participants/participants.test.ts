import type { Basis } from '@andel/schema/allocation'
import { describe, expect, it } from 'vitest'
import { draftKey, type Draft } from '../../drafts/draft.ts'
import { agreementEdits } from './agreement-edits.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { changeRows, draftsWith } from './change-rows.ts'
import { readLastDay, readPercentage, readUse } from './read-cell.ts'
import { partColumns, readPart } from './key-parts.ts'
import { addedColumn, removedColumn, standingOf, writeAdded } from './standing.ts'
import { participantCells } from './stored-cells.ts'
import { percentSum } from './sums.ts'
import { datesOfAll, viewpointsOf } from './viewpoints.ts'
import { weighAt } from './weighed.ts'

const rounding = {
  shareStep: 'TENTH',
  amountStep: 'ORE',
  residualRule: 'LARGEST_REMAINDER',
} as const
const one = { id: 'p1', code: '2303', from: '2022-01-01', to: '' }
const two = { id: 'p2', code: '2305', from: '2022-01-01', to: '' }
const facts: AgreementFacts = {
  id: 'a',
  mayEdit: true,
  version: 4,
  title: 'Avtal',
  validFrom: '2022-01-01',
  validTo: null,
  weighsPartYear: true,
  service: { slug: 's', name: 'S' },
  participations: new Map([one, two].map((row) => [row.id, row])),
  years: [
    { year: 2023, on: '2022-12-31' },
    { year: 2022, on: undefined },
  ],
  key: {
    version: 1,
    name: 'Blandad',
    note: '',
    rounding,
    bases: [
      { kind: 'FIXED', percent: 50, percentages: { '2303': '40', '2305': '60' } },
      {
        kind: 'USE',
        percent: 50,
        statistic: 'Placeringar',
        period: '2021',
        source: 'Egen',
        values: { '2303': 3, '2305': 1 },
      },
    ],
  },
}

const partColumn = (index: number): string => partColumns(facts.key)[index]!
const value = (row: string, column: string, text: string, before = ''): [string, Draft] => [
  draftKey({ row, column }),
  { kind: 'value', value: text, before, version: 4 },
]
const standing = (...drafts: [string, Draft][]) => standingOf(facts, new Map(drafts))
const inputs = (...drafts: [string, Draft][]) =>
  agreementEdits(facts, standing(...drafts)).map(({ input }) => input)

describe('the agreement as drafts leave it', () => {
  it('is what is stored when there are none', () => {
    const { rows, key } = standing()
    expect([...rows.keys()]).toEqual(['p1', 'p2'])
    expect(key.bases).toEqual(facts.key.bases)
    expect(inputs()).toEqual([])
  })

  it('sets days of those who take part', () => {
    expect(inputs(value('p1', 'to', '2022-06-30'))).toEqual([
      { setParticipation: { participationId: 'p1', from: '2022-01-01', to: '2022-06-30' } },
    ])
  })

  it('lets somebody go with what the key knew of them, and somebody else come', () => {
    const edits = inputs(
      value('p2', removedColumn, 'yes'),
      value('new 1', addedColumn, writeAdded('2326', '2022-07-01')),
      value('new 1', partColumn(0), '60'),
      value('new 1', partColumn(1), '2'),
    )
    expect(edits.slice(0, 2)).toEqual([
      { removeParticipation: { participationId: 'p2' } },
      { addParticipation: { municipalityCode: '2326', from: '2022-07-01', to: null } },
    ])
    expect(edits[2]?.setKey?.key.bases).toMatchObject([
      {
        percentages: [
          { municipalityCode: '2303', percent: '40' },
          { municipalityCode: '2326', percent: '60' },
        ],
      },
      {
        values: [
          { municipalityCode: '2303', value: 3 },
          { municipalityCode: '2326', value: 2 },
        ],
      },
    ])
  })

  it('sends no key when only days change', () => {
    expect(inputs(value('p1', 'from', '2022-02-01')).some(({ setKey }) => setKey)).toBe(false)
  })

  it('lets whoever comes back have one set of figures, in the first row', () => {
    const { rows } = standing(value('new 1', addedColumn, writeAdded('2303', '2024-01-01')))
    expect([...rows.values()].map(({ isFirst }) => isFirst)).toEqual([true, true, false])
  })
})

describe('a part of the key', () => {
  const [fixed, use] = facts.key.bases as [Basis, Basis]
  const withBases = (...bases: Basis[]): AgreementFacts => ({
    ...facts,
    version: 5,
    key: { ...facts.key, bases },
  })
  const drafts = new Map([
    value('p1', partColumn(0), '15', '40'),
    value('p1', partColumn(1), '35', '3'),
  ])

  it('keeps what was typed for it when the parts change places', () => {
    const swapped = withBases(use, fixed)
    expect(standingOf(swapped, drafts).key.bases).toMatchObject([
      { kind: 'USE', values: { '2303': 35, '2305': 1 } },
      { kind: 'FIXED', percentages: { '2303': '15', '2305': '60' } },
    ])
    const cells = participantCells({
      facts: () => swapped,
      standing: () => standingOf(swapped, drafts),
      drafts: () => drafts,
      language: () => 'sv',
    })
    const rows = changeRows(drafts, standingOf(swapped, drafts), cells.stored)
    expect(rows.map(({ isLost, isOvertaken }) => isLost || isOvertaken)).toEqual([false, false])
  })

  it('that has gone, or measures another year, takes what was typed for it nowhere else', () => {
    const later = { ...use, period: '2022' } as Basis
    const changed = withBases(later)
    const standing = standingOf(changed, drafts)
    expect(standing.key.bases).toEqual([later])
    expect(agreementEdits(changed, standing)).toEqual([])
    const rows = changeRows(drafts, standing, () => ({ value: '', version: 5 }))
    expect(rows.map(({ isLost }) => isLost)).toEqual([true, true])
  })

  it('tells by its column what it is, and parts that are alike apart', () => {
    const odd = { ...use, statistic: 'Dygn/år 100 %', period: '2021\n2022' } as Basis
    const columns = partColumns({ bases: [fixed, odd, odd] })
    expect(new Set(columns).size).toBe(3)
    expect(columns.map(readPart)).toEqual([
      { kind: 'FIXED' },
      ...[1, 2].map(() => ({
        kind: 'USE',
        statistic: 'Dygn/år 100 %',
        period: '2021\n2022',
      })),
    ])
  })
})

describe('a figure outside its limits', () => {
  const reason = (read: () => unknown): unknown => {
    try {
      return read()
    } catch (fault) {
      return fault
    }
  }

  it('is refused where it is typed, and of a share for its own sake', () => {
    expect(readPercentage('100', 'sv')).toBe('100')
    for (const text of ['101', '-1']) {
      expect(reason(() => readPercentage(text, 'sv'))).toMatchObject({
        code: 'BAD_PERCENTAGES',
        details: { reason: 'RANGE' },
      })
    }
    expect(readUse('2147483647', 'sv')).toBe('2147483647')
    expect(reason(() => readUse('9 999 999 999', 'sv'))).toMatchObject({ code: 'BAD_WEIGHT' })
  })
})

describe('shares', () => {
  const weigh = (year: number, ...drafts: [string, Draft][]) =>
    weighAt(standing(...drafts), facts, { year, on: undefined }, {})

  it('follow the key as it is typed', () => {
    expect(Object.fromEntries(weigh(2022).shares)).toEqual({ '2303': '57.5', '2305': '42.5' })
    const typed = weigh(
      2022,
      value('p1', partColumn(0), '50', '40'),
      value('p2', partColumn(0), '50', '60'),
    )
    expect(typed.shares.get('2303')).toBe('62.5')
  })

  it('say why there are none', () => {
    const { fault, shares } = weigh(2022, value('p1', partColumn(0), '41', '40'))
    expect(fault?.code).toBe('BAD_PERCENTAGES')
    expect(shares.size).toBe(0)
    expect(weigh(2021).fault?.code).toBe('NO_PARTICIPANT')
  })

  it('weigh by months where the agreement does', () => {
    const { months } = weigh(2022, value('p1', 'to', '2022-06-30'))
    expect([...months]).toEqual([
      ['2303', 6],
      ['2305', 12],
    ])
  })

  it('take the populations of another date, and have weights where the key has one part', () => {
    const byPopulation = {
      ...facts,
      key: { ...facts.key, bases: [{ kind: 'POPULATION', percent: 100, on: '2021-12-31' }] },
    } as const satisfies AgreementFacts
    const { weights, shares } = weighAt(
      standingOf(byPopulation, new Map()),
      facts,
      { year: 2022, on: '2022-12-31' },
      { '2022-12-31': { '2303': 1000, '2305': 3000 } },
    )
    expect([...weights.values()]).toEqual([1000n, 3000n])
    expect(shares.get('2305')).toBe('75.0')
  })
})

describe('what shares are looked at for', () => {
  it('is each budget, and what is newest', () => {
    const named = viewpointsOf(facts, ['2023-12-31'], 2026).map(({ id, year, on }) => [
      id,
      year,
      on,
    ])
    expect(named).toEqual([
      ['2023', 2023, undefined],
      ['2022', 2022, undefined],
      ['newest', 2026, undefined],
    ])
  })

  it('has the date of the budget or of the key, where populations weigh', () => {
    const key = {
      ...facts.key,
      bases: [{ kind: 'POPULATION', percent: 100, on: '2021-12-31' }] as const,
    }
    const dates = ['2022-12-31', '2023-12-31']
    const all = viewpointsOf({ ...facts, key, validTo: '2024-12-31' }, dates, 2026)
    expect(all.map(({ year, on }) => [year, on])).toEqual([
      [2023, '2022-12-31'],
      [2022, '2021-12-31'],
      [2024, '2023-12-31'],
    ])
  })

  it('needs a figure for everybody', () => {
    const figures = new Map([
      ['2022-12-31', new Map([['2303', 1]])],
      [
        '2021-12-31',
        new Map([
          ['2303', 1],
          ['2305', 1],
        ]),
      ],
    ])
    expect(datesOfAll(figures, ['2303', '2305'])).toEqual(['2021-12-31'])
  })
})

describe('a text in a cell', () => {
  it('is a percentage with at most six decimals', () => {
    expect(readPercentage('12,5 %', 'sv')).toBe('12.5')
    expect(readPercentage('=100/8', 'sv')).toBe('12.5')
    expect(() => readPercentage('12,1234567', 'sv')).toThrow('BAD_NUMBER')
    expect(() => readPercentage('101', 'sv')).toThrow('BAD_PERCENTAGES')
    expect(() => readPercentage('-1', 'sv')).toThrow('BAD_PERCENTAGES')
  })

  it('is a whole number of what was measured', () => {
    expect(readUse('1 200', 'sv')).toBe('1200')
    expect(() => readUse('1,5', 'sv')).toThrow('BAD_NUMBER')
    expect(() => readUse('-3', 'sv')).toThrow('BAD_WEIGHT')
  })

  it('is a last day, or none', () => {
    expect(readLastDay('2022-06-30', ['tills vidare'])).toBe('2022-06-30')
    expect(readLastDay('Tills vidare', ['tills vidare'])).toBe('')
    expect(() => readLastDay('snart', ['tills vidare'])).toThrow('BAD_DATE')
  })

  it('means what its column is about', () => {
    const drafts = new Map([value('new 1', addedColumn, writeAdded('2326', '2022-07-01'))])
    const cells = participantCells({
      facts: () => facts,
      standing: () => standingOf(facts, drafts),
      drafts: () => drafts,
      language: () => 'sv',
    })
    expect(cells.read({ row: 'p1', column: 'from' }, '20220201')).toBe('2022-02-01')
    expect(cells.read({ row: 'p1', column: 'from' }, ' ')).toBeUndefined()
    expect(cells.read({ row: 'p1', column: 'to' }, '')).toBe('')
    expect(cells.read({ row: 'p1', column: partColumn(1) }, '7')).toBe('7')
    expect(cells.read({ row: 'p1', column: partColumn(0) }, '')).toBe('')
    expect(cells.stored({ row: 'p2', column: partColumn(0) })).toEqual({ value: '60', version: 4 })
    expect(cells.stored({ row: 'new 1', column: 'from' }).value).toBe('2022-07-01')
    expect(cells.stored({ row: 'new 1', column: partColumn(1) }).value).toBe('')
  })
})

describe('changes under review', () => {
  it('stand in the order of the sheet; what is said of somebody who has gone comes last', () => {
    const drafts = new Map([
      value('gone', 'to', '2022-06-30'),
      value('p2', 'to', '2022-06-30'),
      value('p1', 'to', '2022-06-30', '2023-01-01'),
    ])
    const cells = participantCells({
      facts: () => ({ ...facts, version: 5 }),
      standing: () => standingOf(facts, drafts),
      drafts: () => drafts,
      language: () => 'sv',
    })
    const rows = changeRows(drafts, standingOf(facts, drafts), cells.stored)
    expect(rows.map(({ code, isOvertaken }) => [code, isOvertaken])).toEqual([
      ['2303', true],
      ['2305', false],
      [undefined, false],
    ])
  })

  it('go together when nobody comes after all', () => {
    const drafts = new Map([
      value('new 1', addedColumn, writeAdded('2326', '2022-07-01')),
      value('new 1', 'to', '2022-12-31'),
      value('p1', 'to', '2022-12-31'),
    ])
    const [added, to] = [...drafts.keys()]
    expect(draftsWith({ key: added!, column: addedColumn }, drafts)).toEqual([added, to])
    expect(draftsWith({ key: to!, column: 'to' }, drafts)).toEqual([to])
  })
})

it('adds up percentages exactly', () => {
  expect(percentSum(['33.333333', '33.333333', '33.333334'])).toBe('100')
})
