import type { SheetColumn } from '../../grid/column.ts'
import { columnCode } from '../columns/column-code.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import type { SheetVoice } from '../useVoice.ts'

/** What is told under the table, numbered from 1. */
export interface Footnote {
  readonly number: number
  readonly text: string
  /** The lines it is about, numbered from 1; none when it is about something else. */
  readonly lines: readonly number[]
}

export interface Footnotes {
  readonly list: readonly Footnote[]
  /** The numbers that stand in a cell. */
  at(row: string, column: string): readonly number[]
}

const noNumbers: readonly number[] = []

/**
 * What does not fit in the cells: decisions and notes of lines, why a line cannot be calculated, and where
 * figures of inhabitants are from that nobody published. The same words have one number.
 */
export function footnotesOf(
  { sheet, rows }: SheetView,
  columns: readonly SheetColumn[],
  { t }: Pick<SheetVoice, 't'>,
): Footnotes {
  const found = new Map<string, { number: number; lines: number[] }>()
  const marks = new Map<string, number[]>()

  function add(row: string, column: string, text: string, line?: number): void {
    const note = found.get(text) ?? { number: found.size + 1, lines: [] }
    found.set(text, note)
    if (line !== undefined) note.lines.push(line)
    const place = `${row} ${column}`
    marks.set(place, [...(marks.get(place) ?? []), note.number])
  }

  for (const [column, text] of populationRemarks(columns)) add('population', column, text)
  const amount = columns.find(({ id }) => id === 'amount')
  sheet.lines.forEach(({ id, decision, note }, index) => {
    const line = index + 1
    if (decision) add(id, 'description', t('budget.cell.decided', { decision }), line)
    if (note) add(id, 'description', t('budget.cell.noted', { note }), line)
    const why = rows.get(id)?.figures?.fault && amount?.cell(id).title
    if (why) add(id, 'amount', why, line)
  })

  return {
    list: [...found].map(([text, note]) => ({ text, ...note })),
    at: (row, column) => marks.get(`${row} ${column}`) ?? noNumbers,
  }
}

/** What is told of figures of inhabitants, by column: said once of the row when it is the same of all. */
function populationRemarks(columns: readonly SheetColumn[]): readonly [string, string][] {
  const remarks = columns
    .filter(({ id }) => columnCode(id) !== undefined)
    .map(({ id, cell }): [string, string] => {
      const { mark, title = '' } = cell('population')
      return [id, mark ? title.replaceAll('\n', '. ') : '']
    })
  const [first] = remarks
  const isSame = first && remarks.every(([, text]) => text === first[1])
  const told = isSame ? [['description', first[1]] as [string, string]] : remarks
  return told.filter(([, text]) => text !== '')
}
