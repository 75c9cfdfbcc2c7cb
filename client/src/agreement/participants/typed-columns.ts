import type { Stored } from '../../drafts/take-texts.ts'
import { draftContent, draftText, withDraft } from '../../drafts/with-draft.ts'
import { emptyContent, type CellContent, type CellView } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import { sumRow, type ColumnContext } from './column-context.ts'
import { basisOf, isPart } from './key-parts.ts'
import { partSum } from './sums.ts'
import { typedFault } from './typed-fault.ts'
import { shownValue, typedValue, valueContent } from './value-text.ts'

type Looks = Pick<SheetColumn, 'id' | 'heading' | 'hint' | 'align' | 'width'>

/** A column whose cells are typed: days, agreed percentages, measured use. */
export function typedColumn(
  looks: Looks,
  stored: (place: { row: string; column: string }) => Stored,
  context: ColumnContext,
): SheetColumn {
  const { id } = looks
  const { facts, standing, drafts, text } = context
  const draftOf = (row: string) => drafts.at({ row, column: id })
  const storedOf = (row: string): Stored => stored({ row, column: id })

  /** What belongs to the municipality is typed in its first row; who goes is left as it is. */
  function isEditable(row: string): boolean {
    const found = standing().rows.get(row)
    return facts().mayEdit && !!found && !found.isRemoved && (!isPart(id) || found.isFirst)
  }

  function cell(row: string): CellView {
    if (row === sumRow) return { ...sumView(id, context), editable: false }
    const found = standing().rows.get(row)
    if (!found || (isPart(id) && !found.isFirst)) return { text: '', editable: false }
    const { value } = storedOf(row)
    const shown = (one: string): string => shownValue(one, id, text)
    const isEndless = id === 'to' && value === ''
    const plain: CellView = {
      text: shown(value),
      editable: isEditable(row),
      look: isEndless || found.isRemoved ? 'quiet' : undefined,
    }
    return withDraft(plain, draftOf(row), storedOf(row), {
      t: text.t,
      shown,
      fault: (draft) => typedFault(draft, text),
    })
  }

  function content(row: string): CellContent {
    if (row === sumRow) return sumContent(id, context)
    if (isPart(id) && !standing().rows.get(row)?.isFirst) return emptyContent
    return draftContent(draftOf(row), storedOf(row).value, (value) => valueContent(value, id))
  }

  return {
    ...looks,
    cell,
    content,
    editor: (row) =>
      isEditable(row)
        ? {
            kind: 'line',
            text: draftText(draftOf(row), storedOf(row).value, (value) =>
              typedValue(value, id, text.language.value),
            ),
            figures: isPart(id),
          }
        : undefined,
  }
}

function sumContent(id: string, { standing }: ColumnContext): CellContent {
  const basis = basisOf(standing().key, id)
  return basis ? valueContent(partSum(basis), id) : emptyContent
}

/** Agreed percentages that are not 100 together are wrong, and say so where they are added up. */
function sumView(id: string, { standing, text }: ColumnContext): Omit<CellView, 'editable'> {
  const basis = basisOf(standing().key, id)
  if (!basis) return { text: '' }
  const sum = partSum(basis)
  const shown = shownValue(sum, id, text)
  if (basis.kind !== 'FIXED' || sum === '100') return { text: shown, look: 'strong' }
  return { text: shown, mark: 'error', title: text.t('faults.BAD_PERCENTAGES') }
}
