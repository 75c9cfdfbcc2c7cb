import { openFields } from '@andel/schema/budget'
import type { CellPlace } from '../../grid/cell.ts'
import { columnCode } from '../columns/column-code.ts'
import { isFixedRow } from '../columns/context.ts'
import { populationRow } from '../saving/outbox.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet, SheetRights } from '../sheet/sheet.ts'
import { lineAt } from '../steps/standing.ts'

/**
 * Why whoever looks may not change something: it is how things were; nobody may, as the budget is locked; that person only reads; it is for the
 * co-ordinator; the line has not been opened to the own municipality; the figure is another municipality's.
 */
export type Refusal = 'past' | 'locked' | 'reads' | 'coordinator' | 'notOpened' | 'figures'

/** Whether whoever looks may change a cell, as far as rights go: what is calculated nobody types. */
export function mayEdit(sheet: Sheet, place: CellPlace): boolean {
  return refusalAt(sheet, place) === undefined
}

/** Why whoever looks may not change a cell; nothing where it is no matter of rights. */
export function refusalAt(sheet: Sheet, { row, column }: CellPlace): Refusal | undefined {
  const general = refusalOf(sheet)
  if (general !== 'coordinator') return general
  const code = columnCode(column)
  if (row === populationRow && code !== undefined) {
    return sheet.rights.figuresOf.includes(code) ? undefined : 'figures'
  }
  if (isFixedRow(row) || code !== undefined) return undefined
  return isOpen(column) ? refusalOfLine(sheet, row) : 'coordinator'
}

/** Why whoever looks may not make an edit. */
export function refusalOfEdit(sheet: Sheet, edit: Edit): Refusal | undefined {
  const general = refusalOf(sheet)
  if (general !== 'coordinator') return general
  if (edit.kind === 'setPopulation') {
    return sheet.rights.figuresOf.includes(edit.code) ? undefined : 'figures'
  }
  const isOfFigures = edit.kind === 'setLine' && Object.keys(edit.fields).every(isOpen)
  return isOfFigures ? refusalOfLine(sheet, edit.lineId) : 'coordinator'
}

/** Why whoever looks may not change everything. */
export function refusalOf({ state, rights, past }: Sheet): Refusal | undefined {
  if (past) return 'past'
  if (state === 'LOCKED') return 'locked'
  if (rights.editsAll) return undefined
  return mayWrite(rights) ? 'coordinator' : 'reads'
}

/** The lines that have been opened to whoever looks. */
export function openedLines({ lines, rights }: Sheet): readonly string[] {
  return lines.filter(({ openedTo }) => isFor(openedTo, rights)).map(({ id }) => id)
}

function mayWrite({ figuresOf, writesFor }: SheetRights): boolean {
  return figuresOf.length + writesFor.length > 0
}

function refusalOfLine(sheet: Sheet, lineId: string): Refusal | undefined {
  const line = lineAt(sheet, lineId)?.line
  return line && isFor(line.openedTo, sheet.rights) ? undefined : 'notOpened'
}

function isFor(openedTo: readonly string[], { writesFor }: SheetRights): boolean {
  return openedTo.some((code) => writesFor.includes(code))
}

const open: ReadonlySet<string> = new Set(openFields)

function isOpen(field: string): boolean {
  return open.has(field)
}
