import { recalculate } from '@andel/schema/budget'
import { parseDecimal, parseKronor, type Ore } from '@andel/schema/money'
import type { BudgetEditInput, LineFieldsInput } from '@andel/schema/operations'
import { effectOf, type Effect } from '../allocation/effect.ts'
import { refusalOfEdit } from '../budget/rights/may-edit.ts'
import { applyEdits } from '../budget/sheet/apply-edit.ts'
import type { Edit, LineFields } from '../budget/sheet/edit.ts'
import type { Sheet } from '../budget/sheet/sheet.ts'

/** What edits, as they would be sent, mean for each municipality: with the function that the server stores by. */
export function effectOfEdits(sheet: Sheet, edits: readonly BudgetEditInput[]): Effect {
  const after = applyEdits(
    sheet,
    edits.flatMap((edit, index) => asEdit(sheet, edit, index) ?? []),
  )
  return effectOf(recalculate(sheet), recalculate(after))
}

/** Whether edits, as they would be sent, are all theirs who look. */
export function mayMake(sheet: Sheet, edits: readonly BudgetEditInput[]): boolean {
  return edits.every((edit, index) => {
    const made = asEdit(sheet, edit, index)
    return made ? refusalOfEdit(sheet, made) === undefined : sheet.rights.editsAll
  })
}

function asEdit(sheet: Sheet, edit: BudgetEditInput, index: number): Edit | undefined {
  const { setLine, addLine, removeLine, setPopulation } = edit
  if (setLine)
    return { kind: 'setLine', lineId: setLine.lineId, fields: readFields(setLine.fields) }
  if (addLine) {
    const fields = readFields(addLine.fields)
    return {
      kind: 'addLine',
      lineId: `new ${index}`,
      afterLineId: addLine.afterLineId ?? null,
      fields: { ...fields, keyId: fields.keyId ?? sheet.defaultKeyId },
    }
  }
  if (removeLine) return { kind: 'removeLine', lineId: removeLine.lineId }
  if (!setPopulation) return undefined
  const { municipalityCode: code, on, inhabitants, source } = setPopulation
  return { kind: 'setPopulation', code, on, inhabitants, source, note: null }
}

/** Fields as they travel → as the sheet holds them. */
function readFields(fields: LineFieldsInput): LineFields {
  const { months, monthlyCost, amount, ...same } = fields
  return {
    ...(Object.fromEntries(
      Object.entries(same).filter(([, value]) => value !== undefined),
    ) as LineFields),
    ...(months !== undefined && { months: months === null ? null : parseDecimal(months, 1) }),
    ...(monthlyCost !== undefined && { monthlyCost: moneyOf(monthlyCost) }),
    ...(amount !== undefined && { amount: moneyOf(amount) }),
  }
}

const moneyOf = (text: string | null): Ore | null => (text === null ? null : parseKronor(text))
