import { Fault } from '@andel/schema/fault'
import { generateKeyBetween } from 'fractional-indexing'
import { ownIdIfAny } from '../../connection/global-id.ts'
import { BudgetLine } from '../budget-line.entity.ts'
import type {
  AddLineInput,
  LineFieldsInput,
  MoveLineInput,
  RemoveLineInput,
  SetLineInput,
} from './edit-input.ts'
import { lineFields } from './line-fields.ts'
import { type Touch, type Workbench, sameJson } from './workbench.ts'

type FieldName = keyof LineFieldsInput

export function setLine(bench: Workbench, edit: number, input: SetLineInput): void {
  const line = bench.lineToEdit(edit, input)
  if (!line) return
  const touch = bench.lineTouch(edit, line)
  writeFields(bench, touch, line, input.fields, input.version)
}

export function addLine(bench: Workbench, edit: number, input: AddLineInput): void {
  const place = placeAfter(bench, edit, input.afterLineId ?? undefined, undefined)
  if (place === undefined) return
  const { budget } = bench.before
  const line = bench.em.create(BudgetLine, { budget, place, key: budget.defaultKey!.unwrap() })
  bench.lines.set(line.id, line)
  const touch = bench.lineTouch(edit, line)
  const already = bench.problems.length
  writeFields(bench, touch, line, input.fields, undefined)
  if (bench.problems.length === already) bench.record(touch, line, '+', null, lineAsJson(line))
}

export function removeLine(bench: Workbench, edit: number, input: RemoveLineInput): void {
  const line = bench.lineToEdit(edit, input)
  if (!line) return
  const touch = bench.lineTouch(edit, line)
  const json = lineAsJson(line)
  if (bench.isStale(touch, input.version, line, '-', json, null)) return
  bench.record(touch, line, '-', json, null)
  bench.lines.delete(line.id)
  bench.em.remove(line)
}

export function moveLine(bench: Workbench, edit: number, input: MoveLineInput): void {
  const line = bench.lineToEdit(edit, input)
  if (!line) return
  const touch = bench.lineTouch(edit, line)
  const place = placeAfter(bench, edit, input.afterLineId ?? null, line)
  if (place === undefined || place === line.place) return
  if (bench.isStale(touch, input.version, line, 'place', line.place, place)) return
  bench.record(touch, line, 'place', line.place, place)
  line.place = place
}

/** Sets the fields that are present. Based on a version, each is looked at for a conflict and logged by itself. */
function writeFields(
  bench: Workbench,
  touch: Touch,
  line: BudgetLine,
  input: LineFieldsInput,
  basedOn: number | undefined,
): void {
  const names = (Object.keys(lineFields) as FieldName[]).filter((name) => input[name] !== undefined)
  for (const name of names) writeField(bench, touch, line, name, input[name], basedOn)

  if (line.monthlyCost === null || line.amount === null) return
  // A monthly cost makes the line a position, whose amount is calculated.
  if (input.amount != null) bench.refuse(touch, 'amount', new Fault('AMOUNT_IS_CALCULATED'))
  else writeField(bench, touch, line, 'amount', null, basedOn)
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
  if (!bench.isStale(touch, basedOn, line, name, before, after))
    bench.record(touch, line, name, before, after)
}

/** The place after a line, or first when `after` is null, or last when it is undefined. */
function placeAfter(
  bench: Workbench,
  edit: number,
  after: string | null | undefined,
  moving: BudgetLine | undefined,
): string | undefined {
  const others = bench.orderedLines().filter((line) => line !== moving)
  let index = after === undefined ? others.length - 1 : -1
  if (after) {
    const id = ownIdIfAny(after, 'BudgetLine')
    index = others.findIndex((line) => line.id === id)
    if (index < 0) {
      bench.refuse(
        { edit, entityId: after },
        'afterLineId',
        new Fault('LINE_REMOVED', { line: after }),
      )
      return undefined
    }
    // Already there: nothing to move.
    if (moving && bench.orderedLines()[index + 1] === moving) return moving.place
  }
  return generateKeyBetween(others[index]?.place ?? null, others[index + 1]?.place ?? null)
}

/** A whole line as the log keeps it when it is added or removed. */
export function lineAsJson(line: BudgetLine): Record<string, unknown> {
  const fields = Object.entries(lineFields).map(([name, field]) => [name, field.read(line)])
  return { place: line.place, ...Object.fromEntries(fields) }
}
