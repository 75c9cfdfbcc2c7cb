import { Fault } from '@andel/schema/fault'
import { sameJson, type Touch } from '../../history/journal.ts'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { LineFieldsInput } from './line-fields-input.ts'
import { formulasAlone, withFormulas } from './formulas.ts'
import { lineFields } from './line-fields.ts'
import type { Workbench } from './workbench.ts'

type FieldName = keyof LineFieldsInput

/**
 * Sets the fields that are present. Based on a version, each is looked at for a conflict and logged by itself.
 * A formula goes with its value: a conflict is one of the value.
 */
export function writeFields(
  bench: Workbench,
  touch: Touch,
  line: BudgetLine,
  input: LineFieldsInput,
  basedOn: number | undefined,
): void {
  for (const name of formulasAlone(input))
    bench.refuse(touch, name, new Fault('BAD_FORMULA', { field: name }))
  const fields = withFormulas(input)
  const names = (Object.keys(lineFields) as FieldName[]).filter(
    (name) => fields[name] !== undefined,
  )
  for (const name of names) writeField(bench, touch, line, name, fields[name], basedOn)

  if (line.monthlyCost === null || line.amount === null) return
  // A monthly cost makes the line a position, whose amount is calculated.
  if (input.amount != null) return bench.refuse(touch, 'amount', new Fault('AMOUNT_IS_CALCULATED'))
  writeField(bench, touch, line, 'amount', null, basedOn)
  writeField(bench, touch, line, 'amountFormula', null, basedOn)
}

function writeField(
  bench: Workbench,
  touch: Touch,
  line: BudgetLine,
  name: FieldName,
  value: unknown,
  basedOn: number | undefined,
): void {
  const field = lineFields[name]
  const before = field.read(line)
  try {
    field.write(line, value, bench)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return bench.refuse(touch, name, error)
  }
  const after = field.read(line)
  if (basedOn === undefined || sameJson(before, after)) return
  const follows = name.endsWith('Formula')
  if (follows || !bench.isStale(touch, basedOn, line, name, before, after))
    bench.record(touch, line, name, before, after)
}

/** A whole line as the log keeps it when it is added or removed. */
export function lineAsJson(line: BudgetLine): Record<string, unknown> {
  const fields = Object.entries(lineFields).map(([name, field]) => [name, field.read(line)])
  return { place: line.place, ...Object.fromEntries(fields) }
}
