import { changeSection, putLine } from '@andel/schema/budget'
import { Fault } from '@andel/schema/fault'
import { ownIdIfAny } from '../../connection/global-id.ts'
import { BudgetLine } from '../budget-line.entity.ts'
import type { AddLineInput, MoveLineInput, RemoveLineInput, SetLineInput } from './edit-input.ts'
import { arrange, placeNew, placesFor } from './line-places.ts'
import type { Workbench } from './workbench.ts'
import { lineAsJson, writeFields } from './write-fields.ts'

export function setLine(bench: Workbench, edit: number, input: SetLineInput): void {
  const line = bench.lineToEdit(edit, input)
  if (!line) return
  const before = line.section
  writeFields(bench, bench.lineTouch(edit, line), line, input.fields, input.version)
  if (line.section === before) return
  const was = { id: line.id, section: before }
  const order = bench.order.map(({ id, section }) => (id === line.id ? was : { id, section }))
  const wanted = changeSection(order, line).map(({ id }) => bench.lines.get(id)!)
  arrange(bench, edit, wanted, placesFor(wanted, line))
}

export function addLine(bench: Workbench, edit: number, input: AddLineInput): void {
  const after = input.afterLineId
    ? anchor(bench, edit, input.afterLineId)
    : (bench.order.at(-1)?.id ?? null)
  if (after === undefined) return
  const { budget } = bench.before
  const line = bench.em.create(BudgetLine, { budget, place: '', key: budget.defaultKey!.unwrap() })
  bench.lines.set(line.id, line)
  const touch = bench.lineTouch(edit, line)
  const already = bench.problems.length
  writeFields(bench, touch, line, input.fields, undefined)
  placeNew(bench, edit, line, putLine(bench.order, line, after))
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
  bench.order = bench.order.filter((other) => other !== line)
  bench.em.remove(line)
}

export function moveLine(bench: Workbench, edit: number, input: MoveLineInput): void {
  const line = bench.lineToEdit(edit, input)
  if (!line) return
  const after = input.afterLineId ? anchor(bench, edit, input.afterLineId) : null
  if (after === undefined || after === line.id) return
  const wanted = putLine(bench.order, line, after)
  if (wanted.every((other, index) => other === bench.order[index])) return
  const places = placesFor(wanted, line)
  const place = places.get(line) ?? line.place
  const touch = bench.lineTouch(edit, line)
  if (bench.isStale(touch, input.version, line, 'place', line.place, place)) return
  arrange(bench, edit, wanted, places)
}

/** The own id of the line that another one is put after; undefined, and noted, when there is none. */
function anchor(bench: Workbench, edit: number, lineId: string): string | undefined {
  const id = ownIdIfAny(lineId, 'BudgetLine')
  if (id !== undefined && bench.lines.has(id)) return id
  bench.refuse(
    { edit, entityId: lineId },
    'afterLineId',
    new Fault('LINE_REMOVED', { line: lineId }),
  )
  return undefined
}
