import { describe, expect, it } from 'vitest'
import type { Cell, SheetCells } from '../file/cell.ts'
import { cellDifferences } from './cell-differences.ts'

const ids = { one: 'TGluZTox', two: 'TGluZToy' }
const headings = ['id', 'version', 'Rad', 'Benämning', 'Tjänster', 'Mån', 'Kr/mån', 'Belopp, kr']
const line = (id: string, text: string, amount: Cell): Cell[] => [
  id,
  1,
  1,
  text,
  null,
  null,
  null,
  amount,
]
const top: Cell[][] = [['', '', '', 'Budget 2022'], [], [], [], headings]
const sum = (formula: string, value: number): Cell[] => [
  'sum',
  null,
  null,
  'Summa',
  null,
  null,
  null,
  { formula, value },
]

const exported: SheetCells[] = [
  {
    name: 'Budget',
    rows: [
      ...top,
      line(ids.one, 'Lokal', 100),
      line(ids.two, 'Resor', 200),
      sum('SUM(H6:H7)', 300),
    ],
  },
  {
    name: 'Folkmängd',
    rows: [[], [], ['Kod', 'Namn', 'Datum', 'Invånare'], ['2303', 'Ragunda', '2021-12-31', 5210]],
  },
  { name: 'Nycklar', rows: [['Folkmängd']] },
]
const edited = (place: number, rows: readonly (readonly Cell[])[]): SheetCells[] =>
  exported.map((sheet, index) => (index === place ? { ...sheet, rows } : sheet))
const told = (file: readonly SheetCells[]): string[] =>
  cellDifferences(exported, file).map(
    ({ sheet, address, was, is, fate, recalculated }) =>
      `${sheet}!${address} ${JSON.stringify(was)} → ${JSON.stringify(is)} ${fate}${recalculated ? ' recalculated' : ''}`,
  )

describe('differences between a workbook and what was exported', () => {
  it('are none when nothing was changed', () => expect(told(exported)).toEqual([]))

  it('are none when another program has saved it', () => {
    const rows = [
      ...top,
      line(ids.one, 'Lokal', 100.00000000000001),
      line(ids.two, 'Resor', 200),
      sum('sum( H6:H7 )', 300),
    ]
    expect(told(edited(0, rows))).toEqual([])
  })

  it('are figures that were changed, and what follows from them', () => {
    const rows = [
      ...top,
      line(ids.one, 'Lokal', 150),
      line(ids.two, 'Resor', 200),
      sum('SUM(H6:H7)', 350),
    ]
    expect(told(edited(0, rows))).toEqual([
      'Budget!H6 100 → 150 KEPT',
      'Budget!H8 {"formula":"SUM(H6:H7)","value":300} → {"formula":"SUM(H6:H7)","value":350} KEPT recalculated',
    ])
  })

  it('are formulas that became figures or other formulas, though they come to the same', () => {
    const lines = [line(ids.one, 'Lokal', 100), line(ids.two, 'Resor', 200)]
    expect(
      told(edited(0, [...top, ...lines, ['sum', null, null, 'Summa', null, null, null, 300]])),
    ).toEqual(['Budget!H8 {"formula":"SUM(H6:H7)","value":300} → 300 KEPT'])
    expect(told(edited(0, [...top, ...lines, sum('H6+200', 300)]))).toHaveLength(1)
  })

  it('follow lines that were sorted, and columns that were moved', () => {
    const rows = [
      ...top,
      line(ids.two, 'Resor', 250),
      line(ids.one, 'Lokal', 100),
      sum('SUM(H6:H7)', 350),
    ]
    expect(told(edited(0, rows))[0]).toBe('Budget!H6 200 → 250 KEPT')
    const moved = [...exported[0]!.rows].map((row) => [row[0]!, row[7] ?? null, ...row.slice(1, 7)])
    expect(
      told(edited(0, moved as Cell[][])).filter((one) => !one.includes('Budget 2022')),
    ).toEqual([])
  })

  it('are lines that came and went', () => {
    const rows = [
      ...top,
      line(ids.one, 'Lokal', 100),
      ['', null, null, 'Ny', null, null, null, 5],
      sum('SUM(H6:H7)', 105),
    ]
    expect(told(edited(0, rows as Cell[][])).filter((one) => !one.includes('recalc'))).toEqual(
      expect.arrayContaining([
        'Budget!D7 "Resor" → null REMOVED',
        'Budget!D7 null → "Ny" ADDED',
        'Budget!H7 null → 5 ADDED',
      ]),
    )
  })

  it('are on the other sheets too, and all of one that is gone', () => {
    expect(
      told(edited(1, [[], [], exported[1]!.rows[2]!, ['2303', 'Ragunda', '2021-12-31', 5211]])),
    ).toEqual(['Folkmängd!D4 5210 → 5211 KEPT'])
    expect(told(exported.slice(0, 2))).toEqual(['Nycklar!A1 "Folkmängd" → null REMOVED'])
  })
})
