import { textContent, type CellContent, type CellView } from '../../grid/cell.ts'
import { objectionSentence } from '../cells/objection-sentence.ts'
import type { ColumnContext } from './context.ts'

/** A cell whose text does not count shows it as it was typed, with the reason. */
export function withHeld(cell: CellView, id: string, { held, voice }: ColumnContext): CellView {
  const kept = held(id)
  if (!kept) return cell
  const title = objectionSentence(kept.objection, voice)
  return { ...cell, text: kept.text ?? cell.text, look: undefined, mark: 'error', title }
}

/** What such a cell holds is what it shows: a text, as it is no figure that counts. */
export function heldContent(
  content: CellContent,
  id: string,
  { held }: ColumnContext,
): CellContent {
  const text = held(id)?.text
  return text === undefined ? content : textContent(text)
}
