import { parseDecimal, parseKronor } from '@andel/schema/money'
import { emptyLine } from '../sheet/apply-edit.ts'
import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { SheetLine } from '../sheet/sheet.ts'

/** A line as the log tells of it when it is removed → as the sheet shows it until it is back. */
export function removedLine(lineId: string, logged: unknown, ids: LocalIds): SheetLine {
  const { months, monthlyCost, amount, keyId, ...same } = logged as {
    readonly [field: string]: unknown
    readonly months: string | null
    readonly monthlyCost: string | null
    readonly amount: string | null
    readonly keyId: string
  }
  return {
    ...emptyLine,
    ...pick(same),
    id: lineId,
    keyId: localId(keyId, ids),
    months: months === null ? null : parseDecimal(months, 1),
    monthlyCost: monthlyCost === null ? null : parseKronor(monthlyCost),
    amount: amount === null ? null : parseKronor(amount),
  }
}

/** What a line has of what the log says: not its place. */
function pick(logged: object): Partial<SheetLine> {
  return Object.fromEntries(Object.entries(logged).filter(([field]) => field in emptyLine))
}
