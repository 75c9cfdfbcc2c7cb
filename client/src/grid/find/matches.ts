import type { CellContent, CellPlace, CellView } from '../cell.ts'
import type { Layout } from '../layout.ts'
import { lowerCase, withoutGroups, withoutMarks } from './fold.ts'

/** A cell with all the ways its text can be looked for. */
export interface SearchableCell {
  readonly place: CellPlace
  readonly text: string
}

interface SearchableColumn {
  cell(row: string): CellView
  content(row: string): CellContent
}

/** What can be found in a sheet: every cell shown that has something in it, row by row from the left. */
export function searchableCells(
  { rows, columns }: Layout,
  column: (id: string) => SearchableColumn | undefined,
): readonly SearchableCell[] {
  const inOrder = columns.flatMap((id) => {
    const found = column(id)
    return found ? [{ id, found }] : []
  })
  return rows.flatMap((row) =>
    inOrder.flatMap(({ id, found }) => {
      const text = searchable(found.cell(row), found.content(row))
      return text === '' ? [] : [{ place: { row, column: id }, text }]
    }),
  )
}

/**
 * The cells that have a text in them, as shown or as they hold it. Case does not matter; a letter without a mark
 * finds the marked one too, and not the other way round; a number is found however its digits are grouped and
 * whichever decimal mark is used.
 */
export function findMatches(
  sought: string,
  cells: readonly SearchableCell[],
): readonly CellPlace[] {
  const wanted = withoutGroups(lowerCase(sought)).trim()
  if (wanted === '') return []
  return cells.filter(({ text }) => text.includes(wanted)).map(({ place }) => place)
}

/** Every way of writing what a cell shows and holds, on lines of their own. */
function searchable({ tag, text }: CellView, content: CellContent): string {
  const shown = folded(tag ? `${tag} ${text}` : text)
  if (content.kind === 'empty') return shown
  if (content.kind === 'text') return joined(shown, folded(content.text))
  const { exact } = content
  return joined(shown, joined(exact, exact.replace('.', ',')))
}

function folded(text: string): string {
  if (isFigure.test(text)) return text.replaceAll('\u00a0', '').replace('\u2212', '-')
  const lower = withoutGroups(lowerCase(text)).trim()
  return joined(lower, withoutMarks(lower))
}

/** By far the most cells are figures; they have neither case nor marks. */
const isFigure = /^\u2212?[\d\u00a0]+(,\d+)?$/

function joined(one: string, other: string): string {
  if (one === other || other === '') return one
  return one === '' ? other : `${one}\n${other}`
}
