import { Fault } from '@andel/schema/fault'
import { samePlace, type CellPlace } from '../grid/cell.ts'
import { readInhabitants } from '../population/read-inhabitants.ts'
import type { Voice } from '../text/fault-sentence.ts'
import { fieldText } from './cells/field-text.ts'
import { readField, type TypedField } from './cells/read-field.ts'
import { columnCode } from './columns/column-code.ts'
import { populationDate } from './figures/default-key.ts'
import type { OpenSheet } from './open-sheet.ts'
import { cellId, populationRow } from './saving/outbox.ts'
import type { Edit } from './sheet/edit.ts'
import type { Sheet } from './sheet/sheet.ts'

export type Correction = Extract<Edit, { kind: 'setPopulation' }>

interface CellEditing {
  readonly sheet: OpenSheet
  readonly voice: Pick<Voice, 'language'>
  /** A corrected number of inhabitants needs its source before it can be sent. */
  askSource(correction: Correction): void
  /** Lets go of what is held in a cell: something else is typed there. */
  forget(id: string): void
}

/**
 * What typing in a cell does: every keystroke becomes the draft that the figures count in; what is committed
 * becomes an edit; what cannot be read stays in its cell and does not count.
 */
export function useCellEditing({ sheet, voice, askSource, forget }: CellEditing) {
  const { saving, steps, figures } = sheet
  /** The cell whose editor was opened last, and what was on screen then: others may write in it meanwhile. */
  let opened: { readonly place: CellPlace; readonly base: Sheet; readonly seen: Sheet } | undefined

  function started(place: CellPlace): void {
    opened = { place, base: saving.committed.value, seen: figures.meant.value.sheet }
    figures.kept.value = place.row
  }

  function typing(place: CellPlace, text: string): void {
    if (place.column === 'section') return // no figure follows from it, and lines keep their places meanwhile
    figures.draft.value = tryRead(() => editOf(place, text))
  }

  /** `false`: it cannot be read, and is kept in the cell as it is. */
  function commit(place: CellPlace, text: string): boolean {
    const id = cellId(place.row, columnCode(place.column) ?? place.column)
    try {
      const edit = editOf(place, text)
      if (edit?.kind === 'setPopulation') askSource(edit)
      else if (edit) take(edit, id, place, text)
      return true
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const { code, details } = error
      saving.keep({ id, text, objection: { kind: 'unreadable', code, details } })
      return false
    }
  }

  function take(edit: Edit, id: string, place: CellPlace, text: string): void {
    forget(id)
    const { base, seen } = (samePlace(opened?.place, place) && opened) || {}
    steps.run('type', [edit], { [place.column]: text }, base && seen && { base, seen })
  }

  function stopped(): void {
    figures.draft.value = undefined
  }

  /** The editor of a cell is gone, and what came of it will have been told in a moment. */
  function closed(place: CellPlace): void {
    if (!samePlace(opened?.place, place)) return
    const before = opened
    queueMicrotask(() => {
      if (opened !== before) return
      opened = undefined
      figures.kept.value = undefined
    })
  }

  /** @throws {Fault} when the text cannot be read */
  function editOf({ row, column }: CellPlace, text: string): Edit | undefined {
    const code = columnCode(column)
    const { sheet: shown, rows } = figures.meant.value
    if (row === populationRow) {
      const on = populationDate(shown)
      if (!code || !on) return undefined
      const inhabitants = readInhabitants(text, voice.language)
      return { kind: 'setPopulation', code, on, inhabitants, source: '', note: null }
    }
    const line = (rows.get(row) ?? figures.shown.value.rows.get(row))?.line
    if (!line) return undefined
    const fields = readField(column as TypedField, text, line, voice.language)
    return { kind: 'setLine', lineId: row, fields }
  }

  /** What stands in a cell, as it would be typed. */
  function present({ row, column }: CellPlace): string {
    const line = figures.meant.value.rows.get(row)?.line
    return line ? fieldText(column as TypedField, line, voice.language) : ''
  }

  return { started, typing, commit, stopped, closed, present }
}

function tryRead(read: () => Edit | undefined): Edit | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
