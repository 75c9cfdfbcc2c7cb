import type { ShapeFigures } from './arithmetic/figures.ts'
import { inOwnProcess } from './arithmetic/in-own-process.ts'
import type { Shape } from './arithmetic/model.ts'
import type { Cell, Goal, Row, Table } from './table.ts'

const shapes: readonly Shape[] = [
  { participants: 7, lines: 10 },
  { participants: 290, lines: 1_000 },
  { participants: 290, lines: 10_000 },
  { participants: 10_000, lines: 1_000 },
]
const subjects = ['andel', 'limit', 'bigint', 'dinero', 'hyperFormula']
const works = [
  ['full', 'full calculation'],
  ['oneAmount', 'after one amount'],
  ['onePopulation', 'after one population'],
] as const
const hyperFormulaMs = 60_000

/** The whole calculation of a budget, and what one edit costs. */
export const arithmetic: Table = {
  name: 'arithmetic',
  title: 'Arithmetic: milliseconds, medians of alternating runs (× Andel)',
  async run() {
    const rows: Row[] = []
    for (const shape of shapes) rows.push(...(await measure(shape)))
    return { labels: ['shape', 'work'], subjects, rows, goals: goalsOf(rows), notes }
  },
}

const notes = [
  'andel: `recalculate` of @andel/schema/budget, as browser and server call it; an edit includes making the new facts.',
  'limit: a bare loop over typed arrays that are there already: the same shares, no rules, no objects, no checks.',
  'bigint: the obvious exact loop. dinero: dinero.js `allocate`, which gives spare öre by ratio: other shares than ours.',
  '≈: 100 lines measured and multiplied. Neither of the two keeps totals; after a population edit they start anew.',
  'hyperFormula: ROUND in every share but the last, which takes the rest; less than largest remainder, in its favour.',
  `not in ${hyperFormulaMs / 1000} s: HyperFormula had not built the sheet, or had run out of memory. One build is measured where it takes over 5 s.`,
]

async function measure({ participants, lines }: Shape): Promise<Row[]> {
  const args = [String(participants), String(lines)]
  const shape = `${participants} × ${lines}`
  console.error(`arithmetic: ${shape}`)
  const ours = new URL('./arithmetic/measure-shape.ts', import.meta.url)
  const theirs = new URL('./arithmetic/measure-hyper-formula.ts', import.meta.url)
  const figures = await inOwnProcess<ShapeFigures & { scaled: boolean }>(ours, args, 600_000)
  if (!figures) throw new Error(`${shape}: no figures`)
  const sheet = await inOwnProcess<ShapeFigures>(theirs, args, hyperFormulaMs)
  return works.map(([work, label]) => {
    const cells: Record<string, Cell> = {}
    for (const [subject, ms] of Object.entries(figures[work])) {
      const isScaled = work === 'full' && figures.scaled && ['bigint', 'dinero'].includes(subject)
      cells[subject] = isScaled ? { ms, scaledFrom: '100 lines' } : { ms }
    }
    const built = sheet?.[work]['hyperFormula']
    cells['hyperFormula'] =
      built === undefined ? { missing: `not in ${hyperFormulaMs / 1000} s` } : { ms: built }
    return { labels: [shape, label], cells }
  })
}

/** The promises of the table: at most so many times one cell is another. */
function goalsOf(rows: readonly Row[]): Goal[] {
  const ms = (shape: string, label: string, subject: string) => {
    const row = rows.find(({ labels }) => labels[0] === shape && labels[1] === label)
    const cell = row?.cells[subject]
    return cell && 'ms' in cell ? cell.ms : Number.NaN
  }
  const toLimit =
    ms('290 × 10000', 'full calculation', 'andel') / ms('290 × 10000', 'full calculation', 'limit')
  const oneAmount = ms('290 × 10000', 'after one amount', 'andel')
  const faster = works.map(
    ([, label]) => ms('290 × 1000', label, 'hyperFormula') / ms('290 × 1000', label, 'andel'),
  )
  return [
    {
      text: `290 × 10000 in full within 2 times the limit: ${toLimit.toFixed(2)}`,
      kept: toLimit <= 2,
    },
    {
      text: `290 × 10000 after one amount within 0.1 ms: ${oneAmount.toFixed(3)}`,
      kept: oneAmount <= 0.1,
    },
    {
      text: `290 × 1000, the largest HyperFormula did, at least 20 times faster: ${faster.map((times) => times.toFixed(0)).join(', ')}`,
      kept: faster.every((times) => times >= 20),
    },
  ]
}
