import { parseDecimal, parseKronor } from '@andel/schema/money'
import type { LineField } from '../sheet/edit.ts'
import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { SheetLine } from '../sheet/sheet.ts'

type Reader = (logged: unknown, ids: LocalIds) => unknown

const asIs: Reader = (logged) => logged
const money: Reader = (logged) => (logged === null ? null : parseKronor(String(logged)))

/** How the log writes each field of a line → how a sheet holds it. */
const readers: Readonly<Record<LineField, Reader>> = {
  section: asIs,
  kind: asIs,
  description: asIs,
  workload: asIs,
  workloadFormula: asIs,
  months: (logged) => (logged === null ? null : parseDecimal(String(logged), 1)),
  monthsFormula: asIs,
  monthlyCost: money,
  monthlyCostFormula: asIs,
  amount: money,
  amountFormula: asIs,
  moneySource: asIs,
  keyId: (logged, ids) => localId(String(logged), ids),
  excluded: asIs,
  note: asIs,
  decision: asIs,
  openedTo: asIs,
}

/** A field of a line as the log has it; nothing when this version of Andel does not know the field. */
export function readLogged(
  field: string,
  logged: unknown,
  ids: LocalIds,
): Partial<SheetLine> | undefined {
  if (!Object.hasOwn(readers, field) || logged === undefined) return undefined
  return { [field]: readers[field as LineField](logged, ids) }
}

/** A line as the log has it when it is added; nothing when a field of it is missing. */
export function readLoggedLine(
  { id, version }: Pick<SheetLine, 'id' | 'version'>,
  logged: Readonly<Record<string, unknown>>,
  ids: LocalIds,
): SheetLine | undefined {
  const fields = Object.keys(readers).map((field) => readLogged(field, logged[field], ids))
  if (fields.includes(undefined)) return undefined
  return Object.assign({ id, version }, ...fields) as SheetLine
}
