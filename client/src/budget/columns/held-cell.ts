import { textContent, type CellContent, type CellView } from '../../grid/cell.ts'
import { objectionSentence } from '../cells/objection-sentence.ts'
import type { ColumnContext } from './context.ts'

/** A cell whose text does not count shows it as it was typed, with the reason; one that waits for a connection says so. */
export function withHeld(cell: CellView, id: string, context: ColumnContext): CellView {
  const { held, voice } = context
  const kept = held(id)
  if (!kept) return withWaiting(cell, id, context)
  const title = objectionSentence(kept.objection, voice)
  return { ...cell, text: kept.text ?? cell.text, look: undefined, mark: 'error', title }
}

function withWaiting(cell: CellView, id: string, { waits, voice }: ColumnContext): CellView {
  if (!waits?.(id)) return cell
  const title = [voice.t('conflict.waiting'), cell.title].filter(Boolean).join('\n')
  return { ...cell, look: `${cell.look ?? ''} waiting`.trim(), title }
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
