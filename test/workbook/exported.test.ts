import { type BudgetFacts, recalculate } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'
import { readWorkbookCells } from '@andel/server/read-workbook-cells'
import { describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { knownCases, randomCases } from './cases.ts'
import { sheetOf } from './example-sheet.ts'
import { figuresIn, figuresOf } from './figures-in.ts'
import { Dice, randomBudget } from './random-budget.ts'
import { WorkbookFile } from './workbook-file.ts'

type Value = string | number | boolean | null
type AnyCell = Value | { formula: string; value: Value } | undefined

const valueIn = (cell: AnyCell): Value =>
  typeof cell === 'object' && cell !== null ? cell.value : (cell ?? null)

/** The values of the cells of a sheet, as a program shows them that does not calculate. */
async function cached(file: WorkbookFile, place = 0): Promise<Value[][]> {
  const { sheets } = await readWorkbookCells(file.bytes)
  return sheets[place]!.rows.map((row) => row.map((cell) => valueIn(cell)))
}

const asTexts = (rows: Value[][]) => rows.map((row) => row.map((value) => String(value ?? '')))
const howTo = 2

/** A budget of one line among three, by measured use. */
const byUse = (values: Record<string, number>): BudgetFacts => ({
  participants: Object.keys(values).map((code) => ({ code, months: 12 })),
  populations: {},
  keys: {
    key: {
      name: 'Nyttjande',
      bases: [
        { kind: 'USE', statistic: 'Prov', period: '2021', source: '', values, percent: 60 },
        { kind: 'EQUAL', percent: 40 },
      ],
      rounding: { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' },
    },
  },
  lines: [
    {
      id: 'line',
      kind: 'COST',
      workload: null,
      months: null,
      monthlyCost: null,
      amount: ore(100_001),
      keyId: 'key',
      excluded: [],
    },
  ],
})

describe('an exported workbook', () => {
  it('has the right figures before anybody calculates', async () => {
    for (const { name, before, sections, exported } of [
      ...(await knownCases()),
      ...(await randomCases(40)),
    ]) {
      expect(exported.sheet(1)).toContain('<v>Blå uppgifter') // nothing is too large to calculate
      if (name === 'all290') continue // wider than what is read back
      const figures = recalculate(before)
      const bases = Object.values(before.keys).flatMap((key) => key.bases)
      const on = bases.find((basis) => basis.kind === 'POPULATION')?.on
      const inhabitants = on === undefined ? undefined : before.populations[on]
      const rows = await cached(exported)
      expect({ name, ...figuresIn(asTexts(rows), exported, figures) }).toEqual({
        name,
        ...figuresOf(figures, inhabitants, sections),
      })
    }
  })

  it('keeps texts as texts', async () => {
    const typed = [
      '=1+1',
      '+46 63',
      '-5',
      '@SUM(A1)',
      'a\u0000b\u001bc',
      '_x0041_',
      '<&">',
      'två\r\nrader',
    ]
    const facts = randomBudget(new Dice(7), 3, typed.length)
    const sheet = sheetOf(facts, (index) => ({
      description: typed[index]!,
      note: typed[index] === '_x0041_' ? '' : typed[index]!,
    }))
    const file = await WorkbookFile.of(sheet)
    const { sheets } = await readWorkbookCells(file.bytes)
    const said = ['=1+1', '+46 63', '-5', '@SUM(A1)', 'abc', '_x0041_', '<&">', 'två\nrader']
    expect(sheets[0]!.rows.slice(7, 7 + typed.length).map((row) => row[3])).toEqual(said)
    expect(sheets[3]!.rows.slice(3).map((row) => valueIn(row[3]))).toEqual(
      said.filter((text) => text !== '_x0041_'),
    )
  })

  it('says so, and has figures, where a spreadsheet could not be exact', async () => {
    const facts = byUse({ '0114': 9_007_199_254_740_991, '0115': 3, '0117': 1 })
    const { sheets } = await readWorkbookCells((await WorkbookFile.of(sheetOf(facts))).bytes)
    const [budget] = sheets
    expect(budget!.rows[howTo]![2]).toMatch(/^OBS! Några rader/)
    const shares = Array.from(recalculate(facts).lines[0]!.shares, (share) => share / 100)
    expect(budget!.rows[7]!.slice(14)).toEqual(shares)
  })

  it('says why a line has no figures', async () => {
    const facts = byUse({ '0114': 0, '0115': 0 })
    const rows = await cached(await WorkbookFile.of(sheetOf(facts), 'en'))
    expect(rows[7]![7]).toMatch(/^Cannot be calculated: /)
    expect(rows[7]!.slice(14)).toEqual([])
  })

  it('has its parts in the order that Excel demands', async () => {
    const file = await WorkbookFile.of(sheetOf(randomBudget(new Dice(3), 7)), 'en')
    const order = [
      ...['sheetPr', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'conditionalFormatting'],
      ...['dataValidations', 'pageMargins', 'pageSetup', 'headerFooter'],
    ]
    for (let place = 1; place <= 6; place++) {
      const outside = file.sheet(place).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>')
      const found = order.filter((name) => outside.includes(`<${name}`))
      expect(found.toSorted((a, b) => outside.indexOf(`<${a}`) - outside.indexOf(`<${b}`))).toEqual(
        found,
      )
      const rows = [...file.sheet(place).matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))
      expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b))
    }
    const names = [...file.files.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)]
    expect(names.map(([, name]) => name)).toEqual([
      'Budget',
      'Population',
      'Keys',
      'Decisions and notes',
      'Weights',
      'Calculation',
    ])
  })
})

describe('GET /budgets/<id>.xlsx', () => {
  it('answers with the workbook of a budget, and says what there is not', async () => {
    await using api = await Api.start()
    const { jointService } = await api.data(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { id } } }',
    )
    const get = (path: string) => api.fetch(`/budgets/${path}`)
    const response = await get(`${jointService.budget.id}.xlsx?language=en`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="familjehemscentrum-2022.xlsx"',
    )
    const { sheets } = await readWorkbookCells(new Uint8Array(await response.arrayBuffer()))
    expect(sheets.map(({ name }) => name).at(-1)).toBe('Andel')
    const shares = sheets[0]!.rows.find((row) => row[3] === 'Resursförstärkning, handläggare')!
    expect(shares.slice(14).map((cell) => valueIn(cell))).toEqual([
      12_600, 14_700, 36_900, 27_600, 29_400, 24_300, 154_500,
    ])
    expect((await get(`${jointService.budget.id}.xlsx?language=fi`)).status).toBe(400)
    expect((await get('QnVkZ2V0Om5vbmU.xlsx')).status).toBe(404)
    expect((await get('x.xlsx')).status).toBe(404)
  })
})
