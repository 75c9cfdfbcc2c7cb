import type { CellView } from '../../grid/cell.ts'
import { objectionSentence } from '../cells/objection-sentence.ts'
import type { ColumnContext } from './context.ts'

/** A cell whose text does not count shows it as it was typed, with the reason. */
export function withHeld(cell: CellView, id: string, { held, voice }: ColumnContext): CellView {
  const kept = held(id)
  if (!kept) return cell
  const title = objectionSentence(kept.objection, voice)
  return { ...cell, text: kept.text ?? cell.text, look: undefined, mark: 'error', title }
}
