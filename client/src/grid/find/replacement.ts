import type { CellPlace } from '../cell.ts'
import type { CellChange, ChangeSet } from '../change.ts'
import type { EditorRequest } from '../column.ts'
import { replaceText } from './replace-text.ts'

/** What a text is replaced by, where it was found. */
export interface Replacement {
  readonly sought: string
  readonly by: string
}

/**
 * The changes that replace a text in cells that have it. Replaced is what would be typed in the cell; in a
 * list, the name of the choice, which must give the name of another. Cells where that cannot be are skipped.
 */
export function replaceInCells(
  matches: readonly CellPlace[],
  { sought, by }: Replacement,
  editor: (place: CellPlace) => EditorRequest | undefined,
): ChangeSet {
  const changes: CellChange[] = []
  const skipped: CellPlace[] = []
  for (const place of matches) {
    const request = editor(place)
    const text = request && replaced(request, sought, by)
    if (text === undefined) skipped.push(place)
    else changes.push({ place, text })
  }
  return { kind: 'replace', changes, skipped, newRows: 0 }
}

function replaced(request: EditorRequest, sought: string, by: string): string | undefined {
  if (request.kind !== 'list') return replaceText(request.text, sought, by)
  const present = request.options.find(({ value }) => value === request.text)
  const label = present && replaceText(present.label, sought, by)
  return request.options.find((option) => option.label === label)?.value
}
