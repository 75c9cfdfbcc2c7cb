import { formatDecimal } from '@andel/schema/money'
import { emptyContent, textContent, type CellContent, type CellView } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import { kronorText } from '../cells/number-text.ts'
import { isFixedRow, type ColumnContext } from '../columns/context.ts'
import { columnCode } from '../columns/column-code.ts'
import type { SheetVoice } from '../useVoice.ts'
import type { SectionView } from './section-view.ts'

/** What the headers of sections show. */
export interface SectionContext extends Pick<ColumnContext, 'view'> {
  readonly voice: Pick<SheetVoice, 'language' | 't' | 'counted'>
  /** The section that a row heads. */
  section(row: string): SectionView | undefined
  isFolded(row: string): boolean
  /** Whether lines may be moved. */
  mayMove(): boolean
}

/** A column of the sheet with the headers of sections in it: their names and sums, and grips to move rows. */
export function withSections(column: SheetColumn, context: SectionContext): SheetColumn {
  const { section, mayMove } = context
  const ownCell = (row: string): CellView => {
    const found = section(row)
    return found ? headerCell(column, row, found, context) : column.cell(row)
  }
  return {
    ...column,
    cell: column.numbersRows
      ? (row) => ({ ...ownCell(row), grip: mayMove() && !isFixedRow(row) })
      : ownCell,
    content: (row) => {
      const found = section(row)
      return found ? headerContent(column, found, context) : column.content(row)
    },
    editor: (row) => (section(row) ? undefined : column.editor(row)),
  }
}

function headerCell(
  column: SheetColumn,
  row: string,
  section: SectionView,
  context: SectionContext,
): CellView {
  const { voice, view, isFolded } = context
  if (column.namesRow) return { ...nameCell(section, isFolded(row), voice), look: 'group' }
  const sum = sumOf(column.id, section, context)
  const text = sum === undefined ? '' : kronorText(sum, voice.language, view().withOre)
  return { text, editable: false, look: 'group' }
}

function nameCell(
  { name, lines }: SectionView,
  isFolded: boolean,
  { t, counted }: SectionContext['voice'],
): CellView {
  return {
    text: name || t('sections.none'),
    aside: counted(isFolded ? 'sections.hidden' : 'sections.lines', lines.length),
    fold: isFolded ? 'closed' : 'open',
    editable: false,
  }
}

function headerContent(
  column: SheetColumn,
  section: SectionView,
  context: SectionContext,
): CellContent {
  if (column.namesRow) return textContent(section.name || context.voice.t('sections.none'))
  const sum = sumOf(column.id, section, context)
  return sum === undefined ? emptyContent : { kind: 'number', exact: formatDecimal(sum, 2) }
}

/** Öre; nothing in columns that are not added up. */
function sumOf(column: string, section: SectionView, { view }: SectionContext): number | undefined {
  if (column === 'amount') return section.sums().total
  if (column === 'difference') return section.sums().difference
  const code = columnCode(column)
  return code === undefined ? undefined : section.sums().totals[view().figures.codes.indexOf(code)]
}
