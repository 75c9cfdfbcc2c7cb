import { isPosition } from '@andel/schema/budget'
import { asRecord, type LoggedChange } from '../../history/logged-change.ts'
import { readLogged } from '../live/logged-line.ts'
import type { Edit, LineFields } from '../sheet/edit.ts'
import { formulaOf, type FormulaValue } from '../sheet/formulas.ts'
import type { LocalIds } from '../sheet/local-ids.ts'
import { localId } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from '../steps/standing.ts'

/** What brings back what stood before a change; or why nothing does. */
export type Restoring =
  | { readonly edit: Edit }
  | { readonly whyNot: 'noKey' | 'AMOUNT_IS_CALCULATED' }

/**
 * What sets a cell back to what it held before a change, as an edit like any other.
 *
 * @param beside - changes of the same batch: the formula goes with its value
 * @param note - of a population figure: why it is set back
 * @returns `undefined` for what is no change of a value, for lines that are gone, and when the value stands already
 */
export function restoring(
  change: LoggedChange,
  beside: readonly LoggedChange[],
  sheet: Sheet,
  { ids, note }: { readonly ids: LocalIds; readonly note: string },
): Restoring | undefined {
  if (change.entity === 'PopulationFigure') return figureBack(change, sheet, note)
  const { entityId, field, before, batch } = change
  const line = lineAt(sheet, localId(entityId, ids))?.line
  const value = readLogged(field, before, ids)
  if (!line || !value || field.endsWith('Formula')) return undefined
  const formula = field in formulaOf ? formulaOf[field as FormulaValue] : undefined
  const typed = beside.find(
    (one) => one.batch === batch && one.entityId === entityId && one.field === formula,
  )
  const fields: LineFields = {
    ...value,
    ...(formula && typed && { [formula]: typed.before as string | null }),
  }
  if (JSON.stringify(line[field as keyof typeof line]) === JSON.stringify(Object.values(value)[0]))
    return undefined
  if (field === 'keyId' && !sheet.keys[String(fields.keyId)]) return { whyNot: 'noKey' }
  if (field === 'amount' && isPosition(line)) return { whyNot: 'AMOUNT_IS_CALCULATED' }
  return { edit: { kind: 'setLine', lineId: line.id, fields } }
}

function figureBack(
  { before, after }: LoggedChange,
  sheet: Sheet,
  note: string,
): Restoring | undefined {
  const { inhabitants, source } = asRecord(before)
  const { municipality, on } = asRecord(after)
  const stands = sheet.records[String(on)]?.[String(municipality)]?.inhabitants
  if (typeof inhabitants !== 'number' || stands === inhabitants) return undefined
  return {
    edit: {
      kind: 'setPopulation',
      code: String(municipality) as Extract<Edit, { kind: 'setPopulation' }>['code'],
      on: String(on),
      inhabitants,
      source: String(source),
      note,
    },
  }
}
